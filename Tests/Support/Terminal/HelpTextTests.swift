import Testing

@testable import Terminal

@Suite struct HelpTextTests {
  @Test(arguments: ["--help", "-h", "help", "help --help"])
  func programHelp(line: String) throws {
    let request = try example.parse(line.split(separator: " ").map(String.init))
    guard case .print(let text) = request else {
      Issue.record("no help")
      return
    }
    #expect(text == example.helpText)
  }

  @Test func programHelpListsEverything() {
    let expected = """
      Usage: ocr COMMAND [ARGUMENT]... [OPTION]...

      Learns to read letters.

      Commands:
        train  Train a network.
        show   Draw letters.
        check  Check gradients.
        help   explain a command

      Options:
        -h, --help     print this help and exit
            --version  print the version and exit

      Exit codes: 0 success,
      """
    #expect(example.helpText.hasPrefix(expected))
  }

  @Test(arguments: ["train --help", "train -h", "train small -qh", "train --hidden 5 --help small"])
  func commandHelp(line: String) throws {
    #expect(try parsed(line) == nil)
    let expected = """
      Usage: ocr train SIZE [OPTION]...

      Train a network.

      Arguments:
        SIZE  which data set: small, medium or large

      Options:
            --hidden NUMBER         hidden units (default: 50)
        -e, --epochs NUMBER         passes over the data (default: 100)
        -r, --learning-rate NUMBER  step of the descent (default: 0.01)
        -i, --init random|zero      how the weights begin (default: random)
        -o, --output DIR            directory for the results
        -q, --quiet                 print only the result
        -v, --verbose               print more than anybody would ever want to read
                                    about it
        -h, --help                  print this help and exit

      Examples:
        ocr train small

      Exit codes: 0 success, 1 a check failed, 64 wrong usage, 65 bad data, 66 input
      cannot be opened, 70 internal error, 73 output cannot be created, 74 reading or
      writing failed, 130 interrupted, 141 the reader of the output went away.

      """
    guard case .print(let text) = try example.parse(line.split(separator: " ").map(String.init))
    else { return }
    #expect(text == expected)
  }

  @Test func longTermsHaveTheirExplanationBelow() {
    let name = "a-name-that-is-longer-than-its-column"
    let command = Command(
      "run", summary: "Run.", arguments: [Argument("FILE", .repeated, help: "files")],
      options: [Option(name, value: "X", help: "thing")])
    let text = example.helpText(for: command)
    #expect(text.contains("      --\(name) X\n\(String(repeating: " ", count: 32))thing\n"))
    #expect(text.contains("Usage: ocr run [FILE]... [OPTION]...\n"))
  }

  @Test func fitsInto80Columns() {
    let texts = [example.helpText] + example.commands.map { example.helpText(for: $0) }
    for line in texts.flatMap({ $0.split(separator: "\n") }) {
      #expect(line.displayWidth <= 80, "\(line)")
    }
  }

  @Test func version() throws {
    guard case .print(let text) = try example.parse(["--version"]) else {
      Issue.record("no version")
      return
    }
    #expect(text == "ocr 1.2\n")
  }
}
