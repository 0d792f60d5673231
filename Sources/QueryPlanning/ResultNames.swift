/// The names of one stage's columns, each used once.
///
/// Names that people write are reserved first; a default name that is taken gets 1, 2 … behind it.
struct ResultNames {
  private var taken: Set<String> = []
  /// The last number tried behind a name, so that a thousand repeats are not a million trials.
  private var lastNumber: [String: Int] = [:]

  /// Takes the name as it is; false where it is taken.
  mutating func reserve(_ name: String) -> Bool { taken.insert(name).inserted }

  func isTaken(_ name: String) -> Bool { taken.contains(name) }

  /// The name, or where it is taken the first of `name1`, `name2` … that is not.
  mutating func unique(_ name: String) -> String {
    taken.insert(name).inserted ? name : numbered(name)
  }

  /// The first of `name1`, `name2` … that is free: `Column1` for what has no name.
  mutating func numbered(_ name: String) -> String {
    var number = lastNumber[name] ?? 0
    repeat { number += 1 } while !taken.insert("\(name)\(number)").inserted
    lastNumber[name] = number
    return "\(name)\(number)"
  }
}
