import Formats
import Layers
import Learning
import Network

// What the page carries for its scripts; `Report/Page/data.js` reads it.

extension LetterReport {
  var data: JSON {
    let sets = sets.map(PackedLetters.init)
    return .object([
      .init("letters", .array(names.all.map(JSON.string))),
      .init("image", imageShape(pixels: network.inputs)),
      .init("rate", record?.rate.map(JSON.number) ?? .null),
      .init("network", network.json),
      .init("sets", .array(sets.map(\.json))),
      .init("packed", compressed(sets.flatMap(\.bytes))),
    ])
  }
}

/// How the pixels lie: 16 × 8 as the hand-out's letters, else as square as it goes.
private func imageShape(pixels: Int) -> JSON {
  let side = max(1, Int(Double(pixels).squareRoot()))
  let columns = pixels == 128 ? 8 : (1...side).last { pixels % $0 == 0 } ?? 1
  return .object([
    .init("rows", .integer(pixels / columns)), .init("columns", .integer(columns)),
  ])
}

extension Network {
  /// What the page's twin is made of.
  fileprivate var json: JSON {
    .object([
      .init("inputs", .integer(inputs)), .init("hidden", .integer(hidden)),
      .init("classes", .integer(classes)),
      .init("form", .string(modules.areQuick ? "quick" : "as written")),
      .init("alpha", .string(base64(packed(alpha.values)))),
      .init("beta", .string(base64(packed(beta.values)))),
    ])
  }
}

/// Bytes in base64, compressed where that can be done.
private func compressed(_ bytes: [UInt8]) -> JSON {
  let compressed = gzip(bytes)
  return .object([
    .init(compressed == nil ? "plain" : "gzip", .string(base64(compressed ?? bytes)))
  ])
}

/// A set of letters: what the page says of it, and its labels and pixels.
private struct PackedLetters {
  /// The most letters of a set that a page carries.
  private static let limit = 10_000

  let json: JSON
  let bytes: [UInt8]

  init(_ set: ReportedLetters) {
    let part = set.letters[..<min(set.letters.count, Self.limit)]
    let values = part.x.values
    let bits = packedBits(values)
    json = .object([
      .init("name", .string(set.name)), .init("count", .integer(part.count)),
      .init("total", .integer(set.letters.count)), .init("areBits", .bool(bits != nil)),
    ])
    bytes = packed(labels: part.labels) + (bits ?? packed(values))
  }
}
