import Report

/// A derivative's two values, one below the other, so that the eye finds where their digits part.
struct DerivativePair {
  let name: String
  /// Where it was taken, in words.
  let place: String?
  let analytic, numeric: String
  var error: String?

  var html: HTML {
    var rows = [("backward", analytic), ("differences", numeric)]
    if let error { rows.append(("error", error)) }
    return .list([
      .element("p", ["class": "pair"], [name, place].compactMap(\.self).joined(separator: " ")),
      .element(
        "dl", ["class": "pair"],
        rows.flatMap { term, text in
          [HTML.element("dt", [:], term), .element("dd", [:], text)]
        }),
    ])
  }
}
