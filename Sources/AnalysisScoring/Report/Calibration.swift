import ArticleModel
import Columns

/// How often rows of a stated confidence are right.
struct Calibration: Equatable, Sendable {
  /// Rows counted together.
  struct Bin: Equatable, Sendable {
    var rows = 0
    var right = 0
    /// The confidences added up.
    var stated = 0.0

    var shareRight: Double { Agreement.share(right, of: rows) }
    var meanStated: Double { rows > 0 ? stated / Double(rows) : 0 }

    mutating func add(confidence: Double, isRight: Bool) {
      rows += 1
      stated += confidence
      if isRight { right += 1 }
    }
  }

  private static let bandCount = 10
  /// Bands of a tenth: 0 up to 0.1, …, 0.9 up to and with 1.
  private(set) var bands = Array(repeating: Bin(), count: bandCount)
  /// The same by rule or model.
  private(set) var rules: [String: Bin] = [:]

  mutating func add(_ evidence: Evidence, isRight: Bool) {
    let confidence = min(max(evidence.confidence, 0), 1)
    // A tenth is none in binary: 0.3 · 10 must fall into the band that begins with it.
    let band = min(Int(confidence * Double(Self.bandCount) + 1e-9), Self.bandCount - 1)
    bands[band].add(confidence: confidence, isRight: isRight)
    rules[evidence.how, default: Bin()].add(confidence: confidence, isRight: isRight)
  }

  /// How far the stated confidence lies from the share of right rows, on average over the rows.
  var meanGap: Double {
    let rows = bands.reduce(0) { $0 + $1.rows }
    let gaps = bands.reduce(0.0) { $0 + abs($1.meanStated - $1.shareRight) * Double($1.rows) }
    return rows > 0 ? gaps / Double(rows) : 0
  }

  /// Bands and rules as tables.
  var tables: [ScoreTable] {
    let columns = ["rows", "stated", "right"]
    var bandTable = ScoreTable("confidence", columns: columns)
    for (index, bin) in bands.enumerated() where bin.rows > 0 {
      bandTable.append(Self.name(ofBand: index), Self.cells(bin))
    }
    var ruleTable = ScoreTable("rule", columns: columns)
    for (rule, bin) in sortedRules { ruleTable.append(rule, Self.cells(bin)) }
    return [bandTable, ruleTable]
  }

  var json: DynamicValue {
    .bag([
      .init(
        "bands",
        .array(
          bands.indices.map { index in
            Self.json(bands[index], "from", .real(Double(index) / Double(Self.bandCount)))
          })),
      .init(
        "rules", .array(sortedRules.map { Self.json($0.value, "how", .string($0.key)) })),
      .init("gap", meanGap),
    ])
  }

  // MARK: - Implementation

  private var sortedRules: [(key: String, value: Bin)] {
    rules.sorted { ($1.value.rows, $0.key) < ($0.value.rows, $1.key) }
  }

  private static func name(ofBand index: Int) -> String {
    let end = index + 1 == bandCount ? "1.0" : "0.\(index + 1)"
    return "0.\(index)–\(end)"
  }

  private static func cells(_ bin: Bin) -> [String] {
    [
      String(bin.rows), PercentText.string(bin.meanStated, decimals: 1),
      PercentText.string(bin.shareRight, decimals: 1),
    ]
  }

  private static func json(_ bin: Bin, _ key: String, _ name: DynamicValue) -> DynamicValue {
    .bag([
      .init(key, name), .init("rows", bin.rows), .init("stated", bin.meanStated),
      .init("right", bin.shareRight),
    ])
  }
}
