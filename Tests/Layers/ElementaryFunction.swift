import CLibrary

@testable import Layers

/// The functions under test, with where and against what they are measured.
enum ElementaryFunction: String, CaseIterable {
  case exp, log, tanh, sigmoid

  func callAsFunction(_ x: Vector) -> Vector {
    switch self {
    case .exp: Layers.exp(x)
    case .log: Layers.log(x)
    case .tanh: Layers.tanh(x)
    case .sigmoid: Layers.sigmoid(x)
    }
  }

  /// Beside other numbers, as in a matrix.
  func callAsFunction(_ x: Double) -> Double {
    self(Vector(x, 0, 1, -1, x, .nan, .infinity, 1e308))[0]
  }

  /// The largest error allowed, in ulps.
  var bound: Double {
    switch self {
    case .exp, .log: 1.1
    case .tanh, .sigmoid: 1.5
    }
  }

  /// Where the function is neither rounded to a limit nor undefined, and where it is harder.
  var intervals: [ClosedRange<Double>] {
    switch self {
    case .exp: [-745.1...709.7, -1...1, -745.1...(-708)]
    case .log: [1e-300...10, 0.5...2, 0x1p-1060...0x1p-1020, 1...1e308]
    case .tanh: [-20...20, -1...1, 0.06...0.065, -0.1...0.1, 0x1p-1060...0x1p-1020]
    case .sigmoid: [-40...40, -1...1, -745.1...0, -37...(-36), 36...38]
    }
  }

  #if arch(x86_64) && !os(Windows)
    /// The value in the C library's 80-bit arithmetic, to better than 0.01 ulp of a double.
    func reference(_ x: Double) -> Float80 {
      switch self {
      case .exp: expl(Float80(x))
      case .log: logl(Float80(x))
      case .tanh: tanhl(Float80(x))
      case .sigmoid: 1 / (1 + expl(-Float80(x)))
      }
    }
  #endif
}
