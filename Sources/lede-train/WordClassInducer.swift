import Glibc

/// Parts words into classes so that a word's class tells as much as possible of the class of the
/// next one: the exchange algorithm for bigram class models (Martin, Liermann and Ney, 1998).
///
/// Each word in turn moves to the class where the likelihood of the texts is highest, until few
/// move. Nothing depends on chance: words start in the order of their frequency.
struct WordClassInducer {
  /// Words in order of frequency, the boundary of sentences and the unknown word before them.
  private let count: Int
  /// For each word its neighbors and how often they stood there.
  private var following: [[(word: Int32, times: Int32)]]
  private var preceding: [[(word: Int32, times: Int32)]]
  /// *n* log *n*.
  private let entropy: [Double]

  static let boundary: Int32 = 0
  static let unknown: Int32 = 1

  /// - Parameters:
  ///   - sentences: words by number; 2 and up are the words to part.
  ///   - count: one more than the highest number.
  init(_ sentences: [[Int32]], count: Int) {
    var pairs: [UInt64] = []
    for sentence in sentences {
      var before = Self.boundary
      for word in sentence + [Self.boundary] {
        pairs.append(UInt64(before) << 32 | UInt64(word))
        before = word
      }
    }
    pairs.sort()
    self.count = count
    following = Array(repeating: [], count: count)
    preceding = following
    var start = 0
    while start < pairs.count {
      var end = start
      while end < pairs.count, pairs[end] == pairs[start] { end += 1 }
      let first = Int32(pairs[start] >> 32)
      let second = Int32(truncatingIfNeeded: pairs[start])
      following[Int(first)].append((second, Int32(end - start)))
      preceding[Int(second)].append((first, Int32(end - start)))
      start = end
    }
    entropy = (0...pairs.count + 1).map { $0 < 2 ? 0 : Double($0) * log(Double($0)) }
  }

  /// The class of each word, from 0; the first two numbers keep classes of their own, 0 and 1.
  func classes(_ wanted: Int, rounds: Int) -> [Int32] {
    var table = ClassCounts(
      classes: (0..<count).map { Int32($0 < 2 ? $0 : ($0 - 2) % wanted + 2) },
      classCount: wanted + 2, following: following)
    for _ in 0..<rounds {
      var moved = 0
      for word in 2..<max(2, count) where table.move(word, following, preceding, entropy) {
        moved += 1
      }
      if moved * 200 < count { break }
    }
    return table.classes
  }
}

/// How often classes follow each other.
private struct ClassCounts {
  private(set) var classes: [Int32]
  private let classCount: Int
  /// By first and second class, and the same by second and first.
  private var pairs: [Int32]
  private var turned: [Int32]
  private var firsts: [Int32]
  private var seconds: [Int32]
  private var after: [Int32]
  private var before: [Int32]

  init(classes: [Int32], classCount: Int, following: [[(word: Int32, times: Int32)]]) {
    self.classes = classes
    self.classCount = classCount
    pairs = Array(repeating: 0, count: classCount * classCount)
    turned = pairs
    firsts = Array(repeating: 0, count: classCount)
    seconds = firsts
    after = firsts
    before = firsts
    for (word, neighbors) in following.enumerated() {
      for (neighbor, times) in neighbors {
        add(Int(classes[word]), Int(classes[Int(neighbor)]), times)
        firsts[Int(classes[word])] += times
        seconds[Int(classes[Int(neighbor)])] += times
      }
    }
  }

  private mutating func add(_ first: Int, _ second: Int, _ times: Int32) {
    pairs[first * classCount + second] += times
    turned[second * classCount + first] += times
  }

  /// Puts a word into its best class; true where that is another one.
  mutating func move(
    _ word: Int, _ following: [[(word: Int32, times: Int32)]],
    _ preceding: [[(word: Int32, times: Int32)]], _ entropy: [Double]
  ) -> Bool {
    for place in 0..<classCount {
      after[place] = 0
      before[place] = 0
    }
    var own: Int32 = 0
    var afters: Int32 = 0
    var befores: Int32 = 0
    for (neighbor, times) in following[word] {
      afters += times
      if Int(neighbor) == word { own += times } else { after[Int(classes[Int(neighbor)])] += times }
    }
    for (neighbor, times) in preceding[word] {
      befores += times
      if Int(neighbor) != word { before[Int(classes[Int(neighbor)])] += times }
    }
    let afterClasses = (0..<classCount).filter { after[$0] > 0 }
    let beforeClasses = (0..<classCount).filter { before[$0] > 0 }
    let old = Int(classes[word])
    place(old, sign: -1, afterClasses, beforeClasses, own, afters, befores)
    var best = old
    var bestGain = -Double.infinity
    for candidate in 2..<classCount {
      let base = candidate * classCount
      var gain = 0.0
      func change(_ from: Int32, _ by: Int32) -> Double {
        entropy[Int(from + by)] - entropy[Int(from)]
      }
      for other in afterClasses { gain += change(pairs[base + other], after[other]) }
      for other in beforeClasses { gain += change(turned[base + other], before[other]) }
      let both = after[candidate] > 0 && before[candidate] > 0
      if both || own > 0 {
        // The pair of the class with itself gets all of these at once.
        let inside = pairs[base + candidate]
        gain -= change(inside, after[candidate]) + change(inside, before[candidate])
        gain += change(inside, after[candidate] + before[candidate] + own)
      }
      gain -= change(firsts[candidate], afters) + change(seconds[candidate], befores)
      if gain > bestGain {
        bestGain = gain
        best = candidate
      }
    }
    place(best, sign: 1, afterClasses, beforeClasses, own, afters, befores)
    classes[word] = Int32(best)
    return best != old
  }

  private mutating func place(
    _ place: Int, sign: Int32, _ afterClasses: [Int], _ beforeClasses: [Int], _ own: Int32,
    _ afters: Int32, _ befores: Int32
  ) {
    for other in afterClasses { add(place, other, sign * after[other]) }
    for other in beforeClasses { add(other, place, sign * before[other]) }
    add(place, place, sign * own)
    firsts[place] += sign * afters
    seconds[place] += sign * befores
  }
}
