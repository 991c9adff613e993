extension String {
  /// A label as Graphviz's language DOT writes it: in quotation marks; these and backslashes are
  /// escaped, line ends become `\n`.
  package var quotedForDOT: String {
    // By scalars: a quotation mark with an accent is one character, and not equal to one without.
    let escaped = unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      case "\r": ""
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
