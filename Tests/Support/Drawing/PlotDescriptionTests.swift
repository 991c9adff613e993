import Testing

@testable import Drawing

struct PlotDescriptionTests {
  @Test func isMadeOfTheData() {
    var plot = Plot("t", x: "epoch", y: "cross-entropy")
    let losses = (1...100).map { $0 == 44 ? 0.03 : $0 == 1 ? 2.3 : $0 == 100 ? 0.05 : 1 }
    plot.curve("training", losses.enumerated().map { (Double($0 + 1), $1) })
    plot.points("runs", [(2, 0.5), (7, 1.25)], color: Palette.blue)
    plot.curve("nothing", [(1, .nan)])
    #expect(
      plot.svg.description
        == "cross-entropy over epoch. training: from 2.30 at epoch 1 to 0.05 at epoch 100, "
        + "least 0.03 at epoch 44, greatest 2.30 at epoch 1. "
        + "runs: 2 points, x from 2 to 7, y from 0.50 to 1.25. nothing: no points.")
  }

  @Test func mayBeGiven() {
    var plot = Plot("", x: "a", y: "b")
    plot.description = "as I say"
    #expect(plot.svg.description == "as I say" && plot.svg.title == "b over a")
  }
}
