import CLibrary
import GradientCheck
import Report
import Terminal

/// A picture of derivatives: a square each.
struct HeatMap {
  /// What a square shows.
  struct Square {
    /// Its colour, a class of the style sheet, and how much of it; nil leaves paper.
    var fill: (name: String, opacity: Double)?
    /// Marks that are seen without colours.
    var marks: [Mark] = []
    /// What a pointer that rests on it is told.
    let words: String
  }

  enum Mark: String { case outline, worst, notFinite = "not-finite", skipped }

  private let title, name: String
  private let grid: MapGrid
  private let square: (ComparedDerivatives.Cell) -> Square

  /// The picture by backward, that by differences, and where they part.
  static func all(of derivatives: ComparedDerivatives, named name: String) -> [HeatMap] {
    let grid = MapGrid(derivatives)
    let (scale, worst) = (derivatives.largest, derivatives.worst?.cell)
    func map(
      _ title: String, _ square: @escaping (ComparedDerivatives.Cell) -> Square
    ) -> HeatMap {
      HeatMap(title: title, name: "\(name), \(title)", grid: grid, square: square)
    }
    func value(_ values: [[Double]]) -> (ComparedDerivatives.Cell) -> Square {
      { Square(values[$0.row][$0.column], scale: scale, of: derivatives.name($0)) }
    }
    return [
      map("by backward", value(derivatives.analytic)),
      map("by central differences", value(derivatives.numeric)),
      map("where they part") { Square(error: derivatives, $0, isWorst: $0 == worst) },
    ]
  }

  var html: HTML {
    let squares = grid.cells.map { (cell: $0, square: square($0)) }
    // Marks lie above the neighbours' colours.
    let content =
      squares.compactMap { grid.filled($0.cell, $0.square) } + [grid.lines]
      + squares.flatMap { cell, square in square.marks.map { grid.marked(cell, $0) } }
    let words = "\(name): \(grid.rows) × \(grid.columns) numbers; a table below has them"
    let picture = HTML.element(
      "svg",
      [
        "role": "img", "aria-label": words, "width": "\(grid.width)", "height": "\(grid.height)",
        "viewBox": "0 0 \(grid.width) \(grid.height)",
      ], [grid.labels] + content)
    return .element(
      "figure", [:],
      [
        .element("figcaption", [:], title),
        grid.isWide ? .scrolling(name, picture) : picture,
      ])
  }
}

extension HeatMap.Square {
  /// Of a derivative: orange above 0, blue below.
  init(_ value: Double, scale: Double, of name: String) {
    words = "\(name) = \(digits(value))"
    if !value.isFinite {
      marks = [.notFinite]
    } else if value != 0 {
      fill = (value > 0 ? "positive" : "negative", abs(value) / scale)
    }
  }

  /// Of how far two derivatives part.
  init(error derivatives: ComparedDerivatives, _ cell: ComparedDerivatives.Cell, isWorst: Bool) {
    let name = derivatives.name(cell)
    guard let error = derivatives.errors[cell.row][cell.column] else {
      (words, marks) = ("\(name) is at a kink", [.skipped])
      return
    }
    let isBeyond = derivatives.isBeyond(cell)
    words =
      "\(name): backward \(digits(derivatives.analytic[cell.row][cell.column])), differences "
      + "\(digits(derivatives.numeric[cell.row][cell.column])), error \(scientific(error))"
    if error > 0 && error.isFinite {
      fill = (isBeyond ? "beyond" : "within", ErrorScale.opacity(error))
    }
    marks =
      (isBeyond ? [.outline] : []) + (isBeyond && isWorst ? [.worst] : [])
      + (error.isFinite ? [] : [.notFinite])
  }
}

/// Errors from 1e-16, a number's last place, to 1, by their powers of ten.
enum ErrorScale {
  static let decades = 16

  /// Where an error lies, from 0 to 1.
  static func place(_ error: Double) -> Double {
    min(max(log10(error) / Double(decades) + 1, 0), 1)
  }

  /// The error of a power of ten.
  static func error(ofPower power: Double) -> Double { pow(10, power) }

  /// How much colour it gets; light enough for an outline to be seen.
  static func opacity(_ error: Double) -> Double { 0.06 + 0.6 * place(error) }
}

extension ComparedDerivatives {
  /// The largest magnitude of both pictures; 1 where there is none.
  var largest: Double {
    let largest = (analytic + numeric).joined().filter(\.isFinite).reduce(0) { max($0, abs($1)) }
    return largest > 0 ? largest : 1
  }
}
