import TestSupport
import Testing

@testable import Layers

/// What holds for every one of the functions besides its accuracy.
@Suite(.firstIssues) struct ElementaryFunctionTests {
  /// Alone or in any lane, whatever is in the others.
  @Test(arguments: ElementaryFunction.allCases)
  func scalarAndVectorGiveTheSameBits(function: ElementaryFunction) throws {
    let points = try ElementaryReference.all(of: function).map(\.x) + [.infinity, -.infinity, -1]
    for start in points.indices.dropLast(7) {
      var x = Vector()
      for lane in x.indices { x[lane] = points[start + lane] }
      let y = function(x)
      for lane in x.indices {
        let alone = function(x[lane])
        #expect(alone.bitPattern == y[lane].bitPattern || alone.isNaN && y[lane].isNaN)
      }
    }
  }

  /// Nowhere falls by steps of 8 ulps of x, least of all where the reduction changes. (Between
  /// neighbouring numbers, where the truth moves by a fraction of an ulp, rounding may show.)
  @Test(
    arguments: [
      (.exp, [0.34657359027997264, -0.34657359027997264, 1, -708.396, 709]),
      (.log, [0.7071067811865476, 1.4142135623730951, 1, 2, 0x1p-1022, 1e300]),
      (.tanh, [0.17328679513998632, 0.51986038541995897, 0.0625, 1, 18.37]),
      (.sigmoid, [0.34657359027997264, -0.34657359027997264, -1, -36.7, -708.396, 36]),
    ] as [(ElementaryFunction, [Double])])
  func risesOnAGrid(function: ElementaryFunction, centers: [Double]) {
    for center in centers {
      var falls = 0
      var previous = -Double.infinity
      for i in -20_000...20_000 {
        let y = function(center + Double(i) * 8 * center.ulp)
        if y < previous { falls += 1 }
        previous = y
      }
      #expect(falls == 0, "\(function) near \(center)")
    }
  }

  @Test(arguments: ElementaryFunction.allCases)
  func passesNaNOn(function: ElementaryFunction) {
    #expect(function(Double.nan).isNaN)
    #expect(function(-Double.nan).isNaN)
  }

  /// Limits, signs of zero and the ends of the range.
  @Test(
    arguments: [
      (
        .exp,
        [
          (0, 1), (-0.0, 1), (.infinity, .infinity), (-.infinity, 0), (-1e308, 0),
          (1e308, .infinity),
          (709.782712893384, 0x1.fffffffffff2ap1023), (709.7827128933841, .infinity),
          (-745.1332191019411, .leastNonzeroMagnitude), (-745.1332191019412, 0),
        ]
      ),
      (
        .log,
        [
          (1, 0), (0, -.infinity), (-0.0, -.infinity), (.infinity, .infinity),
        ]
      ),
      (
        .tanh,
        [
          (0, 0), (-0.0, -0.0), (.infinity, 1), (-.infinity, -1), (1e308, 1), (-20, -1),
          (.leastNonzeroMagnitude, .leastNonzeroMagnitude), (-0x1p-1023, -0x1p-1023),
        ]
      ),
      (
        .sigmoid,
        [
          (0, 0.5), (-0.0, 0.5), (.infinity, 1), (-.infinity, 0), (1e308, 1), (-1e308, 0), (40, 1),
          (-745.1332191019411, .leastNonzeroMagnitude), (-745.1332191019412, 0),
        ]
      ),
    ] as [(ElementaryFunction, [(Double, Double)])])
  func edges(function: ElementaryFunction, values: [(Double, Double)]) {
    for (x, y) in values {
      #expect(
        function(x).bitPattern == y.bitPattern, "\(function)(\(x)) = \(function(x)), not \(y)")
    }
  }

  @Test(arguments: [-Double.leastNonzeroMagnitude, -1, -1e308, -Double.infinity])
  func logarithmOfANegativeNumberIsNaN(x: Double) {
    #expect(ElementaryFunction.log(x).isNaN)
  }
}
