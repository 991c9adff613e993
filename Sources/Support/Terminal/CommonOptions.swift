// Options that every program with a training run spells alike.

extension Option where Value == UInt32 {
  /// `-s`, `--seed`.
  package static func seed(default seed: UInt32 = 0, help: String) -> Option {
    Option("seed", "s", as: .integer(0 ... .max), default: seed, value: "N", help: help)
  }
}

extension Option where Value == Int {
  /// `-e`, `--epochs`.
  package static func epochs(
    default epochs: Int, _ range: ClosedRange<Int> = 0...1_000_000, help: String
  ) -> Option {
    Option(
      "epochs", "e", as: .integer(range), default: epochs, value: "N",
      aliases: ["num-epoch", "num-epochs"], help: help)
  }
}

extension Option where Value == Bool {
  /// `-q`, `--quiet`.
  package static var quiet: Option {
    Option(flag: "quiet", "q", help: "print nothing but errors")
  }
}
