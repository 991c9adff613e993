import Formats
import Layers
import Learning
import Network
import Wire

/// What the wire carries, as the framework's types.
extension Matrix {
  init(_ tensor: SafetensorsFile.Tensor) {
    self.init(rows: tensor.shape[0], columns: tensor.shape[1], tensor.values)
  }

  func tensor(_ name: String) -> SafetensorsFile.Tensor {
    SafetensorsFile.Tensor(name, shape: [rows, columns], values: values)
  }
}

/// A row of numbers.
func tensor(_ name: String, _ row: [Double]) -> SafetensorsFile.Tensor {
  SafetensorsFile.Tensor(name, shape: [1, row.count], values: row)
}

/// A request that does not say what its function needs.
struct IncompleteRequest: Error, CustomStringConvertible {
  let description: String
}

extension Request {
  func matrix(_ name: String) throws -> Matrix {
    guard let tensor = self[name] else {
      throw IncompleteRequest(description: "the request has no tensor \(quoted(name))")
    }
    return Matrix(tensor)
  }

  func word(_ name: String) throws -> String {
    guard let text = text(name) else {
      throw IncompleteRequest(description: "the request does not say \(quoted(name))")
    }
    return text
  }

  func integer(_ name: String) throws -> Int { try number(name, Int.init) }

  func number(_ name: String) throws -> Double { try number(name) { Double(decimal: $0) } }

  private func number<Number>(_ name: String, _ read: (String) -> Number?) throws -> Number {
    let word = try word(name)
    guard let number = read(word) else {
      throw IncompleteRequest(description: "\(name) is \(quoted(word)), where a number is expected")
    }
    return number
  }

  func initialization() throws -> Initialization {
    guard try word("initialization") == "random" else { return .zero }
    return .random(seed: UInt32(try integer("seed")))
  }

  /// The examples `NAME_x` and `NAME_y`.
  func examples(_ name: String) throws -> DataSet {
    let labels = try matrix(name + "_y").values.map { Int($0) }
    return try DataSet(x: matrix(name + "_x"), labels: labels, classes: integer("classes"))
  }
}
