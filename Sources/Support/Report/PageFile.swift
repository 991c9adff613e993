import ReportFiles

/// One of the page's own files, as it lies in `Sources/OCRApp/Report/Page`.
struct PageFile {
  let text: String

  /// The file of a name that is there.
  init(_ name: String) {
    guard let file = report_file(name) else { preconditionFailure("there is no page file \(name)") }
    text = String(
      decoding: UnsafeBufferPointer(start: file.pointee.start, count: file.pointee.count),
      as: UTF8.self)
  }

  /// The text with each `{{name}}` replaced by what it stands for; what is put in is not searched.
  func filled(_ values: KeyValuePairs<String, String>) -> String {
    var result = ""
    result.reserveCapacity(values.reduce(text.utf8.count) { $0 + $1.value.utf8.count })
    var rest = text[...]
    while let start = rest.firstRange(of: "{{"),
      let end = rest[start.upperBound...].firstRange(of: "}}")
    {
      let name = rest[start.upperBound..<end.lowerBound]
      guard let value = values.first(where: { $0.key == name })?.value else {
        preconditionFailure("nothing stands for {{\(name)}}")
      }
      result += rest[..<start.lowerBound]
      result += value
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
