import Diagnostics
import LedeKit
import Testing

/// The pages of the language reference are what the declarations make of them.
///
/// `Scripts/docs` makes them anew.
@Suite struct ReferencePageTests {
  @Test(arguments: ReferencePage.allCases)
  func isAsGenerated(_ page: ReferencePage) throws {
    let path = Repository.folder + "/Documentation/Language/" + page.fileName
    let kept = String(decoding: try ScriptFile.read(path).bytes, as: UTF8.self)
    let differing = zip(kept.split(separator: "\n"), page.markdown.split(separator: "\n"))
      .first { $0 != $1 }
    let isSame = kept == page.markdown
    #expect(
      isSame,
      "Scripts/docs makes it anew; the first line that differs: \(String(describing: differing))")
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
      case .column: #expect(tables.contains("\n| `\(page.name)` | "))
      case .value: break  // The line of its column names it.
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
