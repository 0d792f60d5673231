import ArticleModel

/// What the forms of address and given names of an article say of a person's gender.
struct PersonGender {
  enum Gender { case male, female }

  let tokens: NameTokens

  init(_ tokens: NameTokens) { self.tokens = tokens }

  /// By the form of address before a name ("Ms Ruiz"); nil where there is none.
  func address(before nameStart: Int) -> Gender? {
    for index in stride(from: nameStart - 1, through: max(0, nameStart - 2), by: -1) {
      if tokens.has(index, .femaleAddress) { return .female }
      if tokens.has(index, .maleAddress) { return .male }
      for (word, gender) in Self.words where tokens.matches(index, word) { return gender }
      // "the daughter of Peter Holm"
      if tokens.matches(index, "of") { return nil }
    }
    return nil
  }

  /// By the given name; nil where both bear it or it is unknown.
  func name(_ name: TokenRange) -> Gender? {
    guard name.count >= 2 else { return nil }
    for index in name.start..<(name.end - 1) {
      let classes = tokens.classes(index)
      let isMale = classes.contains(.maleName)
      let isFemale = classes.contains(.femaleName)
      if isMale != isFemale { return isMale ? .male : .female }
      if isMale { return nil }
    }
    return nil
  }

  // MARK: - Implementation

  private static let words: [(StaticString, Gender)] = [
    ("spokeswoman", .female), ("chairwoman", .female), ("congresswoman", .female),
    ("actress", .female), ("queen", .female), ("princess", .female), ("sister", .female),
    ("mother", .female), ("wife", .female), ("daughter", .female), ("councilwoman", .female),
    ("businesswoman", .female), ("duchess", .female), ("baroness", .female), ("niece", .female),
    ("widow", .female), ("aunt", .female), ("girlfriend", .female), ("waitress", .female),
    ("spokesman", .male), ("chairman", .male), ("congressman", .male), ("king", .male),
    ("prince", .male), ("brother", .male), ("father", .male), ("husband", .male), ("son", .male),
    ("councilman", .male), ("businessman", .male), ("duke", .male), ("pope", .male),
    ("sheikh", .male), ("nephew", .male), ("uncle", .male), ("boyfriend", .male), ("imam", .male),
  ]
}
