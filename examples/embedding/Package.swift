// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "embedding",
  dependencies: [.package(name: "lede", path: "../..")],
  targets: [
    .executableTarget(
      name: "embedding", dependencies: [.product(name: "LedeKit", package: "lede")])
  ]
)
