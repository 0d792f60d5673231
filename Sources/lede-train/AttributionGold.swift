import ArticleModel
import FoundationEssentials

/// An article in which people marked who says what.
struct AttributionGold {
  struct Attribution {
    var source: [TextRange]
    var cue: [TextRange]
    var content: [TextRange]
  }

  var id: String
  var text: String
  var attributions: [Attribution]

  /// The articles of a folder: `gold.jsonl`, and `text/ID.txt` for each of its lines.
  static func read(folder: String) throws -> [AttributionGold] {
    let decoder = JSONDecoder()
    return try FileContents.text(folder + "/gold.jsonl").split(separator: "\n").map { line in
      let line = try decoder.decode(Line.self, from: Data(line.utf8))
      let text = try FileContents.text("\(folder)/text/\(line.id).txt")
      var offsets = [0]
      for scalar in text.unicodeScalars {
        offsets.append((offsets.last ?? 0) + UTF8.width(scalar))
      }
      func ranges(_ spans: [[Int]]) -> [TextRange] {
        spans.filter { $0.count == 2 && $0[1] < offsets.count }
          .map { TextRange(offsets[$0[0]], offsets[$0[1]]) }
      }
      return AttributionGold(
        id: line.id, text: text,
        attributions: line.attributions.map {
          Attribution(
            source: ranges($0.source), cue: ranges($0.cue), content: ranges($0.content))
        })
    }
  }

  private struct Line: Decodable {
    struct Attribution: Decodable {
      var source: [[Int]]
      var cue: [[Int]]
      var content: [[Int]]
    }
    var id: String
    var attributions: [Attribution]
  }
}
