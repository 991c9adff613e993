import Formats

extension GradeReport {
  /// The report as Gradescope's `results.json`: the total, and a test for each part.
  /// - Parameter leaderboard: whether the total is shown on the course's leaderboard.
  public func gradescopeResults(leaderboard: Bool = false) -> JSON {
    var members = [
      JSON.Member("score", .number(score)),
      JSON.Member("max_score", .number(points)),
      JSON.Member("execution_time", .number(rounded(seconds))),
      JSON.Member("output", .string(description)),
      JSON.Member("output_format", .string("text")),
      JSON.Member("visibility", .string("visible")),
      JSON.Member("tests", .array(results.flatMap(\.parts).map(test))),
    ]
    if leaderboard {
      let entry = [JSON.Member("name", .string("points")), JSON.Member("value", .number(score))]
      members.append(JSON.Member("leaderboard", .array([.object(entry)])))
    }
    return .object(members)
  }

  private func test(_ result: PartResult) -> JSON {
    var members = [
      JSON.Member("name", .string("\(result.part.id) \(result.part.title)")),
      // The part's id without its Q.
      JSON.Member("number", .string(String(result.part.id.dropFirst()))),
      JSON.Member("score", .number(result.score)),
      JSON.Member("max_score", .number(result.part.points)),
      JSON.Member("status", .string(result.failure == nil ? "passed" : "failed")),
      JSON.Member("output", .string(result.failure ?? "")),
      JSON.Member("output_format", .string("text")),
      JSON.Member("visibility", .string("visible")),
    ]
    if let usage = result.usage {
      let measured = [
        JSON.Member("seconds", .number(rounded(usage.seconds))),
        JSON.Member("peak_memory_mib", .integer(usage.memory >> 20)),
      ]
      members.append(JSON.Member("extra_data", .object(measured)))
    }
    return .object(members)
  }
}

/// To milliseconds.
private func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
