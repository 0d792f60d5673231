/// Kernels over masks: a byte a row, 0 or 1. Plain loops over pointers, which the compiler turns
/// into vector instructions.

@inline(never)
func byteAnd(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
  combineBytes(a, b) { $0 & $1 }
}

@inline(never)
func byteOr(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
  combineBytes(a, b) { $0 | $1 }
}

@inline(__always)
private func combineBytes(
  _ a: [UInt8], _ b: [UInt8], _ body: (UInt8, UInt8) -> UInt8
) -> [UInt8] {
  let count = min(a.count, b.count)
  return a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      [UInt8](unsafeUninitializedCapacity: count) { result, made in
        for row in 0..<count { result[row] = body(a[row], b[row]) }
        made = count
      }
    }
  }
}

/// How many rows a mask selects.
@inline(never)
func countOnes(_ mask: UnsafeBufferPointer<UInt8>) -> Int {
  var total = 0
  for byte in mask { total &+= Int(byte) }
  return total
}
