import ArticleModel

extension EntityLinks {
  /// Links the forms of people's names.
  mutating func linkPeople() {
    let people = index(kind: .person)
    var bySurname: [ArraySlice<UInt8>: [Int]] = [:]
    var byFirstName: [ArraySlice<UInt8>: [Int]] = [:]
    for person in people where words[person].count >= 2 {
      linkFullName(person, &bySurname)
      guard root(person) == person else { continue }
      if let first = words[person].first, byFirstName[first, default: []].count < 8 {
        byFirstName[first, default: []].append(person)
      }
    }
    var open: Set<Int> = []
    for person in people where words[person].count == 1 {
      guard let word = words[person].first else { continue }
      let owners = roots(bySurname[Self.bare(word)] ?? [])
      if owners.count == 1 {
        link(owners[0], person)
      } else if owners.count > 1 {
        open.insert(person)
      } else {
        let owners = roots(byFirstName[word] ?? [])
        if owners.count == 1 { link(owners[0], person) }
      }
    }
    if !open.isEmpty { tellApart(open, bySurname) }
  }

  // MARK: - Implementation

  /// "al-Masri" and "Masri" are one surname.
  private static func bare(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for prefix in articles where word.count > prefix.count + 2 && word.starts(with: prefix) {
      return word.dropFirst(prefix.count)
    }
    return word
  }

  private static let articles = ["al-", "el-", "ul-", "as-", "ash-", "an-", "at-"].map {
    Array($0.utf8)
  }

  private func roots(_ people: [Int]) -> [Int] {
    var roots: [Int] = []
    for person in people {
      let root = root(person)
      if !roots.contains(root) { roots.append(root) }
    }
    return roots
  }

  /// Links a full name to a fuller or shorter one of the same surname, where there is just one.
  private mutating func linkFullName(_ person: Int, _ bySurname: inout [ArraySlice<UInt8>: [Int]]) {
    guard let last = words[person].last else { return }
    let surname = Self.bare(last)
    let known = roots(bySurname[surname] ?? []).filter { isCompatible(words[$0], words[person]) }
    if known.count == 1 { link(known[0], person) }
    if (bySurname[surname] ?? []).count < 16 { bySurname[surname, default: []].append(person) }
  }

  /// Whether two full names of one surname may be one person's: every word of the shorter stands in
  /// the longer, in order, whole or as its initial.
  private func isCompatible(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    var place = 0
    for word in short.dropLast() {
      while place < long.count - 1, !Self.agree(word, long[place]) { place += 1 }
      if place >= long.count - 1 { return false }
      place += 1
    }
    return true
  }

  private static func agree(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    if a == b { return true }
    guard let first = a.first, first == b.first else { return false }
    return isInitial(a) || isInitial(b)
  }

  private static func isInitial(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 1 || word.count == 2 && word.last == UInt8(ascii: ".")
  }

  /// Bare surnames that several people bear: each place by its form of address or title; without one
  /// it is whoever was named in full before, of several the one who was called so before the others
  /// came.
  private mutating func tellApart(_ open: Set<Int>, _ bySurname: [ArraySlice<UInt8>: [Int]]) {
    let gender = PersonGender(tokens)
    let titles = TitleFinder(tokens)
    var called: [Int: Int] = [:]
    for index in mentions.indices where open.contains(mentions[index].entity) {
      guard let word = words[mentions[index].entity].first else { continue }
      let owners = roots(bySurname[Self.bare(word)] ?? [])
      let start = tokens.tokens(in: mentions[index].range).start
      guard start < tokens.count else { continue }
      var fitting: [Int] = []
      var isBare = true
      if let wanted = gender.address(before: start) {
        isBare = false
        fitting = owners.filter { self.gender(of: $0, gender) == wanted }
        // One of unknown gender could be meant too.
        if owners.contains(where: { self.gender(of: $0, gender) == nil }) { fitting = [] }
      }
      if fitting.count != 1, let title = titles.title(before: start) {
        isBare = false
        let text = titles.text(title).lowercased()
        fitting = owners.filter { owner in
          entities[owner].titles.contains { $0.lowercased() == text }
        }
      }
      if isBare {
        fitting = owners.filter { firstMention[$0] >= 0 && firstMention[$0] < index }
        if fitting.count > 1 { fitting.removeAll { called[$0, default: 0] == 0 } }
      }
      if fitting.count == 1 {
        repoint(index, to: fitting[0])
        called[fitting[0], default: 0] += 1
      }
    }
  }

  private func gender(of person: Int, _ gender: PersonGender) -> PersonGender.Gender? {
    guard firstMention[person] >= 0 else { return nil }
    let name = tokens.tokens(in: mentions[firstMention[person]].range)
    return gender.address(before: name.start) ?? gender.name(name)
  }
}
