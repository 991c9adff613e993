import Layers
import Learning

extension ComputationGraphFunction {
  /// The mean of the objective over all examples.
  /// - Throws: `GraphError` when the data do not fit, `NotFiniteError` when an objective is no
  ///   number.
  public func averageObjective(_ data: DataSet) throws -> Double {
    try expect(data)
    return try Self.mean(data.count) { i in
      load(i, of: data)
      return try evaluateObjective()
    }
  }

  /// The mean of (ŷ − y)² over all examples, without any penalty.
  /// - Throws: `GraphError` when the data do not fit, `NotFiniteError` when an error is no number.
  public func averageSquareError(_ data: DataSet) throws -> Double {
    let predictions = try predictions(data.x)
    return try Self.mean(data.count) { i in
      let error = predictions[i, 0] - data.y[i, 0]
      return error * error
    }
  }

  private static func mean(_ count: Int, _ value: (Int) throws -> Double) throws -> Double {
    var mean = meanObjective()
    for i in 0..<count { try mean.add(try value(i), example: i + 1) }
    return mean.value
  }

  static func meanObjective(epoch: Int? = nil) -> FiniteMean {
    FiniteMean(of: "the objective", epoch: epoch, cause: "is the step too large?")
  }

  /// The share of examples whose likeliest class, the lowest on ties, is the right one.
  /// - Throws: `GraphError` when the data do not fit.
  public func accuracy(_ data: DataSet) throws(GraphError) -> Double {
    let predicted = try predictions(data.x).argmaxOfRows
    return Double(zip(predicted, data.labels).count { $0 == $1 }) / Double(data.count)
  }
}
