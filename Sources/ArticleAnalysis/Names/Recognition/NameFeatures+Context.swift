import ArticleModel

extension NameFeatures {
  /// A sentence of which features are asked.
  package struct Context {
    private let all: NameFeatures
    let sentence: TokenRange
    private let casing: UInt64
    private let role: UInt64

    init(_ all: NameFeatures, _ index: Int) {
      self.all = all
      let sentence = all.tokens.article.sentences[index]
      self.sentence = sentence.tokens
      casing = UInt64(SentenceCasing(of: sentence.tokens, all.tokens).rawValue)
      switch all.tokens.article.paragraphs[sentence.paragraph].role {
      case .body, .lede: role = 0
      case .headline, .subheadline: role = 1
      case .byline: role = 2
      case .dateline: role = 3
      case .caption: role = 4
      case .credit: role = 5
      case .heading: role = 6
      case .boilerplate: role = 7
      }
    }

    /// The word in lower case, as a part of features; beyond the sentence a number of its own.
    private func word(_ index: Int) -> UInt64 {
      index < sentence.start ? 1 : index >= sentence.end ? 2 : all.lower(index).form
    }

    private func lists(_ index: Int) -> UInt64 {
      index < sentence.start || index >= sentence.end ? 0 : all.lower(index).lists
    }

    /// How a word is written; of a mark, which one.
    func shape(_ index: Int) -> UInt64 {
      guard index >= sentence.start else { return 101 }
      guard index < sentence.end else { return 102 }
      let shape = all.tokens.shape(index)
      return shape == .mark
        ? 200 + UInt64(all.tokens.lower(index).first ?? 0) : UInt64(shape.rawValue)
    }

    private func ending(_ index: Int) -> UInt64 {
      index < sentence.start || index >= sentence.end ? 3 : all.lower(index).ending(3)
    }

    private static let longestRun = 24

    /// Adds the features of a token to the list.
    package func collect(_ index: Int, into list: inout FeatureList) {
      let shape = shape(index)
      collectWords(index, shape, &list)
      collectLetters(index, shape, &list)
      collectLists(index, shape, &list)
      collectRun(index, shape, &list)
      let id = Int(all.tokens.article.tokens[index].lower.index)
      if all.tokens.shape(index) != .lower {
        list.append(
          FeatureHash(template: 80).and(UInt64(min(2, all.tokens.lowercaseCount[id])))
            .and(UInt64(min(2, all.tokens.capitalCount[id])))
            .and(UInt64(min(2, all.initialCount[id]))).and(shape)
            .and(index == sentence.start ? 1 : 0))
      }
    }

    private func collectWords(_ index: Int, _ shape: UInt64, _ list: inout FeatureList) {
      let word = word(index)
      let before = self.word(index - 1)
      let after = self.word(index + 1)
      let before2 = self.word(index - 2)
      let after2 = self.word(index + 2)
      list.append(FeatureHash(template: 0).and(casing))
      list.append(FeatureHash(template: 1).and(word))
      list.append(FeatureHash(template: 2).and(all.word(index).form))
      list.append(FeatureHash(template: 3).and(before))
      list.append(FeatureHash(template: 4).and(after))
      list.append(FeatureHash(template: 5).and(before2))
      list.append(FeatureHash(template: 6).and(after2))
      list.append(FeatureHash(template: 7).and(before).and(word))
      list.append(FeatureHash(template: 8).and(word).and(after))
      list.append(FeatureHash(template: 9).and(before).and(after))
      list.append(FeatureHash(template: 10).and(before2).and(before))
      list.append(FeatureHash(template: 11).and(after).and(after2))
      list.append(FeatureHash(template: 12).and(self.shape(index - 1)).and(after))
      list.append(FeatureHash(template: 13).and(self.shape(index + 1)).and(before))
      list.append(FeatureHash(template: 14).and(ending(index - 1)))
      list.append(FeatureHash(template: 15).and(ending(index + 1)))
      list.append(
        FeatureHash(template: 16).and(shape).and(index == sentence.start ? 1 : 0).and(casing))
      list.append(FeatureHash(template: 17).and(role).and(shape))
    }

    private func collectLetters(_ index: Int, _ shape: UInt64, _ list: inout FeatureList) {
      let lower = all.lower(index)
      for count: UInt64 in 1...5 {
        list.append(FeatureHash(template: 20 + count).and(lower.ending(count)))
        list.append(FeatureHash(template: 30 + count).and(lower.beginning(count)))
      }
      let pattern = all.word(index).pattern
      let before = self.shape(index - 1)
      let after = self.shape(index + 1)
      list.append(FeatureHash(template: 40).and(pattern))
      list.append(FeatureHash(template: 41).and(before).and(pattern))
      list.append(FeatureHash(template: 42).and(pattern).and(after))
      list.append(FeatureHash(template: 43).and(before).and(shape).and(after))
      list.append(
        FeatureHash(template: 44).and(self.shape(index - 2)).and(before).and(shape).and(after)
          .and(self.shape(index + 2)))
    }

    private func collectLists(_ index: Int, _ shape: UInt64, _ list: inout FeatureList) {
      for distance in -2...2 {
        let template = UInt64(52 + distance)
        let isNear = abs(distance) < 2
        forEachList(lists(index + distance)) { number in
          list.append(FeatureHash(template: template).and(number))
          if isNear {
            list.append(
              FeatureHash(template: template + 10).and(number)
                .and(self.shape(index + distance)))
          }
        }
      }
      let here = lists(index)
      let before = lists(index - 1)
      let after = lists(index + 1)
      list.append(FeatureHash(template: 70).and(here))
      list.append(FeatureHash(template: 71).and(here).and(after))
      list.append(FeatureHash(template: 72).and(before).and(here))
      list.append(FeatureHash(template: 73).and(before).and(after))
      forEachList(all.phrases.begins[index]) {
        list.append(FeatureHash(template: 74).and($0))
      }
      forEachList(all.phrases.insides[index]) {
        list.append(FeatureHash(template: 75).and($0))
      }
    }

    @inline(__always)
    private func forEachList(_ lists: UInt64, _ body: (UInt64) -> Void) {
      var rest = lists
      while rest != 0 {
        body(UInt64(rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
    }

    /// The run of capitals that holds the token: its length, its ends and what stands beside it.
    private func collectRun(_ index: Int, _ shape: UInt64, _ list: inout FeatureList) {
      // Longer runs are no names; unbounded, a text of capitals alone would take its square.
      let last = min(sentence.end, index + Self.longestRun) - 1
      var end = index
      while end < last, all.tokens.isCapital(end + 1) { end += 1 }
      let first = max(sentence.start, index - Self.longestRun)
      var start = index
      while start > first, all.tokens.isCapital(start - 1) { start -= 1 }
      list.append(
        FeatureHash(template: 81).and(UInt64(min(end - index, 4)))
          .and(UInt64(min(index - start, 4))).and(shape))
      if end > index {
        list.append(FeatureHash(template: 82).and(word(end)))
        list.append(FeatureHash(template: 83).and(lists(end)))
      }
      if start < index { list.append(FeatureHash(template: 84).and(word(start))) }
      list.append(FeatureHash(template: 85).and(word(end + 1)).and(shape))
      list.append(FeatureHash(template: 86).and(word(start - 1)).and(shape))
    }
  }
}
