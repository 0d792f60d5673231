import ArticleAnalysis
import ArticleModel

/// Learns lemma rules: for each class the shortest endings that tell how a word becomes its lemma,
/// and the words that no ending tells.
enum LemmaTrainer {
  /// A different word of one class with the lemmas seen, and how often.
  private struct Word {
    var lower: [UInt8]
    var edits: [LemmaRules.Edit: Int] = [:]

    /// The most frequent; of equals the one that changes less.
    var best: LemmaRules.Edit {
      edits.min { first, second in
        (second.value, LemmaTrainer.size(first.key)) < (first.value, LemmaTrainer.size(second.key))
      }?.key ?? .lowercase
    }
  }

  static func rules(
    of documents: [AnnotatedArticle], lexicon: TaggerLexicon,
    verbs: [(form: String, tag: String, lemma: String)]
  ) -> (edits: [LemmaRules.Edit], rules: [(key: UInt64, edit: UInt16)]) {
    var groups: [LemmaRules.Group: [[UInt8]: Word]] = [:]
    func count(_ form: ArraySlice<UInt8>, _ lemma: [UInt8], _ group: LemmaRules.Group, _ times: Int)
    {
      let lower = Array(Tokenizer.lowercased(form))
      let edit = edit(from: form, lower: lower[...], to: lemma)
      groups[group, default: [:]][lower, default: Word(lower: lower)].edits[edit, default: 0] +=
        times
    }
    for article in documents {
      let view = TaggerView(of: article, lexicon: lexicon)
      for sentence in article.sentences {
        let style = view.style(of: sentence.tokens)
        for index in sentence.tokens.start..<sentence.tokens.end {
          let token = article.tokens[index]
          let group = LemmaRules.Group(
            TagClass(token.partOfSpeech, article.words[token.tag]), casing: view.casing(index),
            style: style)
          count(article.words.utf8(token.word), Array(article.words.utf8(token.lemma)), group, 1)
        }
      }
    }
    for (form, tag, lemma) in verbs {
      let lower = Array(form.utf8)
      for (form, casing) in [
        (lower, WordShape.Casing.lower),
        (Array((form.prefix(1).uppercased() + form.dropFirst()).utf8), .capitalized),
      ] {
        // The rules know these verbs by their lemma: no count of the treebanks outweighs it.
        count(
          form[...], Array(lemma.utf8),
          LemmaRules.Group(TagClass(.verb, tag), casing: casing, style: .ordinary), 10_000)
      }
    }
    var edits: [LemmaRules.Edit: UInt16] = [:]
    var ordered: [LemmaRules.Edit] = []
    var rules: [(key: UInt64, edit: UInt16)] = []
    for group in groups.keys.sorted(by: { $0.key < $1.key }) {
      for (key, edit) in Self.rules(of: groups[group] ?? [:], group) {
        if edits[edit] == nil {
          edits[edit] = UInt16(ordered.count)
          ordered.append(edit)
        }
        rules.append((key, edits[edit] ?? 0))
      }
    }
    return (ordered, rules)
  }

  // MARK: - Implementation

  private static func size(_ edit: LemmaRules.Edit) -> Int {
    Int(edit.cut) * 4 + edit.added.count * 4 + Int(edit.casing.rawValue)
  }

  /// The smallest edit that makes the lemma of the form.
  private static func edit(
    from form: ArraySlice<UInt8>, lower: ArraySlice<UInt8>, to lemma: [UInt8]
  ) -> LemmaRules.Edit {
    var best: LemmaRules.Edit?
    for casing in LemmaRules.Edit.Casing.allCases {
      let base = LemmaRules.apply(
        LemmaRules.Edit(casing: casing, cut: 0, added: []), to: form, lower: lower)
      let shared = zip(base, lemma).prefix { $0 == $1 }.count
      let edit = LemmaRules.Edit(
        casing: casing, cut: UInt8(min(255, base.count - shared)),
        added: Array(lemma[shared...].prefix(255)))
      if best.map({ size(edit) < size($0) }) ?? true { best = edit }
    }
    return best ?? .lowercase
  }

  /// Endings from short to long, each only where it says other than a shorter one would; then words.
  private static func rules(
    of words: [[UInt8]: Word], _ group: LemmaRules.Group
  ) -> [(key: UInt64, edit: LemmaRules.Edit)] {
    let ordered = words.values.sorted { $0.lower.lexicographicallyPrecedes($1.lower) }
    var endings: [[UInt8]: [LemmaRules.Edit: Int]] = [:]
    for word in ordered {
      for count in 0...min(LemmaRules.endingLimit, word.lower.count) {
        // By different words: one that is frequent says nothing of others.
        endings[Array(word.lower.suffix(count)), default: [:]][word.best, default: 0] += 1
      }
    }
    var chosen: [[UInt8]: LemmaRules.Edit] = [:]
    func edit(_ word: [UInt8], shorterThan limit: Int) -> LemmaRules.Edit? {
      for count in stride(
        from: min(LemmaRules.endingLimit, limit - 1, word.count), through: 0, by: -1)
      {
        if let edit = chosen[Array(word.suffix(count))] { return edit }
      }
      return nil
    }
    let byLength = endings.keys.sorted { first, second in
      first.count == second.count
        ? first.lexicographicallyPrecedes(second) : first.count < second.count
    }
    for ending in byLength {
      let counts = endings[ending] ?? [:]
      let total = counts.values.reduce(0, +)
      guard
        let best = counts.min(by: { ($1.value, size($0.key)) < ($0.value, size($1.key)) })
      else { continue }
      if ending.isEmpty {
        chosen[ending] = best.key.added.isEmpty && best.key.cut == 0 ? best.key : .lowercase
      } else if best.value >= 2, best.value * 3 >= total * 2,
        best.key != edit(ending, shorterThan: ending.count)
      {
        chosen[ending] = best.key
      }
    }
    var rules = chosen.map {
      (key: group.key(of: $0.key, isWhole: false), edit: $0.value)
    }
    for word in ordered
    where word.best != edit(word.lower, shorterThan: LemmaRules.endingLimit + 1) {
      rules.append((group.key(of: word.lower, isWhole: true), word.best))
    }
    return rules.sorted { $0.key < $1.key }
  }
}
