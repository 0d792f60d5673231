import ArticleModel

/// One document of a CoNLL-U file while its sentences are added.
///
/// The text is made of the sentences' texts: sentences of a paragraph are parted by a blank, unless
/// the last token of one has `SpaceAfter=No` or a text has a blank there itself; paragraphs by an
/// empty line. Where `# text` is plainly another text, the words that are not found follow it.
struct CoNLLUDocument {
  /// What `newdoc` states; nil where the file has sentences before any.
  let start: CoNLLUSentence.DocumentStart?

  private let utf8: [UInt8]
  private var text: [UInt8] = []
  private var layers: GivenLayers
  private var spans = CoNLLUSpans()
  private var metadata = CoNLLUMetadata()
  private var isSpaceAfter = true
  /// Per word of the table, its form in lower case.
  private var lowerForms: [WordID] = []

  init(of utf8: [UInt8], start: CoNLLUSentence.DocumentStart?) {
    self.utf8 = utf8
    self.start = start
    layers = GivenLayers(
      paragraphs: [], sentences: [], tokens: [], words: WordTable(), layers: [])
  }

  /// The article of the sentences added.
  func article(id: String, format: String) -> Article {
    var article = Article(id: id, text: ArticleText(utf8: text), format: format)
    var given = layers
    given.spans = spans.spans
    article.given = given
    metadata.apply(to: &article)
    return article
  }

  mutating func add(_ sentence: CoNLLUSentence, _ log: inout CoNLLUProblemLog) {
    for entry in sentence.metadata { metadata.take(entry, &log) }
    let startsParagraph = sentence.startsParagraph || layers.paragraphs.isEmpty
    let places = place(sentence, startsParagraph: startsParagraph, &log)
    let first = layers.tokens.count
    let tree = CoNLLUTree(of: sentence.words, in: utf8, &log)
    if tree.isStated { layers.layers.insert(.trees) }
    for (position, token) in sentence.surface.enumerated() {
      let parts = parts(of: position, places: places.tokens, in: sentence)
      for (index, part) in zip(token.words, parts) {
        append(sentence.words[index], at: part, head: tree.heads[index], first: first)
      }
      add(token, of: sentence, first: first, &log)
    }
    layers.sentences.append(
      Sentence(
        range: places.sentence, paragraph: layers.paragraphs.count - 1,
        tokens: TokenRange(first, layers.tokens.count)))
  }

  // MARK: - Text

  /// Adds a sentence's text and says where it and its surface tokens stand.
  private mutating func place(
    _ sentence: CoNLLUSentence, startsParagraph: Bool, _ log: inout CoNLLUProblemLog
  ) -> (sentence: TextRange, tokens: [TextRange]) {
    let forms = sentence.surface.map { form(of: $0, in: sentence) }
    let stated = sentence.text.flatMap { text in
      ArticleText.trimmed(text, of: utf8).isEmpty ? nil : text
    }
    let begin: Int
    var tokens: [TextRange] = []
    if let stated {
      begin = open(beginningWith: utf8[stated.start], startsParagraph: startsParagraph)
      text.append(contentsOf: utf8[stated.start..<stated.end])
      let alignment = TokenAlignment(of: forms, in: utf8, range: stated)
      let shift = begin - stated.start
      for range in alignment.ranges.prefix(alignment.crowdStart ?? forms.count) {
        tokens.append(TextRange(range.start + shift, range.end + shift))
      }
      tell(alignment, forms, sentence, &log)
      if tokens.count < forms.count, text.last != 0x20 { text.append(0x20) }
    } else {
      begin = open(beginningWith: forms.first?.first ?? 0, startsParagraph: startsParagraph)
    }
    // Tokens without a text, or with one that is not theirs.
    while tokens.count < forms.count {
      let form = forms[tokens.count]
      let isSpaceAfter = isSpaceAfter(sentence.surface[tokens.count])
      tokens.append(TextRange(text.count, text.count + form.count))
      text.append(contentsOf: form)
      if isSpaceAfter, tokens.count < forms.count { text.append(0x20) }
    }
    isSpaceAfter = sentence.surface.last.map { isSpaceAfter($0) } ?? true
    var range = ArticleText.trimmed(TextRange(begin, text.count), of: text)
    if let first = tokens.first, let last = tokens.last { range = range.union(first).union(last) }
    if startsParagraph { layers.paragraphs.append(range) }
    layers.paragraphs[layers.paragraphs.count - 1].end = range.end
    return (range, tokens)
  }

  private func tell(
    _ alignment: TokenAlignment, _ forms: [ArraySlice<UInt8>], _ sentence: CoNLLUSentence,
    _ log: inout CoNLLUProblemLog
  ) {
    guard let missing = alignment.missing.first else { return }
    func line(_ index: Int) -> Int {
      sentence.words[sentence.surface[index].words.lowerBound].line
    }
    if let start = alignment.crowdStart {
      log.add(
        .otherText(first: forms[start].excerpt, count: forms.count - start), line: line(start))
    } else {
      log.add(
        .textMismatch(
          first: forms[missing].excerpt, missing: alignment.missing.count, count: forms.count),
        line: line(missing))
    }
  }

  /// Puts what parts a sentence from the one before it, and says where it begins.
  private mutating func open(beginningWith byte: UInt8, startsParagraph: Bool) -> Int {
    if startsParagraph {
      if !text.isEmpty { text.append(contentsOf: [0x0A, 0x0A]) }
    } else if isSpaceAfter, text.last != 0x20, byte != 0x20 {
      text.append(0x20)
    }
    return text.count
  }

  private func form(
    of token: CoNLLUSentence.SurfaceToken, in sentence: CoNLLUSentence
  ) -> ArraySlice<UInt8> {
    if let form = token.form { return utf8[form.start..<form.end] }
    return sentence.words[token.words].flatMap { form(of: $0) }[...]
  }

  private func form(of word: CoNLLUWord) -> ArraySlice<UInt8> {
    word.form.isEmpty ? [UInt8(ascii: "_")] : utf8[word.form.start..<word.form.end]
  }

  private func isSpaceAfter(_ token: CoNLLUSentence.SurfaceToken) -> Bool {
    !utf8[token.misc.start..<token.misc.end].split(separator: UInt8(ascii: "|"))
      .contains { $0.elementsEqual(Self.noSpaceAfter) }
  }

  private static let noSpaceAfter = Array("SpaceAfter=No".utf8)

  /// The places of a multiword token's words: its pieces where the forms join to what stands there
  /// ("do" and "n't"), the whole for each where they do not ("de" and "le" of "du").
  private func parts(
    of position: Int, places: [TextRange], in sentence: CoNLLUSentence
  ) -> [TextRange] {
    let words = sentence.surface[position].words
    let place = places[position]
    let isShared =
      position > 0 && places[position - 1] == place
      || position + 1 < places.count && places[position + 1] == place
    guard words.count > 1, !isShared else { return Array(repeating: place, count: words.count) }
    var parts: [TextRange] = []
    var offset = place.start
    for word in sentence.words[words] {
      let form = form(of: word)
      guard offset + form.count <= place.end,
        text[offset..<(offset + form.count)].elementsEqual(form)
      else { break }
      parts.append(TextRange(offset, offset + form.count))
      offset += form.count
    }
    return parts.count == words.count && offset == place.end
      ? parts : Array(repeating: place, count: words.count)
  }

  // MARK: - Tokens

  private mutating func append(_ word: CoNLLUWord, at place: TextRange, head: Int, first: Int) {
    let form = form(of: word)
    let id = layers.words.intern(form)
    var token = Token(
      start: place.start, end: place.end, sentence: layers.sentences.count, word: id,
      lower: lower(of: id, form))
    if let tag = value(word.universalTag) {
      layers.layers.insert(.partsOfSpeech)
      if let partOfSpeech = Self.partsOfSpeech[tag] {
        token.partOfSpeech = partOfSpeech
      } else {
        token.givenLabel = layers.words.intern(tag)
        if form.isPunctuation { token.partOfSpeech = .punctuation }
      }
    }
    if let tag = value(word.tag) {
      layers.layers.insert(.tags)
      token.tag = layers.words.intern(tag)
    }
    if let lemma = value(word.lemma) ?? (utf8.isUnderscore(word.form) ? form : nil) {
      // The lemma of a lone "_" says nothing of the others.
      if !utf8.isUnderscore(word.lemma) { layers.layers.insert(.lemmas) }
      token.lemma = layers.words.intern(lemma)
    }
    if head >= 0 { token.head = Int32(first + head) }
    if let relation = value(word.relation) { token.relation = layers.words.intern(relation) }
    layers.tokens.append(token)
  }

  /// The value of a field; nil where it is not known.
  private func value(_ field: TextRange) -> ArraySlice<UInt8>? {
    field.isEmpty || utf8.isUnderscore(field) ? nil : utf8[field.start..<field.end]
  }

  private mutating func lower(of word: WordID, _ form: ArraySlice<UInt8>) -> WordID {
    let index = Int(word.index)
    if index < lowerForms.count, lowerForms[index] != .none { return lowerForms[index] }
    let lower = layers.words.intern(WordTable.lowercased(form))
    while lowerForms.count < layers.words.count { lowerForms.append(.none) }
    lowerForms[index] = lower
    return lower
  }

  private static let partsOfSpeech: [ArraySlice<UInt8>: PartOfSpeech] = {
    var labels: [ArraySlice<UInt8>: PartOfSpeech] = [:]
    for partOfSpeech in PartOfSpeech.allCases where partOfSpeech != .unknown {
      labels[Array(partOfSpeech.label.utf8)[...]] = partOfSpeech
    }
    return labels
  }()

  // MARK: - Spans

  /// Adds what the line of a multiword token, and those of words, say of spans.
  private mutating func add(
    _ token: CoNLLUSentence.SurfaceToken, of sentence: CoNLLUSentence, first: Int,
    _ log: inout CoNLLUProblemLog
  ) {
    let words = sentence.words[token.words]
    let line = words.first?.line ?? 0
    if token.misc != words.first?.misc {
      spans.add(
        TokenRange(first + token.words.lowerBound, first + token.words.upperBound),
        misc: token.misc, of: utf8, line: line, &log)
    }
    for (index, word) in zip(token.words, words) {
      spans.add(
        TokenRange(first + index, first + index + 1), misc: word.misc, of: utf8, line: word.line,
        &log)
    }
  }
}

extension ArraySlice<UInt8> {
  /// The beginning of a word as a message quotes it.
  fileprivate var excerpt: String { Array(self).excerpt(TextRange(0, count)) }

  /// Whether all its characters are marks.
  fileprivate var isPunctuation: Bool {
    String(decoding: self, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        return true
      default: return false
      }
    }
  }
}
