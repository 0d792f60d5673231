import ArticleModel
import Columns

/// A text with the names in it, as the corpora of entities have it: one JSON object a line with
/// `id`, `source`, `text` and `mentions`.
struct EntityDocument {
  /// A name: its scalars in the text and its kind.
  struct Name: Hashable {
    var start: Int
    var end: Int
    var kind: Entity.Kind
  }

  var id: String
  /// The corpus that it comes from.
  var source: String
  var text: String
  /// By place; none overlaps another, of those that did the longest.
  var names: [Name]

  /// The documents of a file.
  static func documents(of path: String) throws(TrainingError) -> [EntityDocument] {
    let bytes = try FileContents.read(path)
    var documents: [EntityDocument] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard !line.isEmpty else { continue }
      let value = line.withUnsafeBufferPointer { JSONParser.parse($0) }
      guard let value, let document = EntityDocument(value) else {
        throw .entityLine(path: path, number: number)
      }
      documents.append(document)
    }
    return documents
  }

  init(id: String, source: String, text: String, names: [Name]) {
    self.id = id
    self.source = source
    self.text = text
    self.names = names
  }

  /// Nil where the value is no such object.
  init?(_ value: DynamicValue) {
    guard let id = value["id"]?.text, let text = value["text"]?.text,
      case .array(let mentions)? = value["mentions"]
    else { return nil }
    self.id = id
    self.text = text
    source = value["source"]?.text ?? ""
    var names: [Name] = []
    for mention in mentions {
      guard case .bool(true)? = mention["named"], let title = mention["kind"]?.text,
        let kind = Self.kinds[title]
      else { continue }
      var ends = [mention["start"]?.integer, mention["end"]?.integer]
      if case .array(let name)? = mention["name"] { ends = name.map(\.integer) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
      names.append(Name(start: start, end: end, kind: kind))
    }
    self.names = Self.longest(of: names)
  }

  // MARK: - Implementation

  /// What the corpora call the kinds; times and amounts are no names.
  private static let kinds: [String: Entity.Kind] = [
    "person": .person, "organization": .organization, "place": .place, "norp": .group,
    "misc": .other, "product": .other, "event": .other, "object": .other, "abstract": .other,
  ]

  private static func longest(of names: [Name]) -> [Name] {
    let sorted = names.sorted {
      ($1.end - $1.start, $0.start, $0.kind.rawValue)
        < ($0.end - $0.start, $1.start, $1.kind.rawValue)
    }
    var taken: [Name] = []
    for name in sorted where !taken.contains(where: { name.start < $0.end && $0.start < name.end })
    {
      taken.append(name)
    }
    return taken.sorted { $0.start < $1.start }
  }
}

extension DynamicValue {
  fileprivate subscript(_ key: String) -> DynamicValue? {
    guard case .bag(let properties) = self else { return nil }
    return properties.last { $0.key == key }?.value
  }

  fileprivate var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  fileprivate var integer: Int? {
    guard case .long(let number) = self else { return nil }
    return Int(number)
  }
}
