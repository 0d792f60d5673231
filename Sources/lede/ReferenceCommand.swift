import ArgumentParser
import LedeKit

/// `lede reference PAGE`: a page of the language reference, made from the declarations.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print a page of the language reference as Markdown.", shouldDisplay: false)

  @Argument(
    help: "One of \(ReferencePage.allCases.map(\.rawValue).joined(separator: ", ")).",
    completion: .list(ReferencePage.allCases.map(\.rawValue)))
  var page: String

  func run() throws {
    let names = ReferencePage.allCases.map(\.rawValue)
    guard let page = ReferencePage(rawValue: page) else {
      throw ValidationError("There is no page '\(page)'\(spellingHint(for: page, among: names))")
    }
    StandardOutput.sink.write(page.markdown)
  }
}
