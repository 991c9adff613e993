import Formats

/// A value in a JSON file and where it stands there, for errors: `epochs[2].train`, counted from 0.
struct JSONPlace {
  let value: JSON
  private let name: String
  private let path: String

  /// The value that is the file at `path`.
  init(_ value: JSON, path: String) { self.init(value, name: "", path: path) }

  private init(_ value: JSON, name: String, path: String) {
    (self.value, self.name, self.path) = (value, name, path)
  }

  /// The error that something else is expected here.
  func error(_ expected: String) -> FileError {
    FileError(
      .data, path: path,
      "\(name.isEmpty ? "" : name + " is ")\(value.quotedText), where \(expected) is expected")
  }

  func member(_ name: String) throws(FileError) -> JSONPlace {
    guard value.members != nil else { throw error("an object") }
    let place = self.name.isEmpty ? name : "\(self.name).\(name)"
    guard let member = value[name] else {
      throw FileError(.data, path: path, "\(place) is missing")
    }
    return JSONPlace(member, name: place, path: path)
  }

  /// Each is made as it is asked for: all at once would take far more memory than the values.
  func elements() throws(FileError) -> some Sequence<JSONPlace> {
    guard let values = value.array else { throw error("a list") }
    return values.enumerated().lazy.map { JSONPlace($1, name: "\(name)[\($0)]", path: path) }
  }

  func string() throws(FileError) -> String {
    guard let text = value.string else { throw error("a text") }
    return text
  }

  func strings() throws(FileError) -> [String] {
    try elements().map { (element) throws(FileError) in try element.string() }
  }

  func integer(_ range: ClosedRange<Int>) throws(FileError) -> Int {
    guard case .integer(let integer) = value, range ~= integer else {
      throw error(
        range.lowerBound == range.upperBound
          ? "\(range.lowerBound)" : "a whole number of at least \(range.lowerBound)")
    }
    return integer
  }

  /// - Parameter expected: what errors call such a number.
  func number(_ range: ClosedRange<Double>, _ expected: String) throws(FileError) -> Double {
    guard let number = value.number, range ~= number else { throw error(expected) }
    return number
  }
}
