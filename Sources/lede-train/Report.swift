import Glibc

/// Lines that tell how training went.
enum Report {
  static func line(_ text: String) { print(text) }

  /// A share of one as a percentage with two decimals.
  static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals) %"
  }

  static func share(_ name: String, _ part: Int, of whole: Int) {
    line("\(name): \(percent(Double(part) / Double(max(1, whole)))) (\(part) of \(whole))")
  }

  /// The processor time that `body` takes.
  static func processorSeconds(_ body: () -> Void) -> Double {
    let start = now()
    body()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
