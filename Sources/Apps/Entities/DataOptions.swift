import Terminal

/// Where the titles are.
let dataFolder = Option(
  "data", "d", as: .text, value: "DIR", help: "folder of the titles (default: the package's)")
/// The name that a dataset's files have in common.
let dataset = Option(
  "dataset", "D",
  as: .text("a name without a \"/\"") { !$0.isEmpty && !$0.utf8.contains(UInt8(ascii: "/")) },
  default: "tiny", value: "NAME", help: "NAME.train, NAME.valid and NAME.test")
