/// Values of one type, one a row; parts of it may be shared with other vectors.
package struct ColumnVector: Sendable {
  package let type: ScalarType
  package let count: Int

  package init(type: ScalarType, count: Int) {
    self.type = type
    self.count = count
  }
}
