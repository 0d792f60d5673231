import ArticleModel

/// What is true of the layers of every article, whatever its text.
struct LayerInvariants {
  private let article: AnnotatedArticle
  private(set) var violations: [String] = []

  /// Looks at all layers; ``violations`` says what is wrong, and is empty where nothing is.
  init(of article: AnnotatedArticle) {
    self.article = article
    checkParts()
    checkParagraphs()
    checkSentences()
    checkTokens()
    checkEntities()
    checkMentions()
    checkQuotations()
    checkTimes()
    checkQuantities()
    checkEvents()
  }

  // MARK: - Implementation

  private mutating func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
    // A broken layer is broken thousands of times; the first few say it.
    if !condition, violations.count < 20 { violations.append(message()) }
  }

  private func isBoundary(_ offset: Int) -> Bool {
    let utf8 = article.text.utf8
    return offset == utf8.count || (utf8.indices.contains(offset) && utf8[offset] & 0xC0 != 0x80)
  }

  /// Whether the range holds at least one whole scalar of the text.
  private mutating func check(_ range: TextRange, _ what: String) {
    expect(range.start < range.end, "\(what) \(range) is empty")
    expect(
      isBoundary(range.start) && isBoundary(range.end), "\(what) \(range) cuts a scalar or the text"
    )
  }

  private mutating func check(_ range: TextRange?, _ what: String) {
    if let range { check(range, what) }
  }

  /// Sentences of mentions, times and the like: the sentence is there and holds the range.
  private mutating func check(_ range: TextRange, inSentence sentence: Int, _ what: String) {
    check(range, what)
    guard article.sentences.indices.contains(sentence) else {
      return expect(false, "\(what) \(range) names sentence \(sentence)")
    }
    let place = article.sentences[sentence].range
    expect(place.contains(range), "\(what) \(range) is outside its sentence \(place)")
  }

  private mutating func check(_ evidence: Evidence, _ what: String) {
    expect(!evidence.how.isEmpty, "\(what) does not say how")
    expect((0...1).contains(evidence.confidence), "\(what) has confidence \(evidence.confidence)")
  }

  private mutating func check(entity: Int?, _ what: String) {
    guard let entity else { return }
    expect(article.entities.indices.contains(entity), "\(what) names entity \(entity)")
  }

  private mutating func checkOrder(_ ranges: [TextRange], isDisjoint: Bool, _ what: String) {
    for (first, second) in zip(ranges, ranges.dropFirst()) {
      expect(
        isDisjoint ? first.end <= second.start : first.start <= second.start,
        "\(what) \(second) comes after \(first)")
    }
  }

  private mutating func checkParts() {
    let parts = article.parts
    check(parts.headline, "headline")
    check(parts.subheadline, "subheadline")
    check(parts.byline, "byline")
    check(parts.dateline, "dateline")
    check(parts.caption, "caption")
    check(parts.credit, "credit")
    check(parts.lede, "lede")
    check(parts.datelinePlace, "place of the dateline")
  }

  private mutating func checkParagraphs() {
    for paragraph in article.paragraphs {
      check(paragraph.range, "paragraph")
      check(paragraph.evidence, "paragraph")
    }
    checkOrder(article.paragraphs.map(\.range), isDisjoint: true, "paragraph")
  }

  private mutating func checkSentences() {
    var next = 0
    for sentence in article.sentences {
      check(sentence.range, "sentence")
      expect(sentence.tokens.start == next, "sentence \(sentence.range) skips tokens")
      expect(sentence.tokens.start < sentence.tokens.end, "sentence \(sentence.range) has no token")
      next = sentence.tokens.end
      guard article.paragraphs.indices.contains(sentence.paragraph) else {
        expect(false, "sentence \(sentence.range) names paragraph \(sentence.paragraph)")
        continue
      }
      expect(
        article.paragraphs[sentence.paragraph].range.contains(sentence.range),
        "sentence \(sentence.range) is outside its paragraph")
    }
    let count = article.tokens.count
    expect(next == count, "sentences hold \(next) of \(count) tokens")
    checkOrder(article.sentences.map(\.range), isDisjoint: true, "sentence")
  }

  private mutating func checkTokens() {
    let text = article.text
    let words = article.words
    let isGiven = article.givenLayers.contains(.tokens)
    expect(article.isQuoted.count == article.tokens.count, "isQuoted has another length")
    for (index, token) in article.tokens.enumerated() {
      check(token.range, inSentence: Int(token.sentence), "token")
      if article.sentences.indices.contains(Int(token.sentence)) {
        expect(
          article.sentences[Int(token.sentence)].tokens.contains(index),
          "token \(token.range) is not in its sentence's tokens")
      }
      for id in [token.word, token.lower, token.lemma, token.tag, token.relation] {
        expect(Int(id.index) < words.count, "token \(token.range) has word \(id.index)")
      }
      expect(
        token.head >= -1 && Int(token.head) < article.tokens.count, "token has head \(token.head)")
      // What a source states as a word need not be the text there.
      if !isGiven, Int(token.word.index) < words.count, token.range.end <= text.utf8.count {
        expect(words[token.word] == text[token.range], "token \(token.range) is another word")
      }
    }
    if isGiven {
      checkOrder(article.tokens.map(\.range), isDisjoint: false, "token")
      checkOrder(
        article.tokens.map { TextRange(Int($0.end), Int($0.end)) }, isDisjoint: false,
        "end of token")
    } else {
      checkOrder(article.tokens.map(\.range), isDisjoint: true, "token")
    }
  }

  private mutating func checkEntities() {
    var isMentioned = Array(repeating: false, count: article.entities.count)
    for mention in article.mentions where isMentioned.indices.contains(mention.entity) {
      isMentioned[mention.entity] = true
    }
    for (entity, isMentioned) in zip(article.entities, isMentioned) {
      expect(!entity.name.isEmpty, "an entity has no name")
      expect(isMentioned, "entity '\(entity.name)' has no mention")
      check(entity.evidence, "entity")
    }
  }

  private mutating func checkMentions() {
    for mention in article.mentions {
      check(mention.range, inSentence: mention.sentence, "mention")
      check(entity: mention.entity, "mention \(mention.range)")
      check(mention.evidence, "mention")
    }
    checkOrder(article.mentions.map(\.range), isDisjoint: false, "mention")
  }

  private mutating func checkQuotations() {
    for quotation in article.quotations {
      expect(!quotation.content.isEmpty, "a quotation has no content")
      for range in quotation.content { check(range, "content") }
      for range in quotation.source { check(range, "source") }
      for range in quotation.cue { check(range, "cue") }
      checkOrder(quotation.content, isDisjoint: true, "content")
      check(quotation.addressee, "addressee")
      check(entity: quotation.speaker, "quotation")
      check(quotation.evidence, "quotation")
      guard article.sentences.indices.contains(quotation.sentence),
        article.paragraphs.indices.contains(quotation.paragraph),
        let first = quotation.content.first
      else {
        expect(false, "a quotation has no sentence or paragraph")
        continue
      }
      expect(
        article.sentences[quotation.sentence].range.contains(first.start),
        "content \(first) begins outside its sentence")
      expect(
        article.sentences[quotation.sentence].paragraph == quotation.paragraph,
        "content \(first) is in another paragraph than its sentence")
    }
    checkOrder(article.quotations.compactMap(\.content.first), isDisjoint: false, "quotation")
  }

  private mutating func checkTimes() {
    for time in article.timeExpressions {
      check(time.range, inSentence: time.sentence, "time")
      check(time.evidence, "time")
      expect(time.value != "", "time \(time.range) has an empty value")
      if let from = time.from, let to = time.to {
        expect(from <= to, "time \(time.range) ends before it begins")
      }
    }
    checkOrder(article.timeExpressions.map(\.range), isDisjoint: false, "time")
  }

  private mutating func checkQuantities() {
    for quantity in article.quantities {
      check(quantity.range, inSentence: quantity.sentence, "quantity")
      check(quantity.counted, "what is counted")
      check(quantity.evidence, "quantity")
      for text in [quantity.value, quantity.low, quantity.high, quantity.unit, quantity.per] {
        expect(text != "", "quantity \(quantity.range) has an empty text")
      }
    }
    checkOrder(article.quantities.map(\.range), isDisjoint: false, "quantity")
  }

  private mutating func checkEvents() {
    for event in article.events {
      check(event.action, inSentence: event.sentence, "action")
      check(event.actor, "actor")
      check(event.target, "target")
      check(entity: event.actorEntity, "event")
      check(entity: event.targetEntity, "event")
      check(entity: event.place, "event")
      check(event.evidence, "event")
      expect(!event.lemma.isEmpty, "event \(event.action) has no lemma")
    }
    checkOrder(article.events.map(\.action), isDisjoint: false, "event")
  }
}
