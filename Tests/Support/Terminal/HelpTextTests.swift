import Testing

@testable import Terminal

@Suite struct HelpTextTests {
  @Test(arguments: ["--help", "-h", "help", "help --help"])
  func programHelp(line: String) throws {
    #expect(try printed(line.split(separator: " ").map(String.init)) == example.helpText)
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

  @Test(arguments: ["train --help", "train -h", "train small -qh", "train -e x --help small"])
  func commandHelp(line: String) throws {
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
      writing failed, 129 the terminal went away, 130 interrupted, 141 the reader of
      the output went away, 143 terminated.

      """
    #expect(try printed(line.split(separator: " ").map(String.init)) == expected)
  }

  @Test func longTermsHaveTheirExplanationBelow() {
    let name = "a-name-that-is-longer-than-its-column"
    let command = command(
      "run", arguments: [Argument("FILE", repeated: .text, help: "files")],
      options: [Option(name, as: .text, value: "X", help: "thing")])
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

  @Test(arguments: [24, 40, 79]) func fitsIntoANarrowTerminal(width: Int) {
    var narrow = example
    narrow.helpWidth = width
    let texts = [narrow.helpText] + narrow.commands.map { narrow.helpText(for: $0) }
    for line in texts.flatMap({ $0.split(separator: "\n") }) where !line.contains("--") {
      #expect(line.displayWidth <= width, "\(line)")
    }
  }

  @Test func version() throws {
    #expect(try printed(["--version"]) == "ocr 1.2\n")
  }
}
