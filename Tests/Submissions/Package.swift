// swift-tools-version: 6.2
import PackageDescription

// Submissions that try to get points without doing the work; try_cheats.py grades them. For Linux.

let package = Package(
  name: "submissions",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "swift-layers", path: "../..")],
  targets: [
    .target(name: "CTricks", path: "CTricks"),
    .executableTarget(
      name: "Cheats",
      dependencies: [
        "CTricks",
        .product(name: "Harness", package: "swift-layers"),
        .product(name: "Layers", package: "swift-layers"),
      ], path: "Cheats"),
  ],
  swiftLanguageModes: [.v6]
)
