import Drawing
import Layers
import Learning
import Random
import Regression
import Terminal

private let training = TrainingOptions(
  Descent(step: 0.005, scale: 0.01, epochs: 1000),
  scaleHelp: "the hidden layer starts from S·N(0, 1), the output layer from N(0, 1)", seed: 2)

let multiclassCommand = Command(
  "multiclass", summary: "Tell three Gaussian blobs apart with a network with one hidden layer.",
  options: [hiddenOption] + training.all,
  examples: ["regression multiclass --output regions.svg"], run: classify)

/// `regression multiclass`: draws three blobs, learns to tell them apart and prints the loss and
/// the share that is told right.
private func classify(_ arguments: ParsedArguments) throws -> ExitCode {
  let settings = try training.settings(arguments)
  let classes = Blobs.centers.count
  let model = try ComputationGraphFunction.multiclass(
    inputs: 2, hidden: hiddenUnits(arguments, inputs: 2, outputs: classes), classes: classes)
  let scale = settings.descent.scale
  var random = RandomState(seed: settings.seed)
  let blobs = try Blobs(&random)
  try model.drawParameters(scales: [scale, scale, 1, 1], &random)
  let epochs = try model.train(on: blobs.training, settings, &random) {
    try model.averageObjective(blobs.training)
  }
  try Interrupt.expectResult(ofEpochs: epochs)
  let (loss, testLoss) = try (
    model.averageObjective(blobs.training), model.averageObjective(blobs.test)
  )
  let (accuracy, testAccuracy) = try (model.accuracy(blobs.training), model.accuracy(blobs.test))
  try settings.drawing?.write(model.plot(blobs, accuracy: testAccuracy).svg.document)
  try settings.print(
    """
    after \(epochs) epochs
      training  loss \(loss), accuracy \(accuracy)
      test      loss \(testLoss), accuracy \(testAccuracy)

    """)
  return try Interrupt.exitCode(afterEpoch: epochs)
}

extension ComputationGraphFunction {
  /// All points, those of the test hollow, over the regions in which each class is the likeliest.
  fileprivate func plot(_ blobs: Blobs, accuracy: Double) throws -> Plot {
    let classes = Blobs.centers.count
    let colors = (0..<classes).map { Palette.color($0) }
    var plot = Plot(
      "multiclass, \(percent(accuracy, 1)) of the test points right (hollow)",
      x: "x₁", y: "x₂")
    let all = [blobs.training, blobs.test].flatMap { $0.places }
    let regions = try Regions(
      x: wholeRange(all.map(\.x)), y: wholeRange(all.map(\.y)), columns: 320, rows: 180
    ) { place in
      try predictions(Matrix(row: [place.x, place.y])).argmax(ofRow: 0)
    }
    plot.regions("the likeliest class", regions, colors: colors)
    for (label, color) in colors.enumerated() {
      let (training, test) = (
        blobs.training.places(ofClass: label), blobs.test.places(ofClass: label)
      )
      let marker = Marker.shape(label)
      plot.points("", test, color: color, marker: marker, radius: 2.5, areHollow: true)
      plot.points("class \(label)", training, color: color, marker: marker, radius: 2.5)
    }
    return plot
  }
}

extension DataSet {
  fileprivate var places: [(x: Double, y: Double)] { (0..<count).map { (x[$0, 0], x[$0, 1]) } }

  fileprivate func places(ofClass label: Int) -> [(x: Double, y: Double)] {
    (0..<count).filter { labels[$0] == label }.map { (x[$0, 0], x[$0, 1]) }
  }
}

/// The least range of whole numbers around all of them.
private func wholeRange(_ numbers: [Double]) -> ClosedRange<Double> {
  let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
  return low.rounded(.down)...max(high.rounded(.up), low.rounded(.down) + 1)
}
