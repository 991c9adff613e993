import TestSupport

let mlp = Executable("mlp")

extension Finished {
  /// The last word of the output.
  var lastWord: String { output.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? "" }

  /// The accuracy after each epoch.
  var accuracies: [Double] {
    output.split(separator: "\n").filter { $0.hasPrefix("epoch ") }
      .compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }
  }
}

extension Scratch {
  /// A little MNIST: 4×4 images, the class of which is told by one bright row of two; `labels`
  /// replaces the right ones.
  func writeDigits(count: Int, labels: [UInt8]? = nil) throws {
    func header(_ axes: [Int]) -> [UInt8] {
      [0, 0, 8, UInt8(axes.count)] + axes.flatMap { [0, 0, UInt8($0 >> 8), UInt8($0 & 255)] }
    }
    var pixels: [UInt8] = []
    var classes: [UInt8] = []
    for n in 0..<count {
      let label = n * n % 7 % 4
      classes.append(UInt8(label))
      for pixel in 0..<16 { pixels.append(pixel / 4 == label ? 200 : UInt8((pixel * 7 + n) % 9)) }
    }
    try write("train-images-idx3-ubyte", header([count, 4, 4]) + pixels)
    try write("train-labels-idx1-ubyte", header([(labels ?? classes).count]) + (labels ?? classes))
  }
}
