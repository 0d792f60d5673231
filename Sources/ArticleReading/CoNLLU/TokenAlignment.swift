import ArticleModel

/// Finds the places of a sentence's tokens in its text, in order.
///
/// Blanks and marks between two tokens are passed over, and so are words that no token has. A form
/// that does not stand where it should is searched for a little ahead, together with the forms
/// after it: the one that is found at the least cost in text and tokens passed over goes on. What
/// is not found at all takes the place between its neighbors (see ``ranges``).
/// - Complexity: O(*n*) in the length of the text and the number of tokens, also where nothing
///   matches.
struct TokenAlignment {
  /// One a form, ascending and each not empty; neighbors may be equal.
  ///
  /// A form that was not found stands for the text between the found ones before and after it,
  /// without blanks: each for one piece of it where there are as many pieces as such forms, else
  /// all for the whole. Where nothing stands there, it shares the place of the form before it, or
  /// of the one after it.
  private(set) var ranges: [TextRange] = []
  /// Indices of the forms that were not found.
  private(set) var missing: [Int] = []

  /// The most forms at one place, beyond which the text is plainly not theirs.
  static let crowdLimit = 64

  /// The first form of those that crowd one place; nil where no place is crowded.
  var crowdStart: Int? {
    var start = 0
    for index in ranges.indices {
      if ranges[index] != ranges[start] { start = index }
      if index - start >= Self.crowdLimit { return start }
    }
    return nil
  }

  private let text: [UInt8]
  private let end: Int

  /// - Parameters:
  ///   - forms: none empty.
  ///   - text: what `range` is a stretch of.
  ///   - range: the stretch of `text` to look in; it holds more than blanks.
  init(of forms: [ArraySlice<UInt8>], in text: [UInt8], range: TextRange) {
    self.text = text
    end = range.end
    ranges = fill(find(forms, from: range.start), in: range)
  }

  // MARK: - Finding

  /// How many bytes of blanks and marks may stand before a token.
  private static let markWindow = 1024
  /// How many bytes are searched where a form is missing, and how many forms.
  private static let window = 4096
  private static let formWindow = 24
  /// How often the whole rest of the text may be searched.
  private static let wideSearches = 16
  /// How far a form may be found ahead where those after it do not follow there.
  private static let doubtfulDistance = 64

  private mutating func find(_ forms: [ArraySlice<UInt8>], from start: Int) -> [TextRange?] {
    var found = [TextRange?](repeating: nil, count: forms.count)
    var cursor = start
    var index = 0
    var wideSearches = Self.wideSearches
    while index < forms.count {
      var next = match(forms[index], near: cursor).map { (skipped: 0, place: $0) }
      if next == nil {
        next = resume(forms, index, from: cursor, limit: min(end, cursor + Self.window))
      }
      if next == nil, wideSearches > 0, end - cursor > Self.window {
        wideSearches -= 1
        next = resume(forms, index, from: cursor, limit: end)
      }
      if let next {
        index += next.skipped
        found[index] = next.place
        cursor = next.place.end
        index += 1
      } else {
        index += Self.formWindow
      }
    }
    missing = found.indices.filter { found[$0] == nil }
    return found
  }

  /// The form at `cursor`, or after blanks and marks that stand there.
  private func match(_ form: ArraySlice<UInt8>, near cursor: Int) -> TextRange? {
    var offset = cursor
    let limit = min(end, cursor + Self.markWindow)
    while offset < limit {
      if let end = matchEnd(form, at: offset) { return TextRange(offset, end) }
      if isWord(at: offset) { return nil }
      offset += scalarLength(at: offset)
    }
    return nil
  }

  /// Where the form that begins at `offset` ends; nil where another text stands there.
  ///
  /// Blanks inside a form match any blanks.
  private func matchEnd(_ form: ArraySlice<UInt8>, at start: Int) -> Int? {
    var offset = start
    var index = form.startIndex
    while index < form.endIndex {
      guard offset < end else { return nil }
      if text[offset] == form[index], form[index] > 0x20 {
        offset += 1
        index += 1
        continue
      }
      let formBlanks = blanksEnd(in: form, from: index)
      guard formBlanks > index else { return nil }
      var textBlanks = offset
      while textBlanks < end {
        let length = ArticleText.blankLength(in: text, at: textBlanks)
        if length == 0 { break }
        textBlanks += length
      }
      guard textBlanks > offset, textBlanks <= end else { return nil }
      offset = textBlanks
      index = formBlanks
    }
    return offset
  }

  private func blanksEnd(in form: ArraySlice<UInt8>, from start: Int) -> Int {
    guard form[start] <= 0x20 || form[start] >= 0xC2 else { return start }
    let bytes = Array(form[start...])
    var offset = 0
    while offset < bytes.count {
      let length = ArticleText.blankLength(in: bytes, at: offset)
      if length == 0 { break }
      offset += length
    }
    return start + offset
  }

  /// The next form that is found after `cursor`, and how many are passed over for it.
  private func resume(
    _ forms: [ArraySlice<UInt8>], _ index: Int, from cursor: Int, limit: Int
  ) -> (skipped: Int, place: TextRange)? {
    var best: (cost: Int, skipped: Int, place: TextRange)?
    var skippedBytes = 0
    for skipped in 0..<min(Self.formWindow, forms.count - index) {
      let most = (best?.cost ?? .max) - skippedBytes
      if most <= 0 { break }
      let form = forms[index + skipped]
      var offset = cursor
      let last = min(limit, most < limit - cursor ? cursor + most : limit)
      var tries = 0
      while offset < last, tries < 8, let place = search(form, from: offset, before: last) {
        let distance = place.start - cursor
        let isConfirmed = goesOn(forms, after: index + skipped, at: place.end)
        if isConfirmed || distance <= Self.doubtfulDistance {
          let cost = isConfirmed ? distance + skippedBytes : 4 * (distance + skippedBytes) + 16
          if cost < best?.cost ?? .max { best = (cost, skipped, place) }
          if isConfirmed { break }
        }
        offset = place.start + 1
        tries += 1
      }
      skippedBytes += form.count
    }
    return best.map { ($0.skipped, $0.place) }
  }

  /// Whether one of the two forms after a form stands right after its place.
  private func goesOn(_ forms: [ArraySlice<UInt8>], after index: Int, at offset: Int) -> Bool {
    let following = (index + 1)..<min(index + 3, forms.count)
    return following.isEmpty || following.contains { match(forms[$0], near: offset) != nil }
  }

  /// The first place from `start` on at which the form stands as whole words.
  private func search(
    _ form: ArraySlice<UInt8>, from start: Int, before limit: Int
  ) -> TextRange? {
    guard let first = form.first else { return nil }
    var offset = start
    while offset < limit {
      if text[offset] == first, let end = matchEnd(form, at: offset),
        !isInsideWord(at: offset), !isInsideWord(at: end)
      {
        return TextRange(offset, end)
      }
      offset += 1
    }
    return nil
  }

  // MARK: - Characters

  /// Whether ASCII letters or digits stand on both sides of the offset.
  private func isInsideWord(at offset: Int) -> Bool {
    guard offset > 0, offset < end else { return false }
    return Self.isAlphanumeric(text[offset - 1]) && Self.isAlphanumeric(text[offset])
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20
  }

  private func isWord(at offset: Int) -> Bool {
    if text[offset] < 0x80 { return Self.isAlphanumeric(text[offset]) }
    var decoder = UTF8()
    var bytes = text[offset..<min(offset + 4, end)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private func scalarLength(at offset: Int) -> Int {
    let byte = text[offset]
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  // MARK: - Filling

  private func fill(_ found: [TextRange?], in range: TextRange) -> [TextRange] {
    var ranges: [TextRange] = []
    ranges.reserveCapacity(found.count)
    var index = 0
    while index < found.count {
      if let place = found[index] {
        ranges.append(place)
        index += 1
        continue
      }
      var next = index
      while next < found.count, found[next] == nil { next += 1 }
      let following = next < found.count ? found[next] : nil
      let gap = trimmed(
        TextRange(ranges.last?.end ?? range.start, following?.start ?? range.end))
      ranges +=
        places(next - index, in: gap)
        ?? places(
          next - index, sharing: ranges.last ?? following ?? trimmed(range))
      index = next
    }
    return ranges
  }

  /// The places of forms in what stands between their neighbors; nil where nothing does.
  private func places(_ count: Int, in gap: TextRange) -> [TextRange]? {
    guard !gap.isEmpty else { return nil }
    var pieces: [TextRange] = []
    var start = gap.start
    var offset = gap.start
    while offset < gap.end {
      let length = ArticleText.blankLength(in: text, at: offset)
      if length > 0 {
        if offset > start { pieces.append(TextRange(start, offset)) }
        start = offset + length
      }
      offset += max(length, 1)
    }
    pieces.append(TextRange(start, gap.end))
    return pieces.count == count ? pieces : places(count, sharing: gap)
  }

  private func places(_ count: Int, sharing place: TextRange) -> [TextRange] {
    Array(repeating: place, count: count)
  }

  private func trimmed(_ range: TextRange) -> TextRange { ArticleText.trimmed(range, of: text) }
}
