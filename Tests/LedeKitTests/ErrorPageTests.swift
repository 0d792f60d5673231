import Diagnostics
import Testing

@testable import LedeKit

/// Each code that can be reported has a page, and the page says the truth.
///
/// That no code lacks one is the compiler's doing: codes are enums, and pages a switch over them.
@Suite struct ErrorPageTests {
  @Test func eachCodeHasOnePage() {
    let codes = ErrorPages.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.count >= 120)
  }

  @Test(arguments: ErrorPages.all)
  func pageHasSentences(page: ErrorPage) {
    #expect(page.meaning.hasSuffix("."))
    #expect(page.wrong.isEmpty == page.right.isEmpty)
  }

  /// Codes of the text: checking finds them, and finds nothing in what is said to be right.
  @Test(arguments: ErrorPages.all.filter { !$0.wrong.isEmpty && $0.code < "L0600" })
  func wrongIsWrongAndRightIsRight(page: ErrorPage) {
    let engine = Engine()
    let wrong = engine.check(SourceText(name: "<query>", text: page.wrong))
    #expect(wrong.contains { $0.code == page.code }, "\(page.code): \(wrong.map(\.code))")
    let right = engine.check(SourceText(name: "<query>", text: page.right))
    #expect(right.isEmpty, "\(page.code): \(right.map { $0.code + " " + $0.message })")
  }

  /// Codes of the run.
  @Test(
    arguments: ErrorPages.all.filter {
      !$0.wrong.isEmpty && $0.code > "L0600" && $0.code < "L0610" && $0.code != "L0603"
    })
  func runIsWrongAndRight(page: ErrorPage) {
    #expect(codes(of: page.wrong).contains(page.code), "\(page.code): \(codes(of: page.wrong))")
    #expect(codes(of: page.right).isEmpty, "\(page.code): \(codes(of: page.right))")
  }

  private func codes(of query: String) -> [String] {
    do throws(QueryFailure) {
      return try Engine().query(query).warnings.map(\.code)
    } catch {
      return error.diagnostics.map(\.code)
    }
  }
}
