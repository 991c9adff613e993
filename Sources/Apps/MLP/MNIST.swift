import Formats
import Layers

extension Task {
  /// The images and labels in MNIST's training files in a folder. As in vugrad, pixels are 0…255,
  /// and the last twelfth (5,000 of 60,000) is for validation.
  /// - Throws: `FileError` when a file is missing or wrong.
  static func mnist(folder: String) throws(FileError) -> Task {
    let imagesPath = try IDX.imagesPath(of: "train", in: folder)
    let labelsPath = try IDX.labelsPath(of: "train", in: folder)
    let images = try IDX.readImages(imagesPath)
    let labels = try IDX.readLabels(labelsPath).map { Int($0) }
    guard images.count == labels.count else {
      throw FileError(
        .data, path: labelsPath, "\(labels.count) labels, but \(imagesPath) has \(images.count)")
    }
    if let index = labels.firstIndex(where: { $0 > 9 }) {
      throw FileError(
        .data, path: labelsPath, "label \(index + 1) is \(labels[index]), expected 0…9")
    }
    guard images.count >= 2 else {
      throw FileError(.data, path: imagesPath, "1 image, where validation needs another")
    }
    let split = images.count - max(1, images.count / 12)
    return Task(
      classes: 10, training: images.examples(0..<split, labels),
      validation: images.examples(split..<images.count, labels))
  }
}

extension IDXImages {
  /// An image per row. Most pixels are 0, so kernels shall skip these.
  fileprivate func examples(_ range: Range<Int>, _ labels: [Int]) -> LabelledSet {
    let size = rows * columns
    var x = Matrix(rows: range.count, columns: size)
    for n in range {
      var row = x.mutableRow(n - range.lowerBound)
      for k in 0..<size { row[k] = Double(pixels[n * size + k]) }
    }
    return LabelledSet(x: x.sparse, labels: Array(labels[range]))
  }
}
