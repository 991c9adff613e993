import Terminal

Program("mlp", version: "0.1.0", command: mlpCommand).run()
