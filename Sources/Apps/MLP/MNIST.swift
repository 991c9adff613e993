import Formats
import Layers
import Learning

extension Classification {
  /// The images and labels in MNIST's training files in a folder. As in vugrad, pixels are 0…255,
  /// and the last twelfth (5,000 of 60,000) is for validation.
  static func mnist(folder: String) throws -> Classification {
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
    let examples = try DataSet(x: images.matrix, labels: labels, classes: 10)
    let split = images.count - max(1, images.count / 12)
    return Classification(training: examples[..<split], validation: examples[split...])
  }
}

extension IDXImages {
  /// An image per row.
  fileprivate var matrix: Matrix {
    let size = rows * columns
    var x = Matrix(rows: count, columns: size)
    for n in 0..<count {
      var row = x.mutableRow(n)
      for k in 0..<size { row[k] = Double(pixels[n * size + k]) }
    }
    return x
  }
}
