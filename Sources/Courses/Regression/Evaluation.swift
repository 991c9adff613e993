import Layers

extension ComputationGraphFunction {
  /// The mean of the objective over all examples.
  /// - Throws: `GraphError` when the data do not fit, `DivergenceError` when an objective is no
  ///   number.
  public func averageObjective(_ data: DataSet) throws -> Double {
    try expect(data)
    return try Self.mean(data.count) { i in
      load(i, of: data)
      try evaluate(to: objective)
      return number(objective)
    }
  }

  /// The mean of (ŷ − y)² over all examples, without any penalty.
  /// - Throws: `GraphError` when the data do not fit, `DivergenceError` when an error is no number.
  public func averageSquareError(_ data: DataSet) throws -> Double {
    let predictions = try predictions(data.x)
    return try Self.mean(data.count) { i in
      let error = predictions[i, 0] - data.y[i, 0]
      return error * error
    }
  }

  private static func mean(_ count: Int, _ value: (Int) throws -> Double) throws -> Double {
    var sum = 0.0
    for i in 0..<count {
      let value = try value(i)
      if !value.isFinite { throw DivergenceError(epoch: nil, example: i + 1) }
      sum += value
    }
    return sum / Double(count)
  }

  /// The share of examples whose likeliest class, the lowest on ties, is the right one.
  /// - Throws: `GraphError` when the data do not fit.
  public func accuracy(_ data: DataSet) throws(GraphError) -> Double {
    let predictions = try predictions(data.x)
    let right = (0..<data.count).count { predictions.argmax(ofRow: $0) == data.y.argmax(ofRow: $0) }
    return Double(right) / Double(data.count)
  }
}
