// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Every target: with `LAYERS_STRICT` in the environment, as CI has it, warnings are errors. Whoever
/// writes a layer, or builds on the package, is not stopped by one.
let strict: [SwiftSetting] =
  Context.environment["LAYERS_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// Wider vectors than the baseline of x86-64, where this machine has them: kernels run about twice
/// as fast, with the same bits. `LAYERS_MARCH=x86-64` asks for the baseline, or any other name
/// that clang knows for that processor.
let architecture: String = {
  if let name = Context.environment["LAYERS_MARCH"] { return name }
  #if arch(x86_64) && os(Linux)
    let processor = FileManager.default.contents(atPath: "/proc/cpuinfo") ?? Data()
    func has(_ features: String...) -> Bool {
      features.allSatisfy { processor.range(of: Data(" \($0) ".utf8)) != nil }
    }
    if has("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl") { return "x86-64-v4" }
    if has("avx2", "bmi2", "fma") { return "x86-64-v3" }
  #endif
  return ""
}()

/// Programs end with one line on a processor that lacks these vectors; see Processor.swift.
let terminal: [SwiftSetting] =
  switch architecture {
  case "x86-64-v4": strict + [.define("X86_64_V4")]
  case "x86-64-v3": strict + [.define("X86_64_V3")]
  default: strict
  }

/// Targets that compute are optimised in debug builds too: `swift run` and `swift test` build
/// debug, and without `-O` the kernels are over a hundred times slower. A debug build compiles
/// files one by one, which keeps kernels from being inlined into the layers, so these are compiled
/// as whole modules; with the index store that needs threads.
///
/// A whole module's list of dependencies is MODULE.d, but the build system `swiftbuild`, whose
/// debug builds know nothing of our flags, looks for that of the first file, in order of paths. So
/// the first file of each of these targets bears the target's name; most are in a folder `About`.
///
/// `Lifetimes` lets `Matrix` hand out its rows as `Span`. Spans are checked by the compiler;
/// checking at run time, too, that nobody else is at a property of a class takes longer than a
/// layer.
let numeric: [SwiftSetting] =
  strict + [
    .unsafeFlags(["-O", "-wmo", "-num-threads", "2", "-disable-batch-mode"]),
    .unsafeFlags(architecture.isEmpty ? [] : ["-Xcc", "-march=\(architecture)"]),
    .unsafeFlags(["-enforce-exclusivity=unchecked"]),
    .enableExperimentalFeature("Lifetimes"),
  ]

/// For kernels, which are inlined into the modules of other targets: all that is in the target is
/// handed on to whoever imports it, as if it were marked `@inlinable`.
let inlined: [SwiftSetting] = [
  .unsafeFlags(["-cross-module-optimization", "-Xllvm", "-sil-cross-module-serialize-all"])
]

/// A target of the framework, a course or a program; see docs/architecture.md for who imports whom.
func target(_ name: String, in folder: String, _ dependencies: String..., settings: [SwiftSetting])
  -> Target
{
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, path: "Sources/\(folder)",
    swiftSettings: settings)
}

/// A program, in a target of its own.
func app(
  _ name: String, in folder: String, excluding excluded: [String] = [], _ dependencies: String...,
  settings: [SwiftSetting]
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, path: "Sources/\(folder)",
    exclude: excluded, swiftSettings: settings)
}

/// The tests in `Tests/FOLDER`.
func tests(
  _ name: String, in folder: String, _ dependencies: String..., settings: [SwiftSetting] = strict
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, path: "Tests/\(folder)",
    swiftSettings: settings)
}

let support = [
  target("CLibrary", in: "Support/CLibrary", settings: numeric),
  target("Random", in: "Support/Random", "CLibrary", settings: numeric),
  target("Formats", in: "Support/Formats", "CLibrary", settings: numeric),
  target("Terminal", in: "Support/Terminal", "CLibrary", "Formats", settings: terminal),
  target("Drawing", in: "Support/Drawing", "Formats", "Terminal", settings: strict),
  // In C, which takes files as they are: see ReportFiles.c.
  .target(name: "ReportFiles", path: "Sources/OCRApp/Report", exclude: ["Page"]),
  target(
    "Report", in: "Support/Report", "Drawing", "Formats", "ReportFiles", "Terminal",
    settings: numeric),
]

let framework = [
  target("Kernels", in: "Kernels", "CLibrary", settings: numeric + inlined),
  target("Layers", in: "Layers", "Kernels", settings: numeric),
  target("Operations", in: "Operations", "Layers", settings: numeric),
  target("Graph", in: "Graph", "Formats", "Layers", "Operations", "Random", settings: numeric),
  target(
    "GradientCheck", in: "GradientCheck", "CLibrary", "Graph", "Layers", "Random", settings: numeric
  ),
  target("Learning", in: "Learning", "Formats", "Layers", settings: numeric),
  target(
    "Network", in: "Network", "CLibrary", "Formats", "GradientCheck", "Graph", "Layers", "Learning",
    "Operations", "Random",
    settings: numeric),
  target(
    "SwiftLayers", in: "SwiftLayers", "Formats", "GradientCheck", "Graph", "Layers", "Learning",
    "Network", "Operations", "Random", settings: numeric),
]

/// Answers give numbers, the grader judges them: nothing that judges links what a student writes.
let autograder = [
  target("Wire", in: "Autograder/Wire", "CLibrary", "Formats", settings: numeric),
  target(
    "Harness", in: "Autograder/Harness", "CLibrary", "Formats", "Layers", "Learning", "Network",
    "Wire", settings: numeric),
  target(
    "Grading", in: "Autograder/Grading", "CLibrary", "Formats", "Wire", settings: numeric),
  target("Cases", in: "Autograder/Cases", "Formats", "Grading", "Wire", settings: numeric),
  target(
    "Questions", in: "Autograder/Questions", "CLibrary", "Cases", "Formats", "Grading", "Random",
    "Wire", settings: numeric),
  target("GradeCommand", in: "Autograder/Command", "Terminal", settings: strict),
  target(
    "GradeProgram", in: "Autograder/Program", "Cases", "CLibrary", "Formats", "GradeCommand",
    "Grading", "Terminal", settings: strict),
]

let courses = [
  target(
    "Autodiff", in: "Courses/Autodiff", "GradientCheck", "Graph", "Layers", "Operations",
    settings: numeric),
  target(
    "Regression", in: "Courses/Regression", "Formats", "Graph", "Layers", "Learning", "Operations",
    "Random",
    settings: numeric),
  target(
    "Eager", in: "Courses/Eager", "Formats", "Graph", "Layers", "Operations", "Random",
    settings: numeric),
  target(
    "Entities", in: "Courses/Entities", "CLibrary", "Formats", "Graph", "Layers", "Learning",
    "Operations",
    "Random",
    settings: numeric),
]

/// `ocr grade` starts the grader, which starts the answers, and `course` all of them: a dependency on a
/// program builds it.
let apps = [
  app("AnswersApp", in: "Answers", "Harness", settings: strict),
  app("GraderApp", in: "Apps/Grader", "GradeProgram", "Grading", "Questions", settings: strict),
  app("CaseGraderApp", in: "Apps/CaseGrader", "GradeProgram", settings: strict),
  app(
    "CourseApp", in: "Apps/Course", "AnswersApp", "CaseGraderApp", "Cases", "CLibrary", "Formats",
    "GraderApp", "Grading", "Questions", "Random", "Terminal", "Wire", settings: strict),
  app(
    "OCRApp", in: "OCRApp", excluding: ["Report"], "AnswersApp", "CLibrary", "Formats",
    "GradeCommand", "GradientCheck", "GraderApp", "Layers", "Learning", "Network", "Report",
    "Terminal", settings: strict),
  app(
    "RegressionApp", in: "Apps/Regression", "Drawing", "Formats", "Layers", "Learning", "Random",
    "Regression", "Terminal", settings: strict),
  app(
    "MLPApp", in: "Apps/MLP", "Eager", "Formats", "Layers", "Learning", "Random", "Terminal",
    settings: numeric),
  app(
    "EntitiesApp", in: "Apps/Entities", "Drawing", "Entities", "Formats", "Layers", "Learning",
    "Random", "Report", "Terminal", settings: strict),
]

/// None in the copy of the package that `course grader` takes along.
let hasTests = FileManager.default.fileExists(atPath: Context.packageDirectory + "/Tests")

let testTargets = [
  .target(
    name: "TestSupport", dependencies: ["Layers"], path: "Tests/TestSupport", swiftSettings: strict),
  tests("RandomTests", in: "Support/Random", "Random", "TestSupport"),
  tests("CLibraryTests", in: "Support/CLibrary", "CLibrary"),
  tests("FormatsTests", in: "Support/Formats", "CLibrary", "Formats", "TestSupport"),
  tests("TerminalTests", in: "Support/Terminal", "CLibrary", "Formats", "Terminal"),
  tests("DrawingTests", in: "Support/Drawing", "Drawing"),
  tests("ReportTests", in: "Support/Report", "Formats", "Report"),
  tests("LayersTests", in: "Layers", "CLibrary", "Layers", "Operations", "Random", "TestSupport"),
  tests(
    "GraphTests", in: "Graph", "Formats", "GradientCheck", "Graph", "Layers", "Operations",
    "Random",
    "TestSupport"),
  tests("LearningTests", in: "Learning", "Formats", "Layers", "Learning", "TestSupport"),
  tests(
    "FiniteDifference", in: "FiniteDifference", "Autodiff", "CLibrary", "GradientCheck", "Graph",
    "Layers", "Learning", "Network", "Operations", "Random", "TestSupport"),
  tests(
    "SwiftLayersTests", in: "SwiftLayers", "Autodiff", "Eager", "Operations", "Regression",
    "SwiftLayers",
    "TestSupport"),
  tests(
    "NetworkTests", in: "Network", "Autodiff", "Formats", "Graph", "Layers", "Learning", "Network",
    "Operations", "Random", "TestSupport"),
  tests(
    "Autograding", in: "Autograder", "Cases", "CLibrary", "Formats", "Grading", "Harness", "Layers",
    "Learning", "Network", "OCRApp", "Questions", "Random", "TestSupport", "Wire",
    settings: numeric),
  tests(
    "GradingTests", in: "Grading", "AnswersApp", "CLibrary", "Formats", "GraderApp", "Grading",
    "Harness", "OCRApp", "Questions", "Terminal", "TestSupport", "Wire"),
  tests("AutodiffTests", in: "Courses/Autodiff", "Autodiff", "Graph", "Layers", "TestSupport"),
  tests(
    "RegressionTests", in: "Courses/Regression", "Formats", "GradientCheck", "Layers", "Learning",
    "Network", "Operations", "Random", "Regression", "TestSupport"),
  tests(
    "EagerTests", in: "Courses/Eager", "Autodiff", "Eager", "Formats", "Graph", "Layers",
    "Network", "Random", "TestSupport"),
  tests(
    "EntitiesTests", in: "Courses/Entities", "Entities", "Formats", "GradientCheck", "Graph",
    "Layers", "Learning", "Operations", "Random", "TestSupport"),
  tests(
    "MisuseTests", in: "Apps/Misuse", "EntitiesApp", "MLPApp", "OCRApp", "RegressionApp",
    "TestSupport"),
  tests(
    "OCRAppTests", in: "OCRApp", "CLibrary", "Formats", "GradientCheck", "Layers", "Learning",
    "OCRApp", "Terminal", "TestSupport"),
  tests(
    "CourseAppTests", in: "Apps/Course", "CourseApp", "Formats", "GraderApp", "TestSupport"),
  tests("RegressionAppTests", in: "Apps/Regression", "RegressionApp", "TestSupport"),
  tests("MLPAppTests", in: "Apps/MLP", "MLPApp", "TestSupport"),
  tests("EntitiesAppTests", in: "Apps/Entities", "EntitiesApp", "Formats", "TestSupport"),
]

let package = Package(
  name: "swift-layers",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Layers", targets: ["Random", "Formats"] + framework.map(\.name)),
    .library(name: "Courses", targets: courses.map(\.name)),
    .library(name: "Harness", targets: ["Harness"]),
    .executable(name: "ocr", targets: ["OCRApp"]),
    .executable(name: "answers", targets: ["AnswersApp"]),
    .executable(name: "grader", targets: ["GraderApp"]),
    .executable(name: "case-grader", targets: ["CaseGraderApp"]),
    .executable(name: "course", targets: ["CourseApp"]),
    .executable(name: "regression", targets: ["RegressionApp"]),
    .executable(name: "mlp", targets: ["MLPApp"]),
    .executable(name: "entities", targets: ["EntitiesApp"]),
  ],
  dependencies: [],
  targets: support + framework + autograder + courses + apps + (hasTests ? testTargets : []),
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
