import ArgumentParser
import LedeKit

/// `lede annotate`: the analysis of each article as one JSON object a line.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Print the analysis of each article as JSON, one a line.")

  @OptionGroup var corpusOptions: CorpusOptions

  @Flag(help: "Also print the tokens, and the spans that a source marks.")
  var tokens = false

  func run() throws {
    let paths = corpusOptions.paths.isEmpty ? ["-"] : corpusOptions.paths
    var count = 0
    let messages = try corpusOptions.telling {
      try Corpus.analyze(
        paths, defaultDate: corpusOptions.date, reanalyzes: corpusOptions.reanalyze,
        models: corpusOptions.models
      ) { articles in
        count += articles.count
        for article in articles {
          StandardOutput.sink.write(article.json(includingTokens: tokens))
        }
      }
    }
    corpusOptions.tell(messages)
    if count == 0 || !Corpus.missingPaths(paths).isEmpty { throw ExitStatus.filesFailed }
  }
}
