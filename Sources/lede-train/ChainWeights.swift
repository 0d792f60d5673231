import ArticleAnalysis

/// Weights of features and of steps between labels: a set that counts in all corpora, and one more
/// for each corpus, as corpora differ in what they hold for a name (Daumé, 2007).
struct ChainWeights {
  typealias Row = SIMD16<Float>

  private(set) var common: [Row]
  private(set) var own: [[Row]]
  var steps: [[Float]]

  /// The number of scores of a step, of which those of labels are the first.
  static let stepCount = NameLabels.count * NameLabels.count

  init(bits: Int, corpora: Int) {
    common = Array(repeating: Row(), count: 1 << bits)
    own = Array(repeating: common, count: corpora)
    steps = Array(repeating: Array(repeating: 0, count: Self.stepCount), count: corpora + 1)
  }

  /// The scores of the labels by a token's features; nil for no corpus of its own.
  @inline(__always)
  func score(_ rows: Slice<UnsafeBufferPointer<UInt32>>, corpus: Int?) -> Row {
    var sum = Row()
    common.withUnsafeBufferPointer { weights in for row in rows { sum += weights[Int(row)] } }
    if let corpus {
      own[corpus].withUnsafeBufferPointer { weights in for row in rows { sum += weights[Int(row)] }
      }
    }
    return sum
  }

  /// The scores of steps for a corpus.
  func steps(corpus: Int?) -> [Float] {
    guard let corpus else { return steps[0] }
    return zip(steps[0], steps[corpus + 1]).map { $0 + $1 }
  }

  /// Adds a number to each weight of the rows, of all corpora or of one.
  mutating func add(_ change: Row, to rows: UnsafeBufferPointer<UInt32>, corpus: Int?) {
    withWeights(corpus) { weights in for row in rows { weights[Int(row)] += change } }
  }

  /// Adds to each weight of the rows a step that is the smaller the larger the sum of its squares is.
  mutating func add(
    _ change: Row, over squares: ChainWeights, to rows: UnsafeBufferPointer<UInt32>, corpus: Int?
  ) {
    (corpus.map { squares.own[$0] } ?? squares.common).withUnsafeBufferPointer { squares in
      withWeights(corpus) { weights in
        for row in rows { weights[Int(row)] += change / (squares[Int(row)] + 0.1).squareRoot() }
      }
    }
  }

  /// Moves each weight toward that of another set by a part of the distance.
  mutating func approach(_ other: ChainWeights, by part: Float) {
    func approach(_ rows: inout [Row], _ goal: [Row]) {
      for index in rows.indices { rows[index] += (goal[index] - rows[index]) * part }
    }
    approach(&common, other.common)
    for corpus in own.indices { approach(&own[corpus], other.own[corpus]) }
    for index in steps.indices {
      for step in steps[index].indices {
        steps[index][step] += (other.steps[index][step] - steps[index][step]) * part
      }
    }
  }

  @inline(__always)
  private mutating func withWeights(
    _ corpus: Int?, _ body: (UnsafeMutableBufferPointer<Row>) -> Void
  ) {
    if let corpus {
      own[corpus].withUnsafeMutableBufferPointer { body($0) }
    } else {
      common.withUnsafeMutableBufferPointer { body($0) }
    }
  }

  /// The weights for one corpus as a model whose weights are bytes.
  ///
  /// One in two thousand weights is cut to the largest byte, so that a few huge ones do not make all
  /// others coarse; those nearer to zero than `smallest` units are left out.
  func model(
    corpus: Int?, bits: Int, smallest: Int
  ) throws -> (weights: LinearModel, steps: [Int16]) {
    let rows = common.indices.map { index in
      corpus.map { common[index] + own[$0][index] } ?? common[index]
    }
    var sizes: [Float] = []
    for row in rows {
      for label in 0..<NameLabels.count where row[label] != 0 { sizes.append(abs(row[label])) }
    }
    sizes.sort()
    let largest = sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, sizes.count * 1999 / 2000)]
    let unit = largest / 127
    let model = try LinearModel(labels: NameLabels.titles, bits: bits, unit: unit) { bytes in
      for (index, row) in rows.enumerated() {
        for label in 0..<NameLabels.count {
          let value = Int((row[label] / unit).rounded())
          guard abs(value) >= smallest else { continue }
          bytes[index * 16 + label] = Int8(max(-127, min(127, value)))
        }
      }
    }
    let steps = steps(corpus: corpus).map {
      Int16(max(-30_000, min(30_000, ($0 / unit).rounded())))
    }
    return (model, steps)
  }
}
