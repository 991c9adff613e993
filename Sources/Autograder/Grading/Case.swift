import Formats
import Wire

/// One thing that is asked, and what is right.
public struct Case: Sendable {
  /// What is special about it, such as `logits up to ±1e308`.
  public let title: String
  /// What is asked.
  public let request: Request
  /// Sets of letters among what is asked: `train` is the tensors `train_x` and `train_y`, from the
  /// file of this name. Empty where all tensors are the case's own.
  public let letters: [Named<String>]
  /// What is right, in the order in which it is computed.
  public let expected: [Quantity]
  /// Whether the report keeps its numbers to itself.
  public let isHidden: Bool

  /// A case.
  public init(
    _ title: String, _ request: Request, letters: [Named<String>] = [], expected: [Quantity],
    isHidden: Bool = false
  ) {
    (self.title, self.request, self.letters) = (title, request, letters)
    self.expected = expected
    self.isHidden = isHidden
  }

  /// The most bytes that an answer may have.
  var longestAnswer: Int {
    8 + MessageLength.longestHeader + 8 * expected.reduce(0) { $0 + $1.value.values.count }
  }
}

/// A tensor that is right, and how near a found one must come.
public struct Quantity: Sendable {
  /// Its name on the wire and the right value.
  public let value: SafetensorsFile.Tensor
  /// Relative to the largest entry; 0 for numbers that must be equal, such as labels.
  public let tolerance: Double
  /// Whether it counts. Nothing earns points that a program gives without computing: what it was
  /// given, or zeros.
  let earns: Bool

  /// A quantity that is right.
  public init(_ value: SafetensorsFile.Tensor, tolerance: Double, isGiven: Bool = false) {
    (self.value, self.tolerance) = (value, tolerance)
    earns = !isGiven && value.values.contains { $0 != 0 }
  }

  /// As the hand-out writes it, such as `g_β` for `g_beta`.
  public var symbol: String { Self.symbol(value.name) }

  /// A name of the wire as the hand-out writes it.
  public static func symbol(_ name: String) -> String {
    if name.hasPrefix("g_") { return "g_" + symbol(String(name.dropFirst(2))) }
    let letters = ["alpha": "α", "beta": "β", "yhat": "ŷ", "w": "ω"]
    return letters[name] ?? name.split(separator: "_").joined(separator: " ")
  }
}
