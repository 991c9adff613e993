import Formats
import Layers
import Learning
import Network
import Report
import Terminal

/// A set of letters, and what the page calls it.
struct NamedLetters {
  let name: String
  let letters: DataSet
}

/// The page about a network that reads letters.
struct LetterReport {
  let title: String
  let names: LabelNames
  let network: Network
  /// First the one that is measured.
  let sets: [NamedLetters]

  var page: Page {
    Page(
      "Letters: \(title)", sections,
      data: .object([
        JSON.Member("letters", .array(names.all.map { .string($0) })),
        JSON.Member("image", imageShape),
        JSON.Member("network", network.json),
        JSON.Member("sets", .array(sets.map(\.json))),
      ]),
      libraries: ["twin.js"])
  }

  private var sections: [Section] {
    [
      Section("confusions", "Confusions"),
      Section("units", "Hidden units"),
      Section("pad", "Write a letter", scripts: ["pad-ink.js", "pad-layers.js"]),
      Section("step", "One step of learning"),
    ]
  }

  /// How the pixels lie: 16 × 8 for the hand-out's letters, else as square as it goes.
  private var imageShape: JSON {
    let pixels = network.inputs
    let side = Int(Double(pixels).squareRoot())
    let columns = pixels == 128 ? 8 : (1...max(side, 1)).last { pixels % $0 == 0 } ?? 1
    return .object([
      JSON.Member("rows", .integer(pixels / columns)), JSON.Member("columns", .integer(columns)),
    ])
  }
}

extension Network {
  /// What the page's twin is made of.
  fileprivate var json: JSON {
    .object([
      JSON.Member("inputs", .integer(inputs)), JSON.Member("hidden", .integer(hidden)),
      JSON.Member("classes", .integer(classes)),
      JSON.Member("form", .string(modules.areQuick ? "quick" : "as written")),
      JSON.Member("alpha", .string(base64(alpha.values))),
      JSON.Member("beta", .string(base64(beta.values))),
    ])
  }
}

extension NamedLetters {
  /// The most letters of a set that a page carries.
  private static let limit = 10_000

  fileprivate var json: JSON {
    let part = letters[..<min(letters.count, Self.limit)]
    return .object([
      JSON.Member("name", .string(name)), JSON.Member("count", .integer(part.count)),
      JSON.Member("total", .integer(letters.count)),
      JSON.Member("labels", .string(base64(labels: part.labels))),
      JSON.Member("pixels", part.x.pixelJSON),
    ])
  }
}

extension Matrix {
  /// A bit each where all are 0 or 1, the first in a byte's lowest place; else the numbers.
  fileprivate var pixelJSON: JSON {
    let values = values
    guard values.allSatisfy({ $0 == 0 || $0 == 1 }) else {
      return .object([JSON.Member("float64", .string(base64(values)))])
    }
    var bytes = [UInt8](repeating: 0, count: (values.count + 7) / 8)
    for (i, value) in values.enumerated() where value == 1 { bytes[i / 8] |= 1 << UInt8(i % 8) }
    return .object([JSON.Member("bits", .string(base64(bytes)))])
  }
}
