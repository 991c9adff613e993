import Formats

extension GradeReport {
  /// The report as Gradescope's `results.json`: the total, and a test for each part.
  public var gradescopeResults: JSON {
    .object([
      JSON.Member("score", .number(score)),
      JSON.Member("max_score", .number(points)),
      JSON.Member("output", .string(description)),
      JSON.Member("visibility", .string("visible")),
      JSON.Member("tests", .array(results.flatMap(\.parts).map(test))),
    ])
  }

  private func test(_ result: PartResult) -> JSON {
    .object([
      JSON.Member("name", .string("\(result.part.id) \(result.part.title)")),
      // The part's id without its Q.
      JSON.Member("number", .string(String(result.part.id.dropFirst()))),
      JSON.Member("score", .number(result.score)),
      JSON.Member("max_score", .number(result.part.points)),
      JSON.Member("status", .string(result.failure == nil ? "passed" : "failed")),
      JSON.Member("output", .string(result.failure ?? "")),
    ])
  }
}
