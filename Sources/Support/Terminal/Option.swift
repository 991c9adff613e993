/// An option of a command, declared as data: `--hidden NUMBER`, or a flag such as `--quiet`.
public struct Option: Sendable {
  /// The long name, without its dashes. The parsed value is looked up under it.
  public var name: String
  /// The short form's letter. `h` is taken by `--help`.
  public var letter: Character?
  /// What help calls the value (`NUMBER`); nil makes the option a flag.
  public var placeholder: String?
  /// The value, as it would be typed, when the option is not given.
  public var defaultValue: String?
  /// The values allowed; none: anything.
  public var choices: [String]
  /// Other long names that are understood but not shown in help (`max_len`).
  public var aliases: [String]
  /// A line for help.
  public var help: String

  /// Declares an option with a value.
  public init(
    _ name: String, _ letter: Character? = nil, value placeholder: String,
    default defaultValue: String? = nil, choices: [String] = [], aliases: [String] = [],
    help: String
  ) {
    self.name = name
    self.letter = letter
    self.placeholder = placeholder
    self.defaultValue = defaultValue
    self.choices = choices
    self.aliases = aliases
    self.help = help
  }

  /// Declares an option without a value.
  public static func flag(
    _ name: String, _ letter: Character? = nil, aliases: [String] = [], help: String
  ) -> Option {
    var option = Option(name, letter, value: "", aliases: aliases, help: help)
    option.placeholder = nil
    return option
  }

  static let help = flag("help", "h", help: "print this help and exit")
  static let version = flag("version", help: "print the version and exit")
}

/// A positional argument of a command, declared as data.
public struct Argument: Sendable {
  /// How often an argument is given.
  public enum Count: Sendable {
    /// Once.
    case required
    /// Once or not at all.
    case optional
    /// Any number of times, also none. Only a command's last argument can be repeated.
    case repeated
  }

  /// What help and messages call it (`MODEL`). The parsed value is looked up under it.
  public var name: String
  /// How often it is given.
  public var count: Count
  /// The values allowed; none: anything.
  public var choices: [String]
  /// A line for help.
  public var help: String

  /// Declares an argument.
  public init(
    _ name: String, _ count: Count = .required, choices: [String] = [], help: String
  ) {
    self.name = name
    self.count = count
    self.choices = choices
    self.help = help
  }
}
