import Terminal

Program(mlpCommand, version: "0.1.0").run()
