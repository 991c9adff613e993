import Terminal

Output.ignoreBrokenPipes()
run(Array(CommandLine.arguments.dropFirst())).endProcess()
