/// The pairing of rows with columns, one to one, whose weights add up to the most.
///
/// The Hungarian method with potentials, in O(*n*² *m*) for *n* rows and *m* columns, *n* ≤ *m*;
/// a taller matrix is turned first.
enum BestAssignment {
  /// The pairs in the order of columns (of rows, where the matrix was turned); every row has one
  /// where there are no more rows than columns, else every column.
  static func pairs(_ weights: [[Double]]) -> [(row: Int, column: Int)] {
    guard let first = weights.first, !first.isEmpty else { return [] }
    guard weights.count > first.count else {
      return solve(weights).map { (row: $0.0, column: $0.1) }
    }
    let turned = first.indices.map { column in weights.map { $0[column] } }
    return solve(turned).map { (row: $0.1, column: $0.0) }
  }

  // MARK: - Implementation

  /// The pairs by column.
  ///
  /// Rows and columns are counted from 1 here; 0 stands for none.
  private static func solve(_ weights: [[Double]]) -> [(Int, Int)] {
    let rowCount = weights.count
    let columnCount = weights[0].count
    var rowPotential = Array(repeating: 0.0, count: rowCount + 1)
    var columnPotential = Array(repeating: 0.0, count: columnCount + 1)
    var owner = Array(repeating: 0, count: columnCount + 1)
    for row in 1...rowCount {
      owner[0] = row
      var column = 0
      var slack = Array(repeating: Double.infinity, count: columnCount + 1)
      var previous = Array(repeating: 0, count: columnCount + 1)
      var isDone = Array(repeating: false, count: columnCount + 1)
      while owner[column] != 0 {
        isDone[column] = true
        let current = owner[column]
        var delta = Double.infinity
        var nearest = 0
        for j in 1...columnCount where !isDone[j] {
          let cost = -weights[current - 1][j - 1] - rowPotential[current] - columnPotential[j]
          if cost < slack[j] {
            slack[j] = cost
            previous[j] = column
          }
          if slack[j] < delta {
            delta = slack[j]
            nearest = j
          }
        }
        for j in 0...columnCount {
          if isDone[j] {
            rowPotential[owner[j]] += delta
            columnPotential[j] -= delta
          } else {
            slack[j] -= delta
          }
        }
        column = nearest
      }
      while column != 0 {
        owner[column] = owner[previous[column]]
        column = previous[column]
      }
    }
    return (1...columnCount).compactMap { owner[$0] == 0 ? nil : (owner[$0] - 1, $0 - 1) }
  }
}
