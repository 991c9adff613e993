import Terminal

Output.makeFailedWritesThrow()
run(Array(CommandLine.arguments.dropFirst())).endProcess()
