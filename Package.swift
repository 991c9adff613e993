// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Every target: warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Targets that compute are optimised in debug builds too: `swift run` and `swift test` build
/// debug, and without `-O` the kernels are over a hundred times slower. A debug build compiles
/// files one by one, which keeps kernels from being inlined into the layers, so these are compiled
/// as whole modules; with the index store that needs threads, and no batch mode.
/// `Lifetimes` lets `Matrix` hand out its rows as `Span`. Spans are checked by the compiler;
/// checking at run time, too, that nobody else is at a property of a class takes longer than a
/// layer.
let numeric: [SwiftSetting] =
  strict + [
    .unsafeFlags(["-O", "-wmo", "-num-threads", "2", "-disable-batch-mode"] + architecture),
    .unsafeFlags(["-enforce-exclusivity=unchecked"]),
    .enableExperimentalFeature("Lifetimes"),
  ]

/// Wider vectors than the baseline of x86-64, where this machine has them: kernels run about twice
/// as fast, with the same bits. `LAYERS_MARCH=x86-64` asks for the baseline, or any other name
/// that clang knows for that processor.
var architecture: [String] {
  if let name = Context.environment["LAYERS_MARCH"] { return ["-Xcc", "-march=\(name)"] }
  #if arch(x86_64) && os(Linux)
    let processor = FileManager.default.contents(atPath: "/proc/cpuinfo") ?? Data()
    func has(_ features: String...) -> Bool {
      features.allSatisfy { processor.range(of: Data(" \($0) ".utf8)) != nil }
    }
    if has("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl") {
      return ["-Xcc", "-march=x86-64-v4"]
    }
    if has("avx2", "bmi2", "fma") { return ["-Xcc", "-march=x86-64-v3"] }
  #endif
  return []
}

let package = Package(
  name: "swift-layers",
  platforms: [.macOS(.v15)],
  products: [
    .library(
      name: "Layers",
      targets: ["Layers", "Graph", "Network", "GradientCheck", "Regression", "Eager", "Entities"]),
    .executable(name: "ocr", targets: ["OCRApp"]),
    .executable(name: "regression", targets: ["RegressionApp"]),
    .executable(name: "mlp", targets: ["MLPApp"]),
    .executable(name: "entities", targets: ["EntitiesApp"]),
  ],
  dependencies: [],
  targets: [
    .target(name: "Random", swiftSettings: numeric),
    .target(name: "Layers", swiftSettings: numeric),
    .target(name: "Graph", dependencies: ["Layers"], swiftSettings: numeric),
    .target(name: "Formats", swiftSettings: numeric),
    .target(
      name: "Network", dependencies: ["Layers", "Graph", "Random", "Formats"],
      swiftSettings: numeric),
    .target(
      name: "GradientCheck", dependencies: ["Layers", "Graph", "Network", "Random"],
      swiftSettings: numeric),
    .target(
      name: "Autograder", dependencies: ["Layers", "Network", "GradientCheck", "Formats"],
      swiftSettings: numeric),
    .target(
      name: "Regression", dependencies: ["Layers", "Graph", "Random"], swiftSettings: numeric),
    .target(name: "Eager", dependencies: ["Layers", "Graph", "Random"], swiftSettings: numeric),
    .target(
      name: "Entities", dependencies: ["Layers", "Graph", "Random", "Formats"],
      swiftSettings: numeric),
    .target(name: "Terminal", swiftSettings: strict),
    .target(name: "Drawing", dependencies: ["Terminal"], swiftSettings: strict),
    .target(name: "Programs", dependencies: ["Formats", "Terminal"], swiftSettings: strict),
    .executableTarget(
      name: "OCRApp",
      dependencies: ["Network", "GradientCheck", "Autograder", "Formats", "Terminal", "Programs"],
      swiftSettings: strict),
    .executableTarget(
      name: "RegressionApp",
      dependencies: [
        "Regression", "Layers", "Random", "Formats", "Terminal", "Drawing", "Programs",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "MLPApp",
      dependencies: ["Eager", "Layers", "Random", "Formats", "Terminal", "Programs"],
      swiftSettings: numeric),
    .executableTarget(
      name: "EntitiesApp",
      dependencies: [
        "Entities", "Layers", "Random", "Formats", "Terminal", "Drawing", "Programs",
      ],
      swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "RandomTests", dependencies: ["Random"], swiftSettings: strict),
    .testTarget(name: "LayersTests", dependencies: ["Layers", "Random"], swiftSettings: strict),
    .testTarget(name: "GraphTests", dependencies: ["Graph", "Layers"], swiftSettings: strict),
    .testTarget(
      name: "NetworkTests", dependencies: ["Network", "Graph", "Layers", "Random", "Formats"],
      swiftSettings: strict),
    .testTarget(name: "FormatsTests", dependencies: ["Formats"], swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
    .testTarget(
      name: "FiniteDifference",
      dependencies: ["GradientCheck", "Graph", "Layers", "Network", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "Autograding", dependencies: ["Autograder", "Network", "Layers", "Random", "Formats"],
      path: "Tests/Autograder", swiftSettings: numeric),
    .testTarget(
      name: "RegressionTests",
      dependencies: [
        "Regression", "GradientCheck", "Network", "Layers", "Random", "Formats", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EagerTests",
      dependencies: ["Eager", "Graph", "Layers", "Network", "Random", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "EntitiesTests", dependencies: ["Entities", "Graph", "Layers", "Random", "Formats"],
      swiftSettings: strict),
    .testTarget(
      name: "DrawingTests", dependencies: ["Drawing", "Terminal"], swiftSettings: strict),
    .testTarget(
      name: "OCRAppTests", dependencies: ["OCRApp", "TestSupport", "Formats"],
      swiftSettings: strict),
    .testTarget(
      name: "RegressionAppTests", dependencies: ["RegressionApp", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "MLPAppTests", dependencies: ["MLPApp", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "EntitiesAppTests", dependencies: ["EntitiesApp", "TestSupport", "Formats"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
