import Layers
import Random
import Regression
import TestSupport
import Testing

/// The classification of three blobs as NumPy carries it out.
@Suite(.firstIssues) struct MulticlassReferenceTests {
  @Test func blobsAreNumPys() throws {
    let fixture = try #require(try Fixture.cases("regression/multiclass.txt").first)
    var random = RandomState(seed: 2)
    let blobs = try Blobs(&random)
    #expect(blobs.training.count == 300 && blobs.test.count == 200)
    let points = Matrix(
      rows: 500, columns: 2, blobs.training.x.values + blobs.test.x.values)
    #expect(try points.relativeDistance(to: fixture("points")) <= 1e-15)
    let labels = [blobs.training, blobs.test].flatMap { set in
      (0..<set.count).map { Double(set.y.argmax(ofRow: $0)) }
    }
    #expect(labels == (try fixture("labels").values))
  }

  @Test(arguments: try Fixture.cases("regression/multiclass.txt").dropFirst())
  func trainsAsNumPyDoes(fixture: Fixture) throws {
    var random = RandomState(seed: UInt32(try fixture.number("seed")))
    let blobs = try Blobs(&random)
    let model = try ComputationGraphFunction.multiclass(inputs: 2, hidden: 10, classes: 3)
    try model.drawParameters(scales: fixture("scales").values, &random)
    try expectParameters(of: model, fixture, "initial")
    let reported = try fixture("epochs").values.map { Int($0) }
    var (losses, objectives): ([Double], [Double]) = ([], [])
    try model.train(
      on: blobs.training, step: fixture.number("step"), epochs: reported.max() ?? 0,
      random: &random
    ) { epoch, objective in
      guard reported.contains(epoch) else { return }
      losses.append(try model.averageObjective(blobs.training))
      objectives.append(objective)
    }
    for (found, name) in [(losses, "loss"), (objectives, "objective")] {
      let expected = try fixture(name).values
      try #require(found.count == expected.count)
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, $1) }, "\(name)")
    }
    try expectParameters(of: model, fixture, "final")
    #expect(try model.accuracy(blobs.training) == fixture.number("trainingAccuracy"))
    #expect(try model.accuracy(blobs.test) == fixture.number("testAccuracy"))
  }
}
