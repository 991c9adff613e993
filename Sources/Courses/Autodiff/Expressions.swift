import Layers

/// A namespace of expressions: it names and numbers the terms that they are built of.
///
/// ```swift
/// let expressions = Expressions()
/// let h = try expressions.input("h")
/// let w = try expressions.input("w")
/// let area = try half(h * w).named("area")
/// let values = try expressions.eval(area, ["h": Matrix(row: [2]), "w": Matrix(row: [3])])
/// ```
///
/// Building only writes down what is to be computed. Values bring the shapes, and with them the
/// expression is recorded on a ``WengertList``. What cannot be done throws an ``ExpressionError``.
///
/// Source: W. Cohen, "Automatic Reverse-Mode Differentiation: Lecture Notes", CMU 10-605 (2016).
public final class Expressions {
  /// In order of building, so that operands come before what is computed from them.
  private(set) var definitions: [Definition] = []
  /// The terms that were given a name.
  private var indices: [String: Int] = [:]
  /// For each term that was evaluated, the list of its last shapes.
  var recordings: [Int: RecordedExpression] = [:]

  /// An empty namespace.
  public init() {}

  // MARK: Building

  /// An input. It needs a value, unless it has a default.
  public func input(
    _ name: String, default value: Matrix? = nil
  ) throws(ExpressionError) -> Term {
    try define(name, Definition(role: .input, defaultValue: value))
  }

  /// A parameter and the value that it has as long as no other is given.
  public func parameter(_ name: String, _ value: Matrix) throws(ExpressionError) -> Term {
    try define(name, Definition(role: .parameter, defaultValue: value))
  }

  private func define(_ name: String, _ definition: Definition) throws(ExpressionError) -> Term {
    try claim(name, definitions.count)
    return append(definition)
  }

  /// An operation's output, without a name.
  func append(_ module: any Module, _ operands: [Int]) -> Term {
    append(Definition(role: .operationOutput, module: module, operands: operands))
  }

  private func append(_ definition: Definition) -> Term {
    definitions.append(definition)
    return Term(namespace: self, index: definitions.count - 1)
  }

  // MARK: Names

  func setName(_ name: String, of index: Int) throws(ExpressionError) {
    if indices.values.contains(index) { throw .hasAName(names[index], new: name) }
    try claim(name, index)
  }

  private func claim(_ name: String, _ index: Int) throws(ExpressionError) {
    guard indices[name] == nil else { throw .nameTaken(name) }
    indices[name] = index
    // They have the names that terms had when they were recorded.
    recordings = [:]
  }

  /// The names of all terms. What has no name gets the next number that is not taken: z1, …
  var names: [String] {
    let given = Dictionary(uniqueKeysWithValues: indices.map { ($1, $0) })
    var number = 0
    return definitions.indices.map { index in
      if let name = given[index] { return name }
      repeat { number += 1 } while indices["z\(number)"] != nil
      return "z\(number)"
    }
  }

  /// The term of this name.
  public subscript(_ name: String) -> Term {
    get throws(ExpressionError) {
      guard let index = names.firstIndex(of: name) else { throw .usedBeforeDefined(name) }
      return Term(namespace: self, index: index)
    }
  }

  /// What the term of this name is; nil if there is none.
  public func role(of name: String) -> Role? {
    names.firstIndex(of: name).map { definitions[$0].role }
  }

  /// The position of a term that must belong here.
  func index(of term: Term) throws(ExpressionError) -> Int {
    guard term.namespace === self else { throw .foreign(term.name) }
    return term.index
  }
}
