import Formats
import GradientCheck
import Layers

// Derivatives on their way from one process to another, which loses nothing of them, NaN and the
// infinities neither.

extension ComparedDerivatives {
  /// As one value.
  var json: JSON {
    .object([
      JSON.Member("function", .string(function)), JSON.Member("matrix", .string(matrix)),
      JSON.Member("output", output.map(JSON.list) ?? .null), JSON.Member("shape", .list(shape)),
      JSON.Member("elements", .list(elements)),
      JSON.Member("analytic", .array(analytic.map(JSON.list))),
      JSON.Member("numeric", .array(numeric.map(JSON.list))),
      JSON.Member("errors", .array(errors.map(JSON.list))),
      JSON.Member("reference", .string(reference)), JSON.Member("tolerance", .exact(tolerance)),
      JSON.Member("isNear", .bool(isNear)), JSON.Member("isWorst", .bool(isWorst)),
    ])
  }

  /// What that value says; nil where it is none.
  init?(_ json: JSON) {
    guard let function = json["function"]?.string, let matrix = json["matrix"]?.string,
      let shape = json["shape"]?.shape, let elements = json["elements"]?.numbers,
      let analytic = json["analytic"]?.rows, let numeric = json["numeric"]?.rows,
      let errors = json["errors"]?.array?.map({ $0.array?.map(\.exactNumber) ?? [] }),
      let reference = json["reference"]?.string,
      let tolerance = json["tolerance"]?.exactNumber,
      case .bool(let isNear) = json["isNear"], case .bool(let isWorst) = json["isWorst"]
    else { return nil }
    let output = json["output"]?.shape
    let size = output.map { Shape($0.count, shape.count) } ?? shape
    guard elements.count == shape.count, size.fits(analytic), size.fits(numeric), size.fits(errors)
    else { return nil }
    self.init(
      of: function, output, by: matrix, shape, elements: elements, analytic: analytic,
      numeric: numeric, errors: errors, relativeTo: reference, tolerance: tolerance,
      isNear: isNear, isWorst: isWorst)
  }
}

extension Shape {
  fileprivate func fits<Number>(_ values: [[Number]]) -> Bool {
    values.count == rows && values.allSatisfy { $0.count == columns }
  }
}

extension JSON {
  /// A number, also one that JSON has no word for.
  fileprivate static func exact(_ number: Double) -> JSON {
    number.isFinite ? .number(number) : .string("\(number)")
  }

  fileprivate static func list(_ numbers: [Double?]) -> JSON {
    .array(numbers.map { $0.map(exact) ?? .null })
  }

  fileprivate static func list(_ shape: Shape) -> JSON {
    .array([.integer(shape.rows), .integer(shape.columns)])
  }

  fileprivate var exactNumber: Double? { number ?? string.flatMap { Double($0) } }

  fileprivate var numbers: [Double]? { array?.all(\.exactNumber) }

  fileprivate var rows: [[Double]]? { array?.all(\.numbers) }

  fileprivate var shape: Shape? {
    guard let sides = array, sides.count == 2, case .integer(let rows) = sides[0],
      case .integer(let columns) = sides[1]
    else { return nil }
    return Shape(rows, columns)
  }
}

extension [JSON] {
  /// What all of them say; nil where one says nothing.
  fileprivate func all<Value>(_ read: (JSON) -> Value?) -> [Value]? {
    let values = compactMap(read)
    return values.count == count ? values : nil
  }
}
