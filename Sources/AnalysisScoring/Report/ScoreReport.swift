import Columns

/// What one kind of analysis scores: lines and tables for people, an object for programs.
struct ScoreFigures: Sendable {
  /// Counts that stand above the tables.
  var lines: [String] = []
  var tables: [ScoreTable] = []
  /// The members of the object.
  var json: [DynamicValue.Property] = []
}

/// The outcome of an evaluation.
package struct ScoreReport: Sendable {
  /// The kind of analysis.
  var kind: EvaluationKind
  var figures: ScoreFigures
  /// Figures by the value of the field that articles were grouped by, in its order.
  var groups: [(name: String, figures: ScoreFigures)] = []
  var calibration: Calibration?
  var errors: ErrorList?
  /// What is to be told of gold that was read all the same.
  package var warnings: [GoldFailure.Message] = []
  /// The most examples that are shown of a kind of error.
  var errorLimit = 0

  /// For people.
  package var text: String {
    var text = Self.text(of: figures)
    for (name, figures) in groups { text += "\n--- \(name)\n" + Self.text(of: figures) }
    if let calibration {
      text += "\n" + calibration.tables.map(\.text).joined(separator: "\n")
      let gap = PercentText.string(calibration.meanGap, decimals: 1)
      text += "\nstated and right differ by \(gap) points on average\n"
    }
    if let errors { text += errors.text(limit: errorLimit) }
    return text
  }

  /// For programs: one JSON object on one line, ended by a line feed; shares are not rounded.
  package var json: [UInt8] {
    var members: [DynamicValue.Property] = [.init("kind", kind.rawValue)]
    members += figures.json
    if !groups.isEmpty {
      members.append(
        .init("groups", .bag(groups.map { .init($0.name, .bag($0.figures.json)) })))
    }
    if let calibration { members.append(.init("calibration", calibration.json)) }
    if let errors { members.append(.init("errors", errors.json(limit: errorLimit))) }
    var bytes: [UInt8] = []
    DynamicText.appendJSON(.bag(members), to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  // MARK: - Implementation

  private static func text(of figures: ScoreFigures) -> String {
    let head = figures.lines.map { $0 + "\n" }.joined()
    return ([head] + figures.tables.map(\.text)).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension Int {
  /// The number with its noun: `1 article`, `2 articles`.
  func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
