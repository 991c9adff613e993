import GradientCheck
import Report

/// Where the squares of a picture of derivatives lie, and how rows and columns are called.
struct MapGrid {
  let cells: [ComparedDerivatives.Cell]
  let rows, columns: Int
  /// In pixels: a square, which is higher than wide where there are many columns, and what is around.
  private let side, high, left, top: Int
  private let rowNames, columnNames: [String]
  /// After how many rows and columns an example of a batch ends; nil where there is none.
  private let rowBlock, columnBlock: Int?

  init(_ derivatives: ComparedDerivatives) {
    let (function, matrix, shape) = (derivatives.function, derivatives.matrix, derivatives.shape)
    cells = derivatives.cells
    if let output = derivatives.output {
      (rows, columns) = (output.count, shape.count)
      rowNames = (0..<rows).map { "\(function)\($0.indices(output))" }
      columnNames = (0..<columns).map { "\(matrix)\($0.indices(shape))" }
      (rowBlock, columnBlock) = (output.columns, shape.columns)
    } else {
      (rows, columns) = (shape.rows, shape.columns)
      rowNames = (0..<rows).map { "\(matrix)[\($0),·]" }
      columnNames = (0..<columns).map { "\(matrix)[·,\($0)]" }
      (rowBlock, columnBlock) = (nil, nil)
    }
    // As large as fits a small telephone, and no smaller than can be seen.
    side = min(30, max(7, 250 / max(columns, rows / 2, 1)))
    high = rows <= 20 ? max(side, MapGrid.line) : side
    left = MapGrid.room(for: rowNames)
    top = MapGrid.room(for: columnNames)
  }

  var width: Int { left + columns * side + 2 }
  var height: Int { top + rows * high + 2 }
  /// Whether a telephone has no room for it.
  var isWide: Bool { width > 320 }

  /// The height of a line of names.
  private static let line = 14

  /// What the longest name needs, in the style sheet's 11 pixels.
  private static func room(for names: [String]) -> Int {
    (names.map(\.count).max() ?? 0) * 7 + 6
  }

  private func corner(_ cell: ComparedDerivatives.Cell) -> (x: Int, y: Int) {
    (left + cell.column * side + 1, top + cell.row * high + 1)
  }

  // MARK: Squares

  /// A square with its colour and words for a pointer; nothing where it is as the paper.
  func filled(_ cell: ComparedDerivatives.Cell, _ square: HeatMap.Square) -> HTML? {
    if square.fill == nil && square.marks.isEmpty { return nil }
    let (x, y) = corner(cell)
    return .element(
      "rect",
      [
        "class": square.fill?.name ?? "paper", "x": "\(x)", "y": "\(y)", "width": "\(side)",
        "height": "\(high)", "fill-opacity": square.fill.map { "\(rounded($0.opacity))" },
      ], [.element("title", [:], square.words)])
  }

  /// A mark on a square.
  func marked(_ cell: ComparedDerivatives.Cell, _ mark: HeatMap.Mark) -> HTML {
    let (x, y) = corner(cell)
    return mark.html(x: Double(x), y: Double(y), width: Double(side), height: Double(high))
  }

  // MARK: Around them

  /// A frame, and lines between the examples of a batch.
  var lines: HTML {
    let (right, bottom) = (left + columns * side + 1, top + rows * high + 1)
    let across = ends(rows, rowBlock).map { "M\(left + 1) \(top + 1 + $0 * high)H\(right)" }
    let down = ends(columns, columnBlock).map { "M\(left + 1 + $0 * side) \(top + 1)V\(bottom)" }
    return .element("path", ["class": "grid", "d": (across + down).joined()])
  }

  private func ends(_ count: Int, _ block: Int?) -> [Int] {
    Array(stride(from: 0, through: count, by: max(block ?? count, 1)))
  }

  /// The names of rows and columns, as many as there is room for.
  var labels: HTML {
    let baseline = 4
    let rows = stride(from: 0, to: rows, by: step(of: high)).map { row in
      text(rowNames[row], x: left - 3, y: top + 1 + row * high + high / 2 + baseline)
    }
    let columns = stride(from: 0, to: columns, by: step(of: side)).map { column in
      let (x, y) = (left + 1 + column * side + side / 2 + baseline, top - 3)
      return text(columnNames[column], x: x, y: y, turned: true)
    }
    return .element("g", ["class": "names"], rows + columns)
  }

  /// Every one, or so few that they do not look crowded.
  private func step(of side: Int) -> Int {
    side >= Self.line ? 1 : (2 * Self.line + side - 1) / side
  }

  /// Ends left of a place, or is turned to begin there.
  private func text(_ name: String, x: Int, y: Int, turned: Bool = false) -> HTML {
    .element(
      "text",
      [
        "x": "\(x)", "y": "\(y)", "text-anchor": turned ? nil : "end",
        "transform": turned ? "rotate(-90 \(x) \(y))" : nil,
      ], name)
  }
}

extension HeatMap.Mark {
  /// The mark on a square at a place.
  func html(x: Double, y: Double, width: Double, height: Double) -> HTML {
    let (middleX, middleY, reach) = (x + width / 2, y + height / 2, width * 0.28)
    switch self {
    case .outline:
      let stroke = width < 12 ? 1.0 : 2
      return .element(
        "rect",
        [
          "class": rawValue, "x": "\(x + stroke / 2)", "y": "\(y + stroke / 2)",
          "width": "\(width - stroke)", "height": "\(height - stroke)",
          "stroke-width": "\(stroke)",
        ])
    case .worst:
      return .element(
        "circle",
        ["class": rawValue, "cx": "\(middleX)", "cy": "\(middleY)", "r": "\(rounded(reach))"])
    case .notFinite, .skipped:
      func at(_ x: Double, _ y: Double) -> String {
        "\(rounded(middleX + x * reach)) \(rounded(middleY + y * reach))"
      }
      let cross = "M\(at(-1, -1))L\(at(1, 1))M\(at(-1, 1))L\(at(1, -1))"
      let dash = "M\(at(-1, 0))L\(at(1, 0))"
      return .element("path", ["class": rawValue, "d": self == .skipped ? dash : cross])
    }
  }
}

/// To three digits after the point, which is all that a picture shows.
private func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
