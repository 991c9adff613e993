import CLibrary
import Foundation
import GradientCheck
import Layers
import TestSupport
import Testing

@testable import OCRApp

/// The page of `ocr check --report`.
@Suite(.firstIssues) struct CheckPageTests {
  // MARK: The package's layers

  @Test func theProgramWritesIt() throws {
    let scratch = try Scratch()
    let file = scratch.file("<&\"'>.html")
    let plain = try ocr("check")
    let drawn = try ocr("check", "--report", file)
    #expect(drawn.exitCode == 0 && drawn.errors == "")
    #expect(drawn.output == plain.output + "the check's page is \(file)\n")
    let page = try text(file)
    for name in CheckTests.names { #expect(page.contains(">\(name): pass</h2>")) }
    // What the terminal says stands there, digit by digit.
    for line in plain.output.split(separator: "\n") where line.hasPrefix(" ") {
      #expect(page.contains("<dd>\(line.split(separator: " ").last ?? "?")</dd>"), "\(line)")
    }
    #expect(page.matches(of: /<svg role="img" aria-label="[^"]*where they part/).count == 10)
    #expect(!page.contains("class=\"outline\""))
  }

  @Test func whatCannotBeWrittenIsRefusedFirst() throws {
    let run = try ocr("check", "--report", "no/such/folder/check.html")
    #expect(run.isRefusal(by: "ocr", 73, "no/such/folder"))
    #expect(try ocr("check", "--report", "-").exitCode == 64)
  }

  /// The Jacobian of a sigmoid is the diagonal of b(1 − b).
  @Test func theTableHasTheJacobian() throws {
    let scratch = try Scratch()
    let file = scratch.file("check.html")
    #expect(try ocr("check", "Sigmoid", "--report", file, "--seed", "5").exitCode == 0)
    let rows = try tableRows(try text(file))
    #expect(rows.count == 36)
    for (i, row) in rows.enumerated() {
      let (k, element) = (i % 6, i / 6)
      #expect(row.name == "∂b[\(k / 3),\(k % 3)]/∂a[\(element / 3),\(element % 3)]")
      if k != element {
        #expect(row.analytic == 0 && row.numeric == 0 && row.error == "0.0e+00")
      } else {
        let b = 1 / (1 + exp(-row.place))
        #expect(abs(row.analytic - b * (1 - b)) < 1e-15)
        #expect(abs(row.numeric - b * (1 - b)) < 1e-9)
        #expect(row.numeric != row.analytic)
      }
    }
  }

  // MARK: Wrong layers

  @Test func aWrongLayersWorstDerivativeIsNamed() throws {
    let report = checkGradients(of: Wrong.sigmoid)
    let worst = try #require(report.worst)
    let page = page(of: [("Sigmoid", CheckedLayer(report, isDrawn: true))])
    #expect(page.contains(">Sigmoid: FAIL</h2>"))
    #expect(page.contains("<p class=\"pair\">worst \(worst.derivative) at \(worst.element!)</p>"))
    #expect(page.contains("<dd>\(worst.analytic)</dd>"))
    #expect(page.contains("<dd>\(worst.numeric)</dd>"))
    // It gives b where b(1 − b) is right: only the diagonal is wrong.
    #expect(page.contains("Beyond the tolerance, 1.0e-09: 6 of 36 derivatives."))
    let squares = page.matches(of: /<rect class="outline"/).count
    #expect(squares == 6 + 1)  // and that of the legend
    for row in try tableRows(page) where row.verdict != "" {
      let b = 1 / (1 + exp(-row.place))
      #expect(abs(row.analytic - b) < 1e-15 && abs(row.numeric - b * (1 - b)) < 1e-9)
    }
  }

  /// Near 1 it is right; the picture is of a point where it is not.
  @Test func whatIsWrongFartherOutIsDrawnThere() throws {
    let report = checkGradients(of: Wrong.fartherOut)
    let drawn = try #require(report.derivatives.first)
    #expect(report.derivatives.count == 1 && drawn.isWorst && !drawn.isNear)
    let page = page(of: [("Clipped", CheckedLayer(report, isDrawn: true))])
    #expect(page.contains("At the point, farther out, of the worst derivative by a;"))
    #expect(page.contains("class=\"worst\""))
    let worst = try tableRows(page).filter { $0.verdict == "the worst" }
    #expect(worst.count == 1 && worst[0].analytic == 0 && worst[0].numeric > 0)
    #expect(worst.allSatisfy { abs($0.place) > 2 })
  }

  @Test func whatIsNoNumberIsMarked() throws {
    let checked = CheckedLayer(checkGradients(of: Wrong.notFinite), isDrawn: true)
    let page = page(of: [("NaN", checked)])
    let rows = try tableRows(page)
    #expect(rows.contains { $0.analytic.isNaN } && rows.contains { $0.analytic == .infinity })
    #expect(page.contains("class=\"not-finite\"") && page.contains("not a number, or infinite"))
  }

  @Test func whatIsWrongAtOnceIsSaid() {
    let checked = CheckedLayer(checkGradients(of: Wrong.atOnce), isDrawn: true)
    #expect(page(of: [("a", checked)]).contains("wrong where gB has several numbers at once"))
  }

  @Test func aTrapLeavesTheOthersPictures() {
    let trap = CheckedLayer(
      ChildProcess.run(["sh", "-c", "kill -ILL $$"]), timeLimit: 20)
    let page = page(of: [
      ("First", CheckedLayer(checkGradients(of: Wrong.sigmoid), isDrawn: true)), ("Trap", trap),
      ("<b>\"&'", CheckedLayer(checkGradients(of: Wrong.softmax), isDrawn: true)),
    ])
    #expect(page.contains("</strong>  trapped (signal 4)</p>"))
    #expect(page.contains("There is nothing to draw."))
    #expect(page.matches(of: /, where they part: 6 × 6/).count == 2)
    #expect(page.contains("&lt;b&gt;&quot;&amp;': FAIL") && !page.contains("<b>"))
  }

  // MARK: From one process to another

  @Test func nothingIsLostOnTheWay() throws {
    for wrong in [Wrong.sigmoid, Wrong.softmax, Wrong.notFinite, Wrong.fartherOut] {
      let report = checkGradients(of: wrong)
      let checked = CheckedLayer(report, isDrawn: true)
      let copy = try #require(CheckedLayer(Array(checked.text.utf8)))
      // NaN is not equal to itself, its text is.
      #expect(copy.text == checked.text && !copy.derivatives.isEmpty)
      #expect(page(of: [("a", copy)]) == page(of: [("a", checked)]))
      #expect(CheckedLayer(report).derivatives.isEmpty)
    }
  }

  @Test func derivativesOfOtherShapesAreNone() throws {
    let checked = CheckedLayer(checkGradients(of: Wrong.sigmoid), isDrawn: true)
    let line = checked.text.replacing("\"shape\":[2,3]", with: "\"shape\":[2,4]")
    #expect(line != checked.text)
    #expect(try #require(CheckedLayer(Array(line.utf8))).derivatives.isEmpty)
  }

  /// The tests of the page in a browser ask for one of wrong layers.
  @Test func pageForTheBrowser() throws {
    let scratch = try Scratch()
    let path =
      ProcessInfo.processInfo.environment["LAYERS_CHECK_PAGE"] ?? scratch.file("wrong.html")
    let layers = Wrong.all.map { ($0.name, CheckedLayer(checkGradients(of: $0), isDrawn: true)) }
    try page(of: layers).write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try text(path).contains("Clipped: FAIL"))
  }
}

// MARK: - Pages

private func page(of layers: [(String, CheckedLayer)]) -> String {
  var page = CheckPage(seed: 0)
  for (name, checked) in layers { page.add(checked, of: name) }
  return page.text
}

private func text(_ path: String) throws -> String {
  try String(contentsOfFile: path, encoding: .utf8)
}

/// A row of a table of derivatives.
private struct Row {
  let name: String
  let place, analytic, numeric: Double
  let error, verdict: String
}

private func tableRows(_ page: String) throws -> [Row] {
  let row =
    /<tr[^>]*><th scope="row">([^<]*)<\/th><td>([^<]*)<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td><\/tr>/
  return try page.matches(of: row).map { match in
    func number(_ text: Substring) throws -> Double {
      try #require(Double(text.trimmingCharacters(in: .whitespaces)))
    }
    let o = match.output
    return Row(
      name: String(o.1), place: try number(o.2), analytic: try number(o.3),
      numeric: try number(o.4), error: String(o.5), verdict: String(o.6))
  }
}

// MARK: - Wrong layers

/// One of the package's layers with another gradient.
private struct Wrong: UnaryModule {
  typealias Backward =
    @Sendable (_ a: Matrix, _ b: Matrix, _ gB: Matrix, _ gA: inout Matrix) -> Void

  let name: String
  let right: any UnaryModule
  let differentiate: Backward

  func shape(_ a: Shape) throws(ShapeError) -> Shape { try right.shape(a) }
  func forward(_ a: Matrix, into b: inout Matrix) { right.forward(a, into: &b) }
  func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    differentiate(a, b, gB, &gA)
  }

  /// With a slope of each element.
  private static func elementwise(
    _ name: String, _ right: any UnaryModule,
    _ slope: @escaping @Sendable (_ a: Double, _ b: Double, _ element: Int) -> Double
  ) -> Wrong {
    Wrong(name: name, right: right) { a, b, gB, gA in
      for i in 0..<a.rows {
        for j in 0..<a.columns {
          gA[i, j] += gB[i, j] * slope(a[i, j], b[i, j], i * a.columns + j)
        }
      }
    }
  }

  static let sigmoid = elementwise("Sigmoid", Sigmoid()) { _, b, _ in b }
  static let softmax = elementwise("Softmax", Softmax()) { _, b, _ in b * (1 - b) }
  static let fartherOut = elementwise("Clipped", Sigmoid()) { a, b, _ in
    abs(a) > 2 ? 0 : b * (1 - b)
  }
  static let notFinite = elementwise("Not finite", Sigmoid()) { _, b, element in
    element == 1 ? .nan : element == 2 ? .infinity : b * (1 - b)
  }
  static let atOnce = Wrong(name: "At once", right: Sigmoid()) { a, b, gB, gA in
    let count = gB.values.filter { $0 != 0 }.count
    for i in 0..<a.rows {
      for j in 0..<a.columns {
        gA[i, j] += gB[i, j] * b[i, j] * (1 - b[i, j]) * (count > 1 ? 2 : 1)
      }
    }
  }
  static let all = [sigmoid, softmax, fartherOut, notFinite, atOnce]
}
