import Columns
import QueryPlanning

extension AggregateFunction {
  static let standardDeviation = spread(
    "stdev", .sample, isRoot: true, "The standard deviation of a sample.",
    Example("range x from 1 to 3 step 1 | summarize stdev(x)", "1.0"))
  static let standardDeviationOfPopulation = spread(
    "stdevp", .population, isRoot: true, "The standard deviation of a whole population.",
    Example("range x from 1 to 2 step 1 | summarize stdevp(x)", "0.5"))
  static let variance = spread(
    "variance", .sample, isRoot: false, "The variance of a sample.",
    Example("range x from 1 to 3 step 1 | summarize variance(x)", "1.0"))
  static let varianceOfPopulation = spread(
    "variancep", .population, isRoot: false, "The variance of a whole population.",
    Example("range x from 1 to 2 step 1 | summarize variancep(x)", "0.25"))
  static let standardDeviationIf = conditionalSpread(
    "stdevif", .sample, isRoot: true,
    "The standard deviation of rows for which the condition is true.",
    Example("range x from 1 to 9 step 1 | summarize stdevif(x, x < 4)", "1.0"))
  static let varianceIf = conditionalSpread(
    "varianceif", .sample, isRoot: false,
    "The variance of rows for which the condition is true.",
    Example("range x from 1 to 9 step 1 | summarize varianceif(x, x < 4)", "1.0"))

  private static func conditionalSpread(
    _ name: String, _ kind: SpreadAccumulator.Kind, isRoot: Bool, _ summary: String,
    _ example: Example
  ) -> AggregateFunction {
    AggregateFunction(
      AggregateSignature(
        name: name,
        overloads: [
          FunctionOverload(
            [Parameter("x", .exactly(.real)), Parameter("condition", .exactly(.bool))],
            result: .exactly(.real))
        ],
        naming: .prefixed(name), summary: summary, example: example)
    ) { _ in ConditionalAccumulator(SpreadAccumulator(kind, isRoot: isRoot), condition: 1) }
  }

  private static func spread(
    _ name: String, _ kind: SpreadAccumulator.Kind, isRoot: Bool, _ summary: String,
    _ example: Example
  ) -> AggregateFunction {
    AggregateFunction(
      AggregateSignature(
        name: name,
        overloads: [
          FunctionOverload([Parameter("x", .exactly(.real))], result: .exactly(.real))
        ],
        naming: .prefixed(name), summary: summary, example: example)
    ) { _ in SpreadAccumulator(kind, isRoot: isRoot) }
  }
}

/// Variance and its root, by Welford's running mean and sum of squares, which loses no digits where
/// the mean is large; the order of the rows fixes the result to the bit.
final class SpreadAccumulator: AggregateAccumulator {
  enum Kind: Sendable {
    case sample, population
  }

  private let kind: Kind
  private let isRoot: Bool
  private var counts: [Double] = []
  private var means: [Double] = []
  private var squares: [Double] = []

  init(_ kind: Kind, isRoot: Bool) {
    self.kind = kind
    self.isRoot = isRoot
  }

  var byteCount: Int { counts.count * 24 }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    counts.grow(to: rows.groupCount, with: 0)
    means.grow(to: rows.groupCount, with: 0)
    squares.grow(to: rows.groupCount, with: 0)
    let column = arguments[0].flattened()
    column.reals.withUnsafeBufferPointer { values in
      counts.withUnsafeMutableBufferPointer { counts in
        means.withUnsafeMutableBufferPointer { means in
          squares.withUnsafeMutableBufferPointer { squares in
            rows.forEachValue(of: column) { row, group in
              counts[group] += 1
              let before = values[row] - means[group]
              means[group] += before / counts[group]
              squares[group] += before * (values[row] - means[group])
            }
          }
        }
      }
    }
  }

  /// Null of nothing; 0 for a single row.
  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    counts.grow(to: groupCount, with: 0)
    squares.grow(to: groupCount, with: 0)
    let results = counts.indices.map { group -> Double in
      let divisor = kind == .sample ? counts[group] - 1 : counts[group]
      let variance = divisor > 0 ? squares[group] / divisor : 0
      return isRoot ? variance.squareRoot() : variance
    }
    let validity = counts.contains(0) ? counts.map { $0 == 0 ? UInt8(0) : 1 } : nil
    return [.reals(results, validity: validity)]
  }
}
