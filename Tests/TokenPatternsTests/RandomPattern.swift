/// Patterns and articles by chance, the same for the same seed.
struct RandomPattern: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func below(_ count: Int) -> Int { Int(next() >> 33) % count }

  /// Articles of the words a, b and c, some of them in spans.
  mutating func articles() -> String {
    var pieces: [String] = []
    for _ in 0..<3 {
      for _ in 0..<(1 + below(3)) {
        for _ in 0..<(1 + below(5)) {
          let word = ["a/N", "b/V", "c/N", "a/V", "./PUNCT"][below(5)]
          switch below(6) {
          case 0: pieces.append("[person \(word) ]")
          case 1: pieces.append("[quote \(word) b/N [quote c/V ] ]")
          default: pieces.append(word)
          }
        }
        pieces.append("|")
      }
      pieces[pieces.count - 1] = "||"
    }
    return pieces.dropLast().joined(separator: " ")
  }

  mutating func text(depth: Int) -> String {
    guard depth > 0 else { return atom() }
    let inner = depth - 1
    switch below(12) {
    case 0, 1, 2: return "\(text(depth: inner)) \(text(depth: inner))"
    case 3: return "(\(text(depth: inner)) | \(text(depth: inner)))"
    case 4: return "(\(text(depth: inner)))?"
    case 5: return "(\(text(depth: inner)))*"
    case 6: return "(\(text(depth: inner))){1,2}"
    case 7: return "x\(below(3)):(\(text(depth: inner)))"
    case 8: return "(?\(["=", "!", "<=", "<!"][below(4)]) \(text(depth: inner)))"
    case 9:
      let relation = [
        "within", "!within", "containing", "!containing", "overlap", "!overlap", "&",
      ][
        below(7)]
      return "(\(text(depth: inner)) \(relation) \(text(depth: inner)))"
    default: return atom()
    }
  }

  private mutating func atom() -> String {
    [
      "\"a\"", "\"b\"", "[]", "[pos=\"N\"]", "[word=\"a\" | pos=\"V\"]",
      "[word!=\"a\" & pos=\"N\"]",
      "<s>", "</s>", "<person/>", "<quote/>", "<quote>", "[!(word=\"c\")]", "{b}", "[]*",
      "</person>",
    ][below(15)]
  }
}
