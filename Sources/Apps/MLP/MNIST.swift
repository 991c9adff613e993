import Formats
import Layers
import Learning

extension Classification {
  /// The images and labels in MNIST's training files in a folder. As in vugrad, pixels are 0…255,
  /// and the last twelfth (5,000 of 60,000) is for validation.
  static func mnist(folder: String) throws -> Classification {
    let imagesPath = try IDX.path(of: .images, "train", in: folder)
    let labelsPath = try IDX.path(of: .labels, "train", in: folder)
    let images = try IDX.read(imagesPath, .images)
    let labels = try IDX.read(labelsPath, .labels).values.map { Int($0) }
    let count = images.shape[0]
    guard count == labels.count else {
      throw FileError(
        .data, path: labelsPath,
        "\(labels.count) labels, but \(escaped(imagesPath.utf8, limit: 200)) has \(count)")
    }
    if let index = labels.firstIndex(where: { $0 > 9 }) {
      throw FileError(
        .data, path: labelsPath, "label \(index + 1) is \(labels[index]), expected 0…9")
    }
    guard count >= 2 else {
      throw FileError(.data, path: imagesPath, "1 image, where validation needs another")
    }
    // A matrix of them, what is not zero in it, and one-hot targets.
    let size = images.values.count / count
    try expectMemory(
      Double(count) * (bytesOfRow(size) + 20 * Double(size) + bytesOfRow(10)),
      for: "\(count) images of \(size) pixels", path: imagesPath)
    let examples = try DataSet(x: images.matrix, labels: labels, classes: 10)
    let split = count - max(1, count / 12)
    return Classification(training: examples[..<split], validation: examples[split...])
  }
}

extension IDX {
  /// An image per row.
  fileprivate var matrix: Matrix {
    let size = values.count / shape[0]
    var x = Matrix(rows: shape[0], columns: size)
    for n in 0..<x.rows {
      var row = x.mutableRow(n)
      for k in 0..<size { row[k] = Double(values[n * size + k]) }
    }
    return x
  }
}
