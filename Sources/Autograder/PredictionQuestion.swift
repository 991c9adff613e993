extension Question {
  /// Q4: the labels of the small test letters, from given parameters.
  static let prediction = Question(
    "Q4", "Prediction",
    [
      predict("Q4.1", "random parameters", points: 3, "random"),
      predict("Q4.2", "trained parameters", points: 4, "trained"),
      predict("Q4.3", "ties: the lowest label wins", points: 3, "ties"),
    ])
}

private func predict(_ id: String, _ title: String, points: Double, _ folder: String) -> Part {
  Part(id, title, points: points) { submission, files in
    let reference = files.folder("predict/\(folder)")
    let labels = try submission.predict(
      x: files.letters("smallTest").x, alpha: reference.matrix("alpha"),
      beta: reference.matrix("beta"))
    return [try reference.check("labels", labels, "labels")]
  }
}
