// swift-tools-version: 6.2
import PackageDescription

/// Targets that compute are optimised in debug builds, too, and compiled as a whole: the first file of each
/// bears its name, since one of SwiftPM's build systems looks for it.
let numeric: [SwiftSetting] = [
  .unsafeFlags(["-O", "-wmo", "-num-threads", "2", "-disable-batch-mode"]),
  .unsafeFlags(["-enforce-exclusivity=unchecked"]),
  .enableExperimentalFeature("Lifetimes"),
]

func target(
  _ name: String, _ dependencies: String..., settings: [SwiftSetting] = numeric
) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
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
    target("Terminal", "CLibrary", "Formats", settings: []),
    // In C, which takes files as they are.
    .target(name: "ReportFiles", exclude: ["Page"]),
    target("Report", "Formats", "ReportFiles", "Terminal"),
    target("Kernels", "CLibrary"),
    target("Layers", "Kernels"),
    target("GradientCheck", "Layers", "Random"),
    target("Learning", "Formats", "Layers"),
    target("Network", "Layers"),
    target("Wire", "CLibrary", "Formats"),
    target("Harness", "CLibrary", "Formats", "Layers", "Learning", "Network", "Wire"),
    target("Grading", "CLibrary", "Formats", "Wire"),
    target("Cases", "Formats", "Grading", "Wire"),
    target("GradeCommand", "Terminal", settings: []),
    target(
      "GradeProgram", "Cases", "CLibrary", "Formats", "GradeCommand", "Grading", "Terminal",
      settings: []),
    target(
      "OCR", "CLibrary", "Formats", "GradeCommand", "GradientCheck", "Harness", "Layers",
      "Learning",
      "Random", "Report", "Terminal", settings: []),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
