import CLibrary
import Formats

/// What a program printed: how much, and its end.
struct AnswersLog {
  /// The number of bytes.
  private(set) var count = 0
  /// Whether there may be more.
  private(set) var isOpen = true
  private var end: [UInt8] = []
  private static let kept = 1 << 16

  /// Reads what there is.
  mutating func read(from descriptor: CInt) {
    // A flood must not keep the reader here.
    for _ in 0..<16 where isOpen {
      if end.count >= 2 * Self.kept { end.removeFirst(end.count - Self.kept) }
      let read = readMore(from: descriptor, to: &end, limit: Self.kept)
      if read < 0 && errno == EAGAIN { return }
      if read <= 0 { isOpen = false }
      count += max(0, read)
    }
  }

  /// Its end, safe to print, a line each.
  var text: String {
    let lines = end.suffix(Self.kept).split(separator: UInt8(ascii: "\n"))
    return lines.suffix(100).map { escaped($0, limit: 300) }.joined(separator: "\n")
  }

  /// What to add to a reason: where and why Swift stopped the program, or else its last words.
  var complaint: String {
    let trap = Trap(ofLayers: end)
    let place = trap.place.map { " at \(escaped($0.utf8, limit: 120))" } ?? ""
    if let message = trap.message { return "\(place): \(escaped(message.utf8, limit: 300))" }
    let lines = end.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return place + (lines.last.map { ": \(escaped($0, limit: 300))" } ?? "")
  }
}
