/// Makes queries over ``HarborCatalog`` that can run: it knows the columns and their types behind
/// each stage.
struct QueryGenerator {
  private enum Kind: CaseIterable { case long, real, text, truth }

  private struct Column {
    var name: String
    var kind: Kind
  }

  private var random: SeededGenerator
  private var columns: [Column] = []
  private var names = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A pipeline of one to six stages.
  mutating func query() -> String {
    columns = [
      Column(name: "name", kind: .text), Column(name: "seats", kind: .long),
      Column(name: "length", kind: .real), Column(name: "port", kind: .text),
    ]
    var text = "ferries"
    // A reference is lost where its column is made anew, so paths stand only at the start.
    if random.chance(30) {
      text += " | where port.depth \(comparison()) \(random.pick([7, 9, 12]))"
    }
    if random.chance(30) {
      columns.append(Column(name: "depth", kind: .long))
      text += " | extend depth = port.depth"
    }
    for _ in 0..<random.pick([1, 2, 3, 4, 5]) { text += " | " + stage() }
    return text
  }

  // MARK: - Stages

  private mutating func stage() -> String {
    switch random.next() % 20 {
    case 12: return join()
    case 13:
      return "union \(random.pick(["", "kind=outer "]))(print \(fresh(.long, "u")) = 1)"
    case 14: return "mv-expand \(fresh(.long, "extra")) = dynamic([1, 2]) to typeof(long)"
    case 15:
      let name = pickColumn().name
      return "extend \(fresh(.long, "n")) = row_number(), \(fresh(.long, "before")) = "
        + "tolong(strlen(tostring(\(random.pick(["prev", "next"]))(\(name)))))"
    case 16:
      return
        "mv-apply \(fresh(.long, "m")) = dynamic([3, 1, 2]) to typeof(long) on (top 2 by m\(names))"
    case 17: return "sample \(random.pick([1, 3]))"
    case 18: return "search \"a*\" | project-away $table"
    case 19:
      let summand = value(.long, 1)
      return "extend \(fresh(.long, "c")) = row_cumsum(\(summand))"
    case 0...3: return "where \(truth(2))"
    case 4, 5: return extend()
    case 6: return project()
    case 7: return summarize()
    case 8: return "sort by \(pickColumn().name)\(random.pick(["", " asc", " desc nulls first"]))"
    case 9:
      let order = random.pick(["", " asc", " desc nulls first"])
      return "top \(random.pick([1, 3])) by \(pickColumn().name)\(order)"
    case 10: return "take \(random.pick([0, 2, 4]))"
    default: return distinct()
    }
  }

  /// Another column, and its name.
  private mutating func fresh(_ kind: Kind, _ prefix: String) -> String {
    names += 1
    columns.append(Column(name: "\(prefix)\(names)", kind: kind))
    return "\(prefix)\(names)"
  }

  private mutating func join() -> String {
    let kind = random.pick([
      "inner", "leftouter", "innerunique", "rightouter", "fullouter", "leftsemi", "leftanti",
    ])
    guard let key = columns.first(where: { $0.kind == .long }) else { return "take 3" }
    let before = columns
    let (other, text) = (fresh(.long, "k"), fresh(.text, "j"))
    if kind == "leftsemi" || kind == "leftanti" { columns = before }
    return
      "join kind=\(kind) (ferries | where seats > 100 | project \(other) = seats, \(text) = name)"
      + " on $left.\(key.name) == $right.\(other)"
  }

  private mutating func extend() -> String {
    // An old name is sometimes given a new value, which no rule may push a filter through.
    let name = random.chance(30) ? pickColumn().name : newName()
    let kind = random.pick(Kind.allCases)
    let text = "extend \(name) = \(value(kind, 2))"
    columns.removeAll { $0.name == name }
    columns.append(Column(name: name, kind: kind))
    return text
  }

  private mutating func project() -> String {
    var kept: [Column] = []
    var parts: [String] = []
    for column in columns where random.chance(70) {
      kept.append(column)
      parts.append(column.name)
    }
    let kind = random.pick(Kind.allCases)
    let name = newName()
    parts.append("\(name) = \(value(kind, 2))")
    kept.append(Column(name: name, kind: kind))
    columns = kept
    return "project " + parts.joined(separator: ", ")
  }

  private mutating func summarize() -> String {
    var made: [Column] = []
    var parts: [String] = []
    for _ in 0..<random.pick([1, 2, 3]) {
      let name = newName()
      switch random.next() % 7 {
      case 0: parts.append("\(name) = count()")
      case 1: parts.append("\(name) = countif(\(truth(1)))")
      case 2: parts.append("\(name) = sum(\(value(.long, 1)))")
      case 3: parts.append("\(name) = max(\(value(.long, 1)))")
      case 4: parts.append("\(name) = min(\(value(.long, 0)))")
      case 5: parts.append("\(name) = dcount(\(value(.text, 1)))")
      default: parts.append("\(name) = percentile(\(value(.long, 0)), 50)")
      }
      made.append(Column(name: name, kind: .long))
    }
    let key = random.chance(70) ? pickColumn() : nil
    columns = (key.map { [$0] } ?? []) + made
    return "summarize " + parts.joined(separator: ", ") + (key.map { " by \($0.name)" } ?? "")
  }

  private mutating func distinct() -> String {
    let column = pickColumn()
    columns = [column]
    return "distinct \(column.name)"
  }

  // MARK: - Expressions

  private mutating func truth(_ depth: Int) -> String {
    guard depth > 0 else {
      return "\(value(.long, 0)) \(comparison()) \(random.pick([0, 80, 150]))"
    }
    switch random.next() % 9 {
    case 0: return "(\(truth(depth - 1)) and \(truth(depth - 1)))"
    case 1: return "(\(truth(depth - 1)) or \(truth(depth - 1)))"
    case 2: return "not(\(truth(depth - 1)))"
    case 3: return "\(value(.text, 0)) has \"\(random.pick(["asta", "Norhavn", "b"]))\""
    case 4: return "\(value(.text, 0)) contains \"\(random.pick(["s", "HAV", ""]))\""
    case 5: return "\(value(.long, 1)) in (0, 80, 200)"
    case 6: return "isnull(\(value(random.pick([.long, .real]), 1)))"
    case 7: return "\(value(.real, 1)) \(comparison()) \(value(.real, 0))"
    default: return "\(value(.long, 1)) \(comparison()) \(value(.long, 1))"
    }
  }

  private mutating func value(_ kind: Kind, _ depth: Int) -> String {
    guard depth > 0, random.chance(60) else { return leaf(kind) }
    switch kind {
    case .long:
      switch random.next() % 4 {
      case 0: return "iff(\(truth(depth - 1)), \(value(.long, 0)), \(value(.long, 0)))"
      case 1: return "strlen(\(value(.text, depth - 1)))"
      case 2: return "(\(value(.long, 0)) \(random.pick(["/", "%"])) \(value(.long, 0)))"
      default:
        return "(\(value(.long, 0)) \(random.pick(["+", "-", "*"])) \(random.pick([1, 2, 3])))"
      }
    case .real: return "(\(value(.real, depth - 1)) * 1.5)"
    case .text:
      return random.chance(50)
        ? "toupper(\(value(.text, depth - 1)))"
        : "strcat(\(value(.text, 0)), \(value(.long, 0)))"
    case .truth: return truth(depth - 1)
    }
  }

  private mutating func leaf(_ kind: Kind) -> String {
    let known = columns.filter { $0.kind == kind }.map(\.name)
    if !known.isEmpty, random.chance(80) { return random.pick(known) }
    switch kind {
    case .long: return random.pick(["0", "80", "200", "long(null)"])
    case .real: return random.pick(["0.5", "-1.0", "real(nan)", "real(null)"])
    case .text: return random.pick(["\"Asta\"", "\"\"", "\"Norhavn\""])
    case .truth: return random.pick(["true", "false", "bool(null)"])
    }
  }

  private mutating func comparison() -> String { random.pick(["==", "!=", "<", "<=", ">", ">="]) }

  private mutating func pickColumn() -> Column { random.pick(columns) }

  private mutating func newName() -> String {
    names += 1
    return "c\(names)"
  }
}
