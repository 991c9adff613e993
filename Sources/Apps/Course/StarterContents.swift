/// Which of the package's files a starter has. A file that is not named here, or in a folder that is, never
/// gets into one.
enum StarterContents {
  /// A folder or files below `Sources`, and where they go below the starter's `Framework/Sources`.
  struct Room {
    let target: String
    let folder: String
    /// Files and folders; nil for all.
    var only: [String]?
    var except: [String] = []
  }

  static let framework = [
    Room(target: "CLibrary", folder: "Support/CLibrary"),
    Room(target: "Random", folder: "Support/Random"),
    Room(target: "Formats", folder: "Support/Formats"),
    Room(target: "Terminal", folder: "Support/Terminal"),
    // A page without scripts of its own; those of others are the network in JavaScript.
    Room(
      target: "ReportFiles", folder: "OCRApp/Report",
      only: ["ReportFiles.c", "include"]
        + ["page.html", "page.css", "check.css", "parts.js", "draw.js", "theme.js", "main.js"].map {
          "Page/\($0)"
        }),
    Room(
      target: "Report", folder: "Support/Report",
      only: ["About", "HTML.swift", "Page.swift", "PageFile.swift"]),
    // No module is an answer's twin, and no kernel a layer's loop.
    Room(
      target: "Kernels", folder: "Kernels",
      only: ["About", "Matrix", "Matrix.swift", "Rows/AddScaled.swift", "Shape.swift"]),
    Room(
      target: "Layers", folder: "Layers",
      only: [
        "About", "Elementwise.swift", "Module.swift", "OperandForms.swift", "TextbookForms.swift",
      ]),
    Room(target: "GradientCheck", folder: "GradientCheck", except: ["LossCheck.swift"]),
    Room(
      target: "Learning", folder: "Learning",
      only: ["About", "Confusions.swift", "DataSet.swift", "EpochLosses.swift", "Letters.swift"]),
    Room(
      target: "Network", folder: "Network",
      only: ["Initialization.swift", "Intermediates.swift", "TrainAndTestResult.swift"]),
    Room(target: "Wire", folder: "Autograder/Wire"),
    Room(target: "Harness", folder: "Autograder/Harness", except: ["SubmissionDefaults.swift"]),
    Room(target: "Grading", folder: "Autograder/Grading"),
    Room(target: "Cases", folder: "Autograder/Cases"),
    Room(target: "GradeCommand", folder: "Autograder/Command"),
    Room(target: "GradeProgram", folder: "Autograder/Program"),
    Room(
      target: "OCR", folder: "OCRApp",
      only: [
        "CheckCommand.swift", "CheckPage.swift", "CheckedLayer.swift", "DerivativePair.swift",
        "DerivativePictures.swift", "DerivativesJSON.swift", "DerivativesTable.swift",
        "GradeCommand.swift", "HeatMap.swift", "LetterFile.swift", "LetterSets.swift",
        "MapGrid.swift",
        "MapLegend.swift", "RunFolder.swift", "ShowCommand.swift", "TrainedRun.swift",
      ]),
  ]
}

extension StarterContents.Room {
  /// Whether a file of the folder is part of it.
  func has(_ file: String) -> Bool {
    func isIn(_ list: [String]) -> Bool { list.contains { file == $0 || file.hasPrefix($0 + "/") } }
    return (only.map(isIn) ?? true) && !isIn(except)
  }
}
