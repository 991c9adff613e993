// MLPApp: the program `mlp`, which trains the course Eager's net on synthetic points or on MNIST.
// Begin with TrainCommand.swift.
