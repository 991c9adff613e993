import Formats

/// The values of a command's options and arguments, each looked up by its declared name.
public struct ParsedArguments: Sendable {
  let command: Command
  let values: [String: [String]]

  /// Was the flag given?
  public func flag(_ name: String) -> Bool {
    values[name] != nil
  }

  /// The value given or, without one, the declared default; nil where there is neither.
  public func optionalString(_ name: String) -> String? {
    values[name]?.last ?? option(name)?.defaultValue
  }

  /// The value given or the declared default; throws where there is neither.
  public func string(_ name: String) throws(UsageError) -> String {
    guard let text = optionalString(name) else {
      throw UsageError("\(spelling(name)) is required for \"\(command.name)\"")
    }
    return text
  }

  /// All values of a repeated argument, in order.
  public func strings(_ name: String) -> [String] {
    values[name] ?? []
  }

  /// A whole number in decimal; throws if it is anything else or outside `range`.
  public func integer(
    _ name: String, in range: ClosedRange<Int>
  ) throws(UsageError) -> Int {
    let text = try string(name)
    guard let value = Int(text), range.contains(value) else {
      let top = range.upperBound == .max ? nil : "\(range.upperBound)"
      throw wrongValue(name, "a whole number", "\(range.lowerBound)", top, text)
    }
    return value
  }

  /// A finite number in plain decimal or exponent notation; throws if it is anything else
  /// (`nan`, `inf`, `0x10`) or outside `range`. A range up to `.infinity` has no upper end; one
  /// from `.leastNonzeroMagnitude` leaves out 0.
  public func number(
    _ name: String, in range: ClosedRange<Double>
  ) throws(UsageError) -> Double {
    let text = try string(name)
    guard let value = Double(decimal: text), range.contains(value) else {
      let bottom = range.lowerBound == .leastNonzeroMagnitude ? nil : plain(range.lowerBound)
      let top = range.upperBound == .infinity ? nil : plain(range.upperBound)
      throw wrongValue(name, "a finite number", bottom, top, text)
    }
    return value
  }

  private func option(_ name: String) -> Option? {
    command.options.first { $0.name == name }
  }

  private func spelling(_ name: String) -> String {
    option(name) == nil ? name : "--" + name
  }

  /// `bottom` nil stands for "greater than 0", `top` nil for "no upper end".
  private func wrongValue(
    _ name: String, _ kind: String, _ bottom: String?, _ top: String?, _ found: String
  ) -> UsageError {
    let accepted =
      switch (bottom, top) {
      case (nil, nil): "greater than 0"
      case (nil, let top?): "greater than 0 and at most \(top)"
      case (let bottom?, nil): "of at least \(bottom)"
      case (let bottom?, let top?): "from \(bottom) to \(top)"
      }
    return UsageError("\(spelling(name)) must be \(kind) \(accepted), not \(quoted(found))")
  }

  private func plain(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
