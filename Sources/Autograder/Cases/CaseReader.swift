import Formats
import Grading
import Wire

extension CaseFolder {
  /// What a folder holds.
  package struct Contents {
    package let questions: [QuestionPlan]
    /// The folder of the letters, which a grader keeps from what it grades.
    package let letters: String
  }

  /// Reads all of it.
  /// - Throws: `.noInput` or `.data`, where a file is missing or wrong.
  package func read() throws(FileError) -> Contents {
    let root = try JSON.read(list)
    let folder = "\(path)/\(try root.string("letters", in: list))"
    var letters = LetterFiles(folder)
    var questions: [QuestionPlan] = []
    for question in try root.array("questions", in: list) {
      var parts: [PartPlan] = []
      for part in try question.array("parts", in: list) {
        parts.append(try plan(part, &letters))
      }
      questions.append(
        QuestionPlan(
          try question.string("id", in: list), try question.string("title", in: list), parts))
    }
    return Contents(questions: questions, letters: folder)
  }

  private func plan(_ part: JSON, _ letters: inout LetterFiles) throws(FileError) -> PartPlan {
    let id = try part.string("id", in: list)
    guard let points = part["points"]?.number, points >= 0 else {
      throw FileError(
        .data, path: list, "the points of \(quoted(id)) must be a number from 0 on")
    }
    return PartPlan(
      id, try part.string("title", in: list), points: points, try contents(id, &letters))
  }

  private func contents(
    _ part: String, _ letters: inout LetterFiles
  ) throws(FileError) -> PartPlan.Contents {
    let first = request(part, 1)
    let request = try Request(bytes: readFile(first), path: first)
    if request.function == DifferenceCheck.name {
      guard DifferenceCheck.canAsk(request) else {
        throw FileError(.data, path: first, "lacks operands of a function that has differences")
      }
      return .differences(request)
    }
    var cases: [Case] = []
    repeat {
      cases.append(try `case`(part, cases.count + 1, &letters))
    } while fileExists(self.request(part, cases.count + 1))
    return .cases(cases)
  }

  private func `case`(
    _ part: String, _ k: Int, _ letters: inout LetterFiles
  ) throws(FileError) -> Case {
    let (requestPath, rightPath) = (request(part, k), right(part, k))
    let stored = try Request(bytes: readFile(requestPath), path: requestPath)
    let isSet = { (text: Named<String>) in text.name.utf8.starts(with: CaseKey.letters.utf8) }
    let sets = stored.texts.filter(isSet).map {
      Named(String($0.name.dropFirst(CaseKey.letters.count)), $0.value)
    }
    var tensors = stored.tensors
    for set in sets { tensors += try letters.tensors(set) }
    let right = try SafetensorsFile.read(rightPath)
    for tensor in right.tensors where tensor.shape.count != 2 {
      throw FileError(
        .data, path: rightPath,
        "\(quoted(tensor.name)) has \(tensor.shape.count) axes, where 2 are expected")
    }
    func text(_ key: String) -> String? { right.metadata.first { $0.name == key }?.value }
    guard !right.tensors.isEmpty,
      let tolerance = text(CaseKey.tolerance).flatMap({ Double(decimal: $0) })
    else {
      throw FileError(.data, path: rightPath, "has no tensor, or its metadata no tolerance")
    }
    return Case(
      text(CaseKey.title) ?? "",
      Request(stored.function, texts: stored.texts.filter { !isSet($0) }, tensors: tensors),
      letters: sets, right: right.tensors, tolerance: tolerance,
      isHidden: text(CaseKey.hidden) == "true")
  }
}

/// The request says how many classes there are; this only keeps a number of pixels from being a label.
private let mostClasses = 1000

/// The letters that cases share, each file read once.
private struct LetterFiles {
  private let folder: String
  private var files: [(name: String, letters: LetterCSV)] = []

  init(_ folder: String) { self.folder = folder }

  /// The images and labels of a set under its name on the wire.
  mutating func tensors(
    _ set: Named<String>
  ) throws(FileError) -> [SafetensorsFile.Tensor] {
    try read(set.value).tensors(named: set.name)
  }

  private mutating func read(_ name: String) throws(FileError) -> LetterCSV {
    if let file = files.first(where: { $0.name == name }) { return file.letters }
    let letters = try LetterCSV.read(
      "\(folder)/\(name).csv", as: .labelled, classes: mostClasses)
    files.append((name, letters))
    return letters
  }
}

extension LetterCSV {
  /// The images and labels under a set's name on the wire.
  package func tensors(named name: String) -> [SafetensorsFile.Tensor] {
    let names = tensorNames(ofLetters: name)
    let images = SafetensorsFile.Tensor(names[0], shape: [rows, columns], values: pixels)
    guard names.count > 1 else { return [images] }
    let values = (labels ?? []).map(Double.init)
    return [images, SafetensorsFile.Tensor(names[1], shape: [values.count, 1], values: values)]
  }
}

extension JSON {
  fileprivate func string(_ name: String, in path: String) throws(FileError) -> String {
    guard let text = self[name]?.string, !text.isEmpty else {
      throw FileError(.data, path: path, "a text \(quoted(name)) is missing")
    }
    return text
  }

  fileprivate func array(_ name: String, in path: String) throws(FileError) -> [JSON] {
    guard let values = self[name]?.array, !values.isEmpty else {
      throw FileError(.data, path: path, "a list \(quoted(name)) is missing or empty")
    }
    return values
  }
}
