import Testing

@testable import Terminal

@Suite struct ArgumentParserTests {
  @Test(arguments: [
    ("train small --hidden 7", "hidden", "7"), ("train small --hidden=7", "hidden", "7"),
    ("train --hidden 7 small", "hidden", "7"), ("train small -e 5", "epochs", "5"),
    ("train small -e5", "epochs", "5"), ("train small -qe5", "epochs", "5"),
    ("train small -qve 5", "epochs", "5"), ("train small -e 5 --epochs 6", "epochs", "6"),
    ("train small -e x --epochs 6", "epochs", "6"), ("train small --output=", "output", ""),
    ("train small --learning_rate 2", "learning-rate", "2"),
    ("train small --output=a_b", "output", "a_b"), ("train small --num_epochs 3", "epochs", "3"),
    ("train small --output -1", "output", "-1"), ("train small -o -1", "output", "-1"),
    ("train small --output=--x", "output", "--x"),
    ("train small --output=a=b", "output", "a=b"), ("train small -o -", "output", "-"),
    ("train small --init zero", "init", "zero"), ("train -- small", "SIZE", "small"),
    ("train small --output=\u{301}", "output", "\u{301}"),
    ("show -", "CSV", "-"), ("show -- --x", "CSV", "--x"), ("show -- --", "CSV", "--"),
  ]) func reads(line: String, name: String, value: String) throws {
    #expect(try parsed(line)?.words[name] == [value])
  }

  @Test func readsFlags() throws {
    let both = try #require(try parsed("train -qv small"))
    #expect(both[quiet] && both[verbose])
    let one = try #require(try parsed("train small --verbose --verbose"))
    #expect(!one[quiet] && one[verbose])
  }

  @Test(arguments: [
    ("", "missing command; try \"ocr --help\""),
    ("trian small", #"unknown command "trian"; did you mean "train"?"#),
    ("TRAIN small", #"unknown command "TRAIN"; did you mean "train"?"#),
    ("hlep", #"unknown command "hlep"; did you mean "help"?"#),
    ("teach", "unknown command \"teach\"; try \"ocr --help\""),
    ("--verson", #"unknown option "--verson"; did you mean "--version"?"#),
    ("-x", #"unknown option "-x""#),
    ("help shwo", #"unknown command "shwo"; did you mean "show"?"#),
    ("help train now", #"unexpected argument "now" for "help""#),
    ("train", #"missing argument SIZE (small, medium or large) for "train""#),
    ("train --quiet", #"missing argument SIZE (small, medium or large) for "train""#),
    ("show", #"missing argument CSV for "show""#),
    ("train small large", #"unexpected argument "large" for "train""#),
    ("show a b", #"unexpected argument "b" for "show""#),
    ("train smal", #"SIZE must be small, medium or large, not "smal"; did you mean "small"?"#),
    ("train huge", #"SIZE must be small, medium or large, not "huge""#),
    (
      "check linear sigmod",
      #"LAYER must be linear or sigmoid, not "sigmod"; did you mean "sigmoid"?"#
    ),
    ("train small --hiden 5", #"unknown option "--hiden" for "train"; did you mean "--hidden"?"#),
    ("train small --hiden=5", #"unknown option "--hiden" for "train"; did you mean "--hidden"?"#),
    (
      "train small --learn 5",
      #"unknown option "--learn" for "train"; did you mean "--learning-rate"?"#
    ),
    (
      "train small --learning_rat 5",
      #"unknown option "--learning_rat" for "train"; did you mean "--learning-rate"?"#
    ),
    ("train small --banana", #"unknown option "--banana" for "train""#),
    ("train small --=5", #"unknown option "--" for "train""#),
    ("train small -x", #"unknown option "-x" for "train""#),
    ("train small -qx", #"unknown option "-x" for "train""#),
    ("train small --version", #"unknown option "--version" for "train""#),
    ("train small --hidden", #"option "--hidden" needs a value (NUMBER)"#),
    ("train small --learning_rate", #"option "--learning_rate" needs a value (NUMBER)"#),
    ("train --hidden --quiet small", #"option "--hidden" needs a value (NUMBER)"#),
    ("train small -e", #"option "-e" needs a value (NUMBER)"#),
    ("train small -qe", #"option "-e" needs a value (NUMBER)"#),
    ("train small --init", #"option "--init" needs a value (random|zero)"#),
    ("train small --quiet=yes", #"option "--quiet" takes no value, found "yes""#),
    (
      "train small --learning-rate -1",
      #"--learning-rate must be a finite number from 0 to 100, not "-1""#
    ),
    ("train small -e 0 --hidden 0", #"--hidden must be a whole number of at least 1, not "0""#),
    (
      "train small -e 0 --hiden 0",
      #"unknown option "--hiden" for "train"; did you mean "--hidden"?"#
    ),
    ("train small -i one -e 0 --help", #"--init must be random or zero, not "one""#),
    ("train small --help=1", #"option "--help" takes no value, found "1""#),
    (
      "train small --init zeroo",
      #"--init must be random or zero, not "zeroo"; did you mean "zero"?"#
    ),
    ("train small -i=zero", #"--init must be random or zero, not "=zero"; did you mean "zero"?"#),
    ("train small --init=", #"--init must be random or zero, not """#),
    ("train sm\u{1b}[2Jall", #"SIZE must be small, medium or large, not "sm\u{1B}[2Jall""#),
    (
      "train small\r\n",
      #"SIZE must be small, medium or large, not "small\r\n"; did you mean "small"?"#
    ),
  ]) func refuses(line: String, message: String) {
    #expect(refusal(line.split(separator: " ").map(String.init)) == message)
  }

  @Test func refusesEmptyWords() {
    #expect(refusal([""]) == #"unknown command ""; try "ocr --help""#)
    #expect(refusal(["train", ""]) == #"SIZE must be small, medium or large, not """#)
  }

  @Test func shortensLongWords() {
    let message = refusal([String(repeating: "x", count: 100_000)])
    #expect(
      message == "unknown command \"\(String(repeating: "x", count: 57))...\"; try \"ocr --help\"")
  }
}
