import TestSupport
import Testing

/// `mlp`, run as a user runs it.
@Suite struct MLPTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func synthReaches99Percent() throws {
    let run = try mlp()
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    #expect(
      run.output.hasPrefix("60000 examples of 2 numbers in 2 classes, 10000 for validation\n"))
    #expect(run.output.contains("\nepoch  1/20  train 0.2480  accuracy "))
    #expect(run.accuracies.count == 20)
    #expect(try #require(run.accuracies.last) >= 0.99)
  }

  /// The loss and accuracy differ from those without the last option.
  @Test(arguments: [
    ["--activation", "relu"], ["--layers", "2"], ["--layers", "2", "--residual"],
    ["--momentum", "0.5"], ["--init", "normal"], ["--hidden", "3"], ["-b", "64"], ["-l", "0.02"],
  ])
  func everySettingCounts(options: [String]) throws {
    let isFlag = options.last == "--residual"
    let usual = try mlp(["-e", "1"] + options.dropLast(isFlag ? 1 : 2))
    let other = try mlp(["-e", "1"] + options)
    #expect(other.exitCode == 0)
    #expect(other.output != usual.output)
    #expect(try #require(other.accuracies.last) > 0.75)
  }

  /// The points of synth, with weights that are not drawn, and the weights, with images.
  @Test func theSeedCountsForPointsAndForWeights() throws {
    try scratch.writeDigits(count: 240)
    for options in [["--init", "zero"], ["-D", "mnist", "--data", scratch.path]] {
      let runs = try ["0", "0", "1"].map { try mlp(["-e", "1", "--seed", $0] + options).output }
      #expect(runs[0] == runs[1] && runs[0] != runs[2])
    }
  }

  /// With all weights 0 the hidden units stay alike, and no better than the larger class.
  @Test func zeroWeightsLearnLittle() throws {
    let run = try mlp("-e", "1", "--init", "zero")
    #expect(try #require(run.accuracies.last) < 0.75)
  }

  /// All weights of ReLUs that are 0 stay 0.
  @Test func oneClassForAllIsSaid() throws {
    let run = try mlp("-e", "1", "--init", "zero", "-a", "relu")
    #expect(
      run.errors == "mlp: warning: every example of the validation set is taken for 0; "
        + "try another --learning-rate or more --epochs\n")
    #expect(run.exitCode == 0)
  }

  @Test func theBestEpochIsNamed() throws {
    let run = try mlp("-e", "3", "-l", "0.05")
    let best = try #require(run.accuracies.max())
    try #require(best != run.accuracies.last)
    let epoch = try #require(run.accuracies.firstIndex(of: best)) + 1
    #expect(run.output.contains("\nbest epoch \(epoch)  train "))
    #expect(run.output.hasSuffix("  accuracy \(run.lastWord)\n") && Double(run.lastWord) == best)
  }

  @Test func readsImages() throws {
    try scratch.writeDigits(count: 240)
    let run = try mlp(
      "-D", "mnist", "--data", scratch.path, "-e", "30", "-l", "0.001", "-b", "16")
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("220 examples of 16 numbers in 10 classes, 20 for validation\n"))
    #expect(run.accuracies.last == 1)
  }

  /// What the last twelfth is decides the accuracy, but not the loss.
  @Test func theLastImagesAreNotLearntFrom() throws {
    let runs = try [1, 2].map { (last: UInt8) in
      try scratch.writeDigits(count: 240, labels: (0..<240).map { $0 < 220 ? 1 : last })
      return try mlp("-D", "mnist", "--data", scratch.path, "-e", "1", "-l", "0.001", "-b", "16")
    }
    let losses = runs.map { $0.output.split(separator: "accuracy").first }
    #expect(losses[0] == losses[1] && runs.map(\.accuracies) == [[1], [0]])
  }

  @Test func strictAboutLabels() throws {
    try scratch.writeDigits(count: 3, labels: [1, 2])
    let few = try mlp("-D", "mnist", "--data", scratch.path)
    #expect(few.exitCode == 65)
    #expect(few.errors.hasSuffix("-idx3-ubyte has 3\n"))
    try scratch.writeDigits(count: 3, labels: [1, 2, 10])
    let ten = try mlp("-D", "mnist", "--data", scratch.path)
    #expect(ten.exitCode == 65)
    #expect(ten.errors.hasSuffix("label 3 is 10, expected 0…9\n"))
    try scratch.writeDigits(count: 1)
    #expect(try mlp("-D", "mnist", "--data", scratch.path).exitCode == 65)
  }

  @Test func saysWhenItDiverges() throws {
    let run = try mlp("-l", "1e200", "-a", "relu", "-e", "3")
    #expect(run.exitCode == 65)
    #expect(run.errors.hasPrefix("mlp: the loss is not a number in epoch"))
  }

  @Test func saysWhereItWasInterrupted() throws {
    let run = try mlp.interrupted(["--hidden", "100", "--epochs", "1000"])
    #expect(run.exitCode == 130)
    #expect(run.errors == "mlp: interrupted after epoch \(run.accuracies.count)\n")
  }

  #if os(Linux)
    /// 1,020 steps of matrices of 1.6 MB each in 600 MB of address space: nothing may be lost.
    @Test func memoryStaysFlat() throws {
      let run = try mlp.afterShell(
        "ulimit -v 600000", ["-b", "1000", "--hidden", "200", "-l", "0.001", "-e", "17"])
      #expect(run.exitCode == 0)
      #expect(run.accuracies.count == 17)
    }

    /// 120,000 steps of a few numbers in 300 MB: what is kept beside the matrices would fill it.
    @Test func smallPiecesOfMemoryAreFreed() throws {
      let run = try mlp.afterShell("ulimit -v 300000", ["-b", "1", "--hidden", "1", "-e", "2"])
      #expect(run.exitCode == 0)
      #expect(run.accuracies.count == 2)
    }
  #endif
}
