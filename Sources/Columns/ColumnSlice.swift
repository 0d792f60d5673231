/// Consecutive values of an array that it shares with other slices; counted from 0.
///
/// A batch of a whole column is a slice of the column's array: taking it copies nothing.
package struct ColumnSlice<Element: Sendable>: Sendable {
  @usableFromInline let base: [Element]
  @usableFromInline let start: Int
  package let count: Int

  @inlinable
  package init(_ values: [Element]) {
    base = values
    start = 0
    count = values.count
  }

  @usableFromInline
  init(base: [Element], start: Int, count: Int) {
    precondition(start >= 0 && count >= 0 && start + count <= base.count, "slice within its array")
    self.base = base
    self.start = start
    self.count = count
  }

  @inlinable
  package subscript(index: Int) -> Element { base[start + index] }

  /// The same values under the indices of the array that they are in; copies nothing.
  package var elements: ArraySlice<Element> { base[start..<start + count] }

  /// The values from `range.lowerBound` on; copies nothing.
  package subscript(range: Range<Int>) -> ColumnSlice {
    ColumnSlice(base: base, start: start + range.lowerBound, count: range.count)
  }

  @inlinable
  package func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    try base.withUnsafeBufferPointer { whole in
      try body(UnsafeBufferPointer(rebasing: whole[start..<start + count]))
    }
  }
}

extension Array where Element: Sendable {
  /// The slice's values as an array of its own; the same array if the slice is all of it.
  package init(_ slice: ColumnSlice<Element>) {
    if slice.start == 0, slice.count == slice.base.count {
      self = slice.base
    } else {
      self = Array(slice.base[slice.start..<slice.start + slice.count])
    }
  }
}
