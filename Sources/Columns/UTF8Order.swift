import Glibc

/// Less than, equal to or greater than 0 as the first bytes come before, equal or come after the
/// second in byte order, which for UTF-8 is the order of code points.
package func compareUTF8(
  _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
) -> Int {
  let common = min(a.count, b.count)
  if common > 0, let first = a.baseAddress, let second = b.baseAddress {
    let order = memcmp(first, second, common)
    if order != 0 { return Int(order) }
  }
  return a.count - b.count
}

/// The same for ranges of two heaps.
package func compareUTF8(
  _ a: UnsafeBufferPointer<UInt8>, _ rangeOfA: Range<Int>,
  _ b: UnsafeBufferPointer<UInt8>, _ rangeOfB: Range<Int>
) -> Int {
  compareUTF8(
    UnsafeBufferPointer(rebasing: a[rangeOfA]), UnsafeBufferPointer(rebasing: b[rangeOfB]))
}
