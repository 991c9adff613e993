/// A line of a CSV file. A field with a comma, a quotation mark or a line end is put into quotation
/// marks, and those in it are doubled.
///
/// Source: RFC 4180, section 2.
public func csvLine(_ fields: [String]) -> String {
  let written = fields.map { field in
    // By bytes: "\r\n" is one Character, and so is a comma with an accent on it.
    guard field.utf8.contains(where: { #",""#.utf8.contains($0) || $0 == 0x0A || $0 == 0x0D })
    else {
      return field
    }
    let scalars = field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }
    return "\"" + scalars.joined() + "\""
  }
  return written.joined(separator: ",") + "\n"
}
