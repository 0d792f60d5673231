import ArticleModel
import Testing

@testable import ArticleReading

/// A sound file with bytes changed, lost, doubled and mixed: it is read to articles that fit their
/// text, or to messages.
@Suite struct CoNLLUFuzzTests {
  private static let sound = CoNLLUText(
    """
    # newdoc id = ferry
    # meta::dateCreated = 2024-03-05
    # newpar
    # text = "Vi veit ikkje," sa Åse's mor.
    1 | " | " | PUNCT | _ | 4 | punct | SpaceAfter=No&Span=quote:1
    2 | Vi | eg | PRON | pron | 4 | nsubj | Span=quote:1
    3-4 | veit'kje | _ | _ | _ | _ | _
    3 | veit | vite | VERB | verb | 0 | root | Span=quote:1,idiom:a
    4 | ikkje | ikkje | ADV | adv | 3 | advmod | SpaceAfter=No
    5 | , | , | PUNCT | , | 3 | punct
    5.1 | x | x | X | _ | _ | _
    6 | sa | seie | VERB | verb | 3 | parataxis
    7-8 | Åse's | _ | _ | _ | _ | _
    7 | Åse | Åse | PROPN | subst | 9 | nmod
    8 | 's | 's | PART | gen | 7 | case
    9 | mor | mor | NOUN | subst | 6 | nsubj | SpaceAfter=No
    10 | . | . | PUNCT | . | 3 | punct

    # newpar
    1 | Regn | regn | NOUN | subst | 0 | root

    # newdoc id = quay
    # text = Wind.
    1 | Wind | wind | NOUN | NN | 0 | root | SpaceAfter=No
    2 | . | . | PUNCT | . | 1 | punct

    """
  ).text

  @Test(arguments: 0..<8)
  func mutations(_ group: Int) {
    var random = UInt64(group + 1)
    func below(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % UInt64(bound))
    }
    for round in 0..<250 {
      var bytes = Array(Self.sound.utf8)
      for _ in 0...below(12) {
        let place = below(bytes.count)
        switch below(7) {
        case 0: bytes[place] = UInt8(below(256))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert([0x09, 0x0A, 0x20, 0x23, 0x2D, 0x30, 0x7C, 0xC3][below(8)], at: place)
        case 3: bytes[place] = [0x09, 0x0A, 0x5F, 0x31, 0x39, 0x3D, 0x3A, 0x0D][below(8)]
        case 4: bytes.removeSubrange(place..<min(bytes.count, place + below(60)))
        case 5:
          let end = min(bytes.count, place + below(60))
          bytes.insert(contentsOf: bytes[place..<end], at: below(bytes.count))
        default: bytes.swapAt(place, below(bytes.count))
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      check(bytes, "round \(round) of \(group)")
    }
  }

  private func check(_ bytes: [UInt8], _ message: String) {
    let outcome = CoNLLUText.read(bytes)
    #expect(!outcome.articles.isEmpty || !outcome.messages.isEmpty, "\(message)")
    #expect(Set(outcome.articles.map(\.id)).count == outcome.articles.count, "\(message)")
    for article in outcome.articles {
      #expect(article.given?.fit(article.text) == true, "\(message)")
      #expect(article.given?.tokens.isEmpty == false, "\(message)")
      var isRooted = true
      let heads = article.given?.tokens.map { Int($0.head) } ?? []
      for start in heads.indices {
        var index = start
        var steps = 0
        while heads[index] >= 0, heads[index] != index, steps <= heads.count {
          index = heads[index]
          steps += 1
        }
        isRooted = isRooted && steps <= heads.count
      }
      #expect(isRooted, "\(message)")
    }
  }
}
