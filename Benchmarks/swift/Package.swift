// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "bench",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "swift-layers", path: "../..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [
        .product(name: "Layers", package: "swift-layers"),
        .product(name: "Courses", package: "swift-layers"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
