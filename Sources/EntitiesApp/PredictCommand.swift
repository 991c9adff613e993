import Entities
import Formats
import Terminal

let predictCommand = Command(
  "predict", summary: "Print what kind of thing each name is, and how probable that is.",
  arguments: [
    modelArgument, Argument("TITLE", help: "a name in plain text"),
    Argument("MORE", .repeated, help: "more names"),
  ],
  examples: [#"entities predict runs/tiny-lstm.safetensors "Marie Curie" Timbuktu"#])

/// `entities predict MODEL TITLE…`: a class, its probability and the title a line.
func predict(_ arguments: ParsedArguments) throws -> ExitCode {
  let titles = [try arguments.string("TITLE")] + arguments.strings("MORE")
  if titles.contains("") { throw UsageError("a TITLE is empty") }
  let model = try Model.read(try arguments.string("MODEL"))
  let classes = model.alphabet.classes
  let set = try model.alphabet.titles(
    try TitleTSV(typed: titles, label: classes[0]), path: "TITLE",
    maxLength: model.architecture.maxLength)
  let probabilities = try model.evaluate(set).probabilities
  let width = classes.map { $0.printable.displayWidth }.max() ?? 0
  let capabilities = TerminalCapabilities(.standard)
  var output = BufferedOutput(.standard)
  for (i, title) in titles.enumerated() {
    let best = probabilities.argmax(ofRow: i)
    let line =
      "\(classes[best].printable.padded(width))  \(fixed(probabilities[i, best], 4))  "
      + title.printable
    try output.write((capabilities.isTerminal ? line.fitting(capabilities.width) : line) + "\n")
  }
  try output.flush()
  return .success
}

extension TitleTSV {
  /// Titles as people write them, all of one label.
  fileprivate init(typed titles: [String], label: String) throws(FileError) {
    let digits = Array("0123456789ABCDEF".utf8)
    let lines = titles.map { title in
      title.utf8.flatMap { [UInt8(ascii: "%"), digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        + Array("\t\(label)\n".utf8)
    }
    try self.init(Array(lines.joined()), path: "TITLE")
  }
}
