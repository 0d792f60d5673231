package import ArticleAnalysis
import ArticleReading
import Diagnostics

extension ArticleAnalyzer {
  /// The standard analysis, with the models of files in the place of those that come with lede.
  /// - Throws: ``CorpusFailure`` where a file cannot be read or holds no model.
  package init(modelFiles paths: [String]) throws(CorpusFailure) {
    var models = AnalysisModels.standard
    for path in paths {
      let bytes = try Self.contents(path)
      do throws(ModelError) {
        let file = try ModelFile(ModelBytes(copying: bytes))
        guard try models.take(file) else { throw ModelError.missing(section: "weights") }
      } catch {
        let code = ReadingProblemCode.unusableModel.rawValue
        throw CorpusFailure(
          kind: .unusableModel,
          messages: [
            ReadingMessage(
              path: path, diagnostic: Diagnostic(code: code, message: error.description))
          ])
      }
    }
    self.init(models: models)
  }

  private static func contents(_ path: String) throws(CorpusFailure) -> [UInt8] {
    do throws(ReadingDiagnostic) {
      return try FileContents.read(path: path)
    } catch {
      throw CorpusFailure(
        kind: .unusableModel,
        messages: [ReadingMessage(path: error.path, diagnostic: error.diagnostic)])
    }
  }
}
