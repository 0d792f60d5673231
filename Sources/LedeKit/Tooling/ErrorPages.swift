import AnalysisScoring
import ArticleReading
package import Diagnostics
import QueryExecution
import QueryLanguage
import QueryPlanning
import TokenPatterns

/// The pages on all codes that the language and the readers report.
package enum ErrorPages {
  /// By code; the limits that both parser and binder watch have one page.
  package static let all: [ErrorPage] = {
    let pages =
      SyntaxErrorCode.allCases.map(\.page) + BinderErrorCode.allCases.map(\.page)
      + PatternErrorCode.allCases.map(\.queryPage)
      + ExecutionErrorCode.allCases.map(\.page) + [QueryFailure.unknownParameterPage]
      + ReadingProblemCode.allCases.map(\.page) + CoNLLUProblemCode.allCases.map(\.page)
      + GoldProblemCode.allCases.map(\.page)
    var seen: Set<ErrorPage> = []
    return pages.filter { seen.insert($0).inserted }.sorted { $0.code < $1.code }
  }()
}

extension PatternErrorCode {
  /// The page with its patterns in queries, and with what they refer to.
  fileprivate var queryPage: ErrorPage {
    var page = page
    guard !page.wrong.isEmpty else { return page }
    let named = self == .unknownPattern ? "let name = pattern (\"gap\"); " : ""
    page.wrong = "\(named)articles | match \(page.wrong)"
    page.right = "\(named)articles | match \(page.right)"
    return page
  }
}

extension ErrorPage {
  /// The page as it is read at the prompt.
  package var text: String {
    var text = "\(code)\n\(meaning)\n"
    if !wrong.isEmpty { text += "  wrong: \(wrong)\n  right: \(right)\n" }
    return text
  }
}
