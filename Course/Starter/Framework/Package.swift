// swift-tools-version: 6.2
import PackageDescription

/// Optimised in debug builds, too, and each target compiled as a whole.
let numeric: [SwiftSetting] = [
  .unsafeFlags(["-O", "-wmo", "-num-threads", "2", "-disable-batch-mode"]),
  .unsafeFlags(["-enforce-exclusivity=unchecked"]),
  .enableExperimentalFeature("Lifetimes"),
]

func target(_ name: String, _ dependencies: String...) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: numeric)
}

let package = Package(
  name: "Framework",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Layers", targets: ["Layers", "Learning", "Random"]),
    .library(name: "Harness", targets: ["Harness"]),
    .library(name: "OCR", targets: ["OCR"]),
    .library(name: "GradeProgram", targets: ["GradeProgram"]),
  ],
  targets: [
    target("CLibrary"),
    target("Random", "CLibrary"),
    target("Formats", "CLibrary"),
    target("Terminal", "CLibrary", "Formats"),
    target("Layers", "CLibrary"),
    target("GradientCheck", "Layers", "Random"),
    target("Learning", "Formats", "Layers"),
    target("Network", "Layers"),
    target("Wire", "CLibrary", "Formats"),
    target("Harness", "CLibrary", "Formats", "Layers", "Learning", "Network", "Wire"),
    target("Grading", "CLibrary", "Formats", "Wire"),
    target("Cases", "Formats", "Grading", "Wire"),
    target("GradeCommand", "Terminal"),
    target("GradeProgram", "Cases", "CLibrary", "Formats", "GradeCommand", "Grading", "Terminal"),
    target(
      "OCR", "CLibrary", "Formats", "GradeCommand", "GradientCheck", "Harness", "Layers",
      "Learning",
      "Random", "Terminal"),
  ],
  swiftLanguageModes: [.v6]
)
