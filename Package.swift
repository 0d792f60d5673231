// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of Swift: its dependencies are exactly the modules it may import.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ module: String, _ more: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: module + "Tests",
    dependencies: [.target(name: module), "LedeTestSupport"] + more,
    swiftSettings: settings)
}

let package = Package(
  name: "lede",
  products: [
    // With the types that its calls take and give.
    .library(name: "LedeKit", targets: ["LedeKit", "ArticleModel", "Calendar", "Diagnostics"]),
    .executable(name: "lede", targets: ["lede"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // From a question to an answer, top down: a module uses only modules above it.
    module("Diagnostics"),
    module("Calendar"),
    module("ArticleModel", ["Calendar"]),
    module("Columns", ["Calendar"]),
    module("ArticleReading", ["Calendar", "ArticleModel", "Diagnostics"]),
    module("ArticleAnalysis", ["Calendar", "ArticleModel", "LedeModels"]),
    module(
      "AnalysisScoring", ["Calendar", "ArticleModel", "ArticleReading", "Columns", "Diagnostics"]),
    module("CorpusStorage", ["Calendar", "ArticleModel", "Columns"]),
    module("RegularExpressions", ["CRE2"]),
    module("TokenPatterns", ["Columns", "Diagnostics", "RegularExpressions"]),
    module("QueryLanguage", ["Columns", "Diagnostics", "TokenPatterns"]),
    module("QueryPlanning", ["QueryLanguage", "Columns", "Diagnostics", "TokenPatterns"]),
    module(
      "QueryExecution",
      [
        "Calendar", "QueryPlanning", "Columns", "Diagnostics", "RegularExpressions",
        "TokenPatterns", "CRE2", "CUTF8Proc",
      ]),
    module(
      "LedeKit",
      [
        "Calendar", "Diagnostics", "ArticleModel", "Columns", "ArticleReading", "ArticleAnalysis",
        "AnalysisScoring", "CorpusStorage", "QueryLanguage", "QueryPlanning", "QueryExecution",
        "TokenPatterns", "CUTF8Proc",
      ]),
    module("LedeConsole", ["LedeKit", "Diagnostics", "CLibedit"]),
    .executableTarget(
      name: "lede",
      dependencies: [
        "AnalysisScoring", "ArticleAnalysis", "LedeKit", "LedeConsole", "LedeTestSupport",
        "Diagnostics", "QueryPlanning",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "lede-train",
      dependencies: [
        "AnalysisScoring", "ArticleAnalysis", "ArticleModel", "Columns",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    module("LedeTestSupport", ["LedeKit", "Diagnostics", "CPseudoTerminal"]),

    // Weights, a file for each component, put into the program by `#embed`.
    .target(
      name: "LedeModels",
      exclude: ["attribution.model", "names.model", "tags.model", "trees.model"]),

    // C libraries, each behind the few functions that Swift calls.
    .target(name: "CLibedit", linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .target(name: "CPseudoTerminal", linkerSettings: [.linkedLibrary("util")]),

    tests("Diagnostics"),
    tests("Columns", ["Calendar"]),
    tests("ArticleReading", ["Calendar", "ArticleModel", "Diagnostics"]),
    tests("ArticleAnalysis", ["Calendar", "ArticleModel"]),
    .testTarget(
      name: "lede-trainTests",
      dependencies: [
        "lede-train", "AnalysisScoring", "ArticleAnalysis", "ArticleModel", "Columns",
        "LedeTestSupport",
      ],
      swiftSettings: settings),
    tests("AnalysisScoring", ["ArticleModel", "Calendar", "Columns", "Diagnostics"]),
    .testTarget(
      name: "TokenPatternsTests", dependencies: ["TokenPatterns", "Columns", "Diagnostics"],
      swiftSettings: settings),
    tests("QueryLanguage", ["Columns", "Diagnostics"]),
    tests("QueryPlanning", ["QueryLanguage", "Columns", "Diagnostics"]),
    tests(
      "QueryExecution",
      [
        "Calendar", "QueryLanguage", "QueryPlanning", "Columns", "Diagnostics",
        "RegularExpressions",
      ]),
    tests("LedeKit", ["Calendar", "Diagnostics"]),
    tests("LedeConsole", ["LedeKit"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .gnucxx17
)
