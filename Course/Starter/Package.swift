// swift-tools-version: 6.2
import PackageDescription

// Answers is yours; ocr checks, trains and grades it, and answers speaks for it to the grader.

/// `-O` in debug builds, too: without it training takes a hundred times longer.
let answers: [SwiftSetting] = [.unsafeFlags(["-O"])]

let package = Package(
  name: "ocr-course",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "ocr", targets: ["OCRApp"]),
    .executable(name: "answers", targets: ["AnswersApp"]),
    .executable(name: "grader", targets: ["GraderApp"]),
  ],
  dependencies: [.package(path: "Framework")],
  targets: [
    .target(
      name: "Answers",
      dependencies: [
        .product(name: "Layers", package: "Framework"),
        .product(name: "Harness", package: "Framework"),
      ], swiftSettings: answers),
    .executableTarget(
      name: "AnswersApp",
      dependencies: ["Answers", .product(name: "Harness", package: "Framework")]),
    .executableTarget(
      name: "OCRApp",
      dependencies: [
        "Answers", "AnswersApp", "GraderApp", .product(name: "OCR", package: "Framework"),
      ]),
    .executableTarget(
      name: "GraderApp", dependencies: [.product(name: "GradeProgram", package: "Framework")]),
    .testTarget(
      name: "AnswersTests",
      dependencies: ["Answers", .product(name: "Layers", package: "Framework")]),
  ],
  swiftLanguageModes: [.v6]
)
