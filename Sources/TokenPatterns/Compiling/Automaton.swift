/// A nondeterministic automaton over tokens, after Thompson: states in flat arrays.
struct Automaton {
  enum Step: UInt8 {
    /// One token that the test `argument` fits, then `next`.
    case token
    /// `next` first, else `other`.
    case split
    /// Notes the place in slot `argument`.
    case save
    /// Goes on where place set `argument` holds the place; `other` is 1 where it must not.
    case place
    /// Over any match of list `argument` that starts here.
    case match
    case accept
  }

  private(set) var steps: [Step] = []
  private(set) var next: [Int32] = []
  private(set) var other: [Int32] = []
  private(set) var argument: [Int32] = []
  var start: Int32 = 0

  var count: Int { steps.count }

  mutating func add(
    _ step: Step, next: Int32 = -1, other: Int32 = -1, argument: Int32 = -1
  ) -> Int32 {
    steps.append(step)
    self.next.append(next)
    self.other.append(other)
    self.argument.append(argument)
    return Int32(steps.count - 1)
  }

  mutating func setNext(_ state: Int32, _ target: Int32) { next[Int(state)] = target }
  mutating func setOther(_ state: Int32, _ target: Int32) { other[Int(state)] = target }

  /// The tests and match lists that a match may begin with; nil where it may begin with neither,
  /// being empty.
  func beginnings() -> (tests: [Int], lists: [Int])? {
    var seen = [Bool](repeating: false, count: count)
    var stack = [start]
    var tests: Set<Int> = []
    var lists: Set<Int> = []
    while let state = stack.popLast() {
      let index = Int(state)
      if seen[index] { continue }
      seen[index] = true
      switch steps[index] {
      case .token: tests.insert(Int(argument[index]))
      case .match: lists.insert(Int(argument[index]))
      case .split: stack += [next[index], other[index]]
      case .save, .place: stack.append(next[index])
      case .accept: return nil
      }
    }
    return (tests.sorted(), lists.sorted())
  }
}
