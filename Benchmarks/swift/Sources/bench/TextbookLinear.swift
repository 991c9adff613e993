import Layers

/// `Linear` as a student writes it with rows of matrices: every loop in plain sight.
struct RowLinear: ParameterModule {
  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape { Shape(a.rows, w.columns) }

  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows {
      let input = a.row(n)
      let bias = w.row(0)
      var output = b.mutableRow(n)
      for j in output.indices { output[j] = bias[j] }
      for i in input.indices {
        let weights = w.row(i + 1)
        for j in output.indices { output[j] += input[i] * weights[j] }
      }
    }
  }

  func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    for n in 0..<a.rows {
      let upstream = gB.row(n)
      var gradient = gA.mutableRow(n)
      for i in gradient.indices {
        let weights = w.row(i + 1)
        var sum = 0.0
        for j in upstream.indices { sum += weights[j] * upstream[j] }
        gradient[i] += sum
      }
    }
  }

  func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix) {
    for n in 0..<a.rows {
      let input = a.row(n)
      let upstream = gB.row(n)
      for i in 0...input.count {
        let factor = scale * (i == 0 ? 1 : input[i - 1])
        var weights = w.mutableRow(i)
        for j in weights.indices { weights[j] += factor * upstream[j] }
      }
    }
  }
}

/// The same with elements, `a[i, j]`, only.
struct ElementLinear: ParameterModule {
  func shape(_ a: Shape, _ w: Shape) throws(ShapeError) -> Shape { Shape(a.rows, w.columns) }

  func forward(_ a: Matrix, _ w: Matrix, into b: inout Matrix) {
    for n in 0..<a.rows {
      for j in 0..<w.columns {
        var sum = w[0, j]
        for i in 0..<a.columns { sum += a[n, i] * w[i + 1, j] }
        b[n, j] = sum
      }
    }
  }

  func backward(
    _ a: Matrix, _ w: Matrix, _ b: Matrix, _ gB: Matrix, addingA gA: inout Matrix
  ) {
    for n in 0..<a.rows {
      for i in 0..<a.columns {
        for j in 0..<w.columns { gA[n, i] += w[i + 1, j] * gB[n, j] }
      }
    }
  }

  func accumulate(_ scale: Double, _ a: Matrix, _ gB: Matrix, adding w: inout Matrix) {
    for n in 0..<a.rows {
      for j in 0..<w.columns {
        w[0, j] += scale * gB[n, j]
        for i in 0..<a.columns { w[i + 1, j] += scale * a[n, i] * gB[n, j] }
      }
    }
  }
}

extension Measurements {
  /// Seconds of forward, backward and step of a `Linear` on a dense example.
  static func linear(_ name: String, inputs: Int, outputs: Int) throws -> Double {
    let module: any ParameterModule =
      switch name {
      case "rows": RowLinear()
      case "elements": ElementLinear()
      default: Linear()
      }
    var random = Scatter()
    func matrix(_ rows: Int, _ columns: Int) -> Matrix {
      Matrix(rows: rows, columns: columns, (0..<rows * columns).map { _ in random.uniform() - 0.5 })
    }
    let (a, gB) = (matrix(1, inputs), matrix(1, outputs))
    var (w, b, gA) = (matrix(inputs + 1, outputs), Matrix(gB.shape), Matrix(a.shape))
    let count = 20_000
    return time {
      for _ in 0..<count {
        module.forward(a, w, into: &b)
        module.backward(a, w, b, gB, addingA: &gA)
        module.accumulate(-1e-6, a, gB, adding: &w)
      }
    } / Double(count)
  }
}
