import ArticleAnalysis

/// Reads a gazetteer: a name a line in lower case, a tab, and its kinds parted by commas.
enum GazetteerFile {
  static func read(_ path: String) throws(TrainingError) -> NameGazetteer {
    var entries: [UInt32: NameGazetteer.Kinds] = [:]
    var number = 0
    for line in try FileContents.text(path).split(separator: "\n") {
      number += 1
      let fields = line.split(separator: "\t")
      guard fields.count == 2 else { throw .gazetteerLine(path: path, number: number) }
      var kinds: NameGazetteer.Kinds = []
      for title in fields[1].split(separator: ",") {
        guard let kind = Self.kinds[String(title)] else {
          throw .gazetteerLine(path: path, number: number)
        }
        kinds.formUnion(kind)
      }
      let words = fields[0].split(separator: " ")
      var key = NameGazetteer.Key()
      for (index, word) in words.enumerated() {
        key.append(word.utf8)
        if index == 0, words.count > 1 { entries[key.number, default: []].formUnion(.opensName) }
      }
      entries[key.number, default: []].formUnion(kinds)
    }
    return NameGazetteer(entries)
  }

  private static let kinds: [String: NameGazetteer.Kinds] = [
    "given": .givenName, "family": .familyName, "city": .city, "town": .town,
    "district": .district,
  ]
}
