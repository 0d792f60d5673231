import Columns

@testable import TokenPatterns

/// A few articles written by hand: `word/POS/lemma`, sentences parted by `|`, articles by `||`, and
/// spans as `[person … ]`.
struct ToySource: TokenSource {
  let words: [String]
  private let columns: [String: ColumnVector]
  private let spansByName: [String: TokenSpans]

  init(_ text: String) {
    var values: [String: [String]] = ["word": [], "lemma": [], "pos": [], "lower": []]
    var quoted: [UInt8] = []
    var ranges: [String: [(Int, Int)]] = [:]
    var open: [(String, Int)] = []
    var sentence = 0
    var article = 0
    func close(_ name: String, _ start: Int, _ end: Int) {
      if end > start { ranges[name, default: []].append((start, end)) }
    }
    for piece in text.split(separator: " ").map(String.init) + ["||"] {
      let count = quoted.count
      if piece == "|" || piece == "||" {
        close("s", sentence, count)
        sentence = count
        if piece == "||" {
          close("article", article, count)
          article = count
        }
      } else if piece.hasPrefix("["), piece.count > 1 {
        open.append((String(piece.dropFirst()), count))
      } else if piece == "]", let (name, start) = open.popLast() {
        close(name, start, count)
      } else {
        let parts = piece.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        values["word"]?.append(parts[0])
        values["lower"]?.append(parts[0].lowercased())
        values["pos"]?.append(parts.count > 1 ? parts[1] : "X")
        values["lemma"]?.append(parts.count > 2 ? parts[2] : parts[0].lowercased())
        quoted.append(open.contains { $0.0 == "quote" } ? 1 : 0)
      }
    }
    words = values["word"] ?? []
    var columns = values.mapValues(Self.column)
    columns["is_quoted"] = .bools(quoted)
    self.columns = columns
    let all = words
    spansByName = ranges.mapValues { list in
      let sorted = list.sorted { ($0.0, -$0.1) < ($1.0, -$1.1) }
      let names = sorted.map { all[$0.0..<$0.1].joined(separator: " ") }
      return TokenSpans(
        starts: sorted.map { Int32($0.0) }, ends: sorted.map { Int32($0.1) },
        labels: ["name": Self.column(names)])
    }
  }

  var tokenCount: Int { words.count }

  func attribute(_ name: String) throws -> ColumnVector {
    columns[name] ?? Self.column(words.map { _ in "" })
  }

  func spans(_ name: String) throws -> TokenSpans {
    spansByName[name] ?? TokenSpans(starts: [], ends: [], labels: ["name": Self.column([])])
  }

  private static func column(_ values: [String]) -> ColumnVector {
    var ids: [String: Int32] = [:]
    var entries: [String] = []
    let rows = values.map { value -> Int32 in
      if let id = ids[value] { return id }
      ids[value] = Int32(entries.count)
      entries.append(value)
      return Int32(entries.count - 1)
    }
    return .strings(rows, in: StringDictionary(entries, isUnique: true))
  }
}
