// swift-tools-version: 6.2
import PackageDescription

// Submissions that try to get points without doing the work; try_cheats.py grades them.

let harness: [Target.Dependency] = [
  .product(name: "Harness", package: "swift-layers"),
  .product(name: "Layers", package: "swift-layers"),
]

let package = Package(
  name: "submissions",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "swift-layers", path: "../..")],
  targets: [
    .executableTarget(name: "Cheats", dependencies: harness, path: "Cheats"),
    // What runs before `main` only C can say.
    .target(name: "CConstructor", path: "CConstructor"),
    .executableTarget(
      name: "Constructor", dependencies: harness + ["CConstructor"], path: "Constructor"),
  ],
  swiftLanguageModes: [.v6]
)
