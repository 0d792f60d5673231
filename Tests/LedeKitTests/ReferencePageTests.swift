import Diagnostics
import LedeKit
import Testing

/// The pages of the language reference are what the declarations make of them.
///
/// `LEDE_RECORD=1 swift test` has no part in it: `lede reference functions >
/// Documentation/Language/Functions.md` makes a page anew.
@Suite struct ReferencePageTests {
  @Test(arguments: ReferencePage.allCases)
  func isAsGenerated(_ page: ReferencePage) throws {
    let path = Repository.folder + "/Documentation/Language/" + page.fileName
    let kept = try ScriptFile.read(path)
    #expect(
      kept.bytes.elementsEqual(page.markdown.utf8),
      "make it anew: lede reference \(page.rawValue) > Documentation/Language/\(page.fileName)")
  }

  @Test func everyDeclarationHasItsSection() {
    let catalog = ArticleCatalog.standard
    let functions = ReferencePage.functions.markdown
    let aggregates = ReferencePage.aggregates.markdown
    let tables = ReferencePage.tables.markdown
    for page in HelpLibrary(catalog: catalog).pages {
      let heading = "\n## \(page.name)\n"
      switch page.kind {
      case .function: #expect(functions.contains(heading))
      case .aggregate: #expect(aggregates.contains(heading))
      case .table: #expect(tables.contains(heading))
      case .stage: #expect(ReferencePage.stages.markdown.contains(heading))
      case .predicate: break  // Predicates.md is written by hand.
      }
    }
  }
}

/// Where the package lies, found through this file.
enum Repository {
  static let folder: String =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
}
