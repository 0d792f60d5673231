import ArticleModel
import Diagnostics
import Testing

@testable import ArticleReading

/// Any bytes give an article or a message, and never both nothing.
@Suite struct HostileFileTests {
  private static let heads: [[UInt8]] = [
    [], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF],
    [0xEF, 0xBB], [0xFF], [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x0A],
    Array("---\n".utf8), Array("---\ndate: 0000-99-99\n".utf8), Array("# \n".utf8),
    Array("---\ntitle: [\ndate: 2024-01-01T99:99Z\n---\n".utf8),
  ]

  private static let bodies: [[UInt8]] = [
    Array("The harbor closed.\n\n“We lost the road,” Ruiz said.\n".utf8),
    Array("> [x](y) `z`\n".utf8),
    Array("```\n".utf8), Array("<!-- ".utf8), Array("- a\n1. b\n".utf8), [0xE2, 0x80], [0xC3],
    [0xF0, 0x9F, 0x98, 0x80], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF8, 0x88], [0xD8, 0x3D],
    [0x3D, 0xD8],
    [0x93, 0x94, 0x80], [0xE9], [0x0D], [0x0D, 0x0A], [0], [0x1B, 0x5B, 0x32, 0x4A],
    Array("Zoë 😀".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    Array("key: value\n".utf8), Array("![".utf8), Array("====\n".utf8), Array("\t\t\u{2028}".utf8),
  ]

  private static func bytes(_ random: inout UInt64) -> [UInt8] {
    func below(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % UInt64(bound))
    }
    var bytes = heads[below(heads.count)]
    for _ in 0..<below(12) {
      if below(5) == 0 {
        for _ in 0..<below(40) { bytes.append(UInt8(below(256))) }
      } else {
        bytes += bodies[below(bodies.count)]
      }
    }
    if below(4) == 0, !bytes.isEmpty { bytes.removeLast(below(min(4, bytes.count)) + 1) }
    return bytes
  }

  @Test(arguments: 0..<10)
  func anyBytes(_ group: Int) {
    var random = UInt64(group + 1)
    for _ in 0..<200 {
      let bytes = Self.bytes(&random)
      for reader in ArticleFormats.readers { check(bytes, reader) }
    }
  }

  private func check(_ bytes: [UInt8], _ reader: any ArticleReader) {
    var articles: [Article] = []
    var messages: [ReadingDiagnostic] = []
    let file = ArticleFile(path: "any", articleID: "any", bytes: bytes)
    reader.read(file, report: { messages.append($0) }, article: { articles.append($0) })
    #expect(articles.count == 1 || !messages.isEmpty, "\(bytes)")
    for message in messages {
      guard let range = message.diagnostic.range else { continue }
      #expect(range.start <= bytes.count, "\(bytes): \(message.diagnostic.message)")
    }
    for article in articles {
      let utf8 = article.text.utf8
      #expect(Array(String(decoding: utf8, as: UTF8.self).utf8) == utf8, "\(bytes)")
      var end = 0
      for paragraph in article.paragraphs {
        #expect(paragraph.range.start >= end && !paragraph.range.isEmpty, "\(bytes)")
        #expect(paragraph.range.end <= utf8.count, "\(bytes)")
        end = paragraph.range.end
      }
      let stated = [article.headline, article.subheadline, article.byline]
      for range in stated.compactMap(\.?.range) {
        #expect(range.start <= range.end && range.end <= utf8.count, "\(bytes)")
      }
    }
  }

  /// As many replaced places as U+FFFD that the bytes did not hold themselves.
  @Test(arguments: 0..<10)
  func replacedPlacesAreCounted(_ group: Int) {
    var random = UInt64(group + 100)
    for _ in 0..<200 {
      let bytes = Self.bytes(&random)
      let text = DecodedText(bytes)
      let scalars = String(decoding: text.utf8, as: UTF8.self).unicodeScalars
      let shown = scalars.count { $0 == "\u{FFFD}" }
      let own: Int
      switch text.encoding {
      case .utf8:
        own = bytes.indices.count { bytes[$0...].starts(with: [0xEF, 0xBF, 0xBD]) }
      case .utf16LittleEndian:
        own = Self.units(bytes, from: text.markLength).count { $0 == 0xFDFF }
      case .utf16BigEndian:
        own = Self.units(bytes, from: text.markLength).count { $0 == 0xFFFD }
      case .latin1, .windows1252: own = 0
      }
      #expect(text.replacements == shown - own, "\(bytes)")
      #expect((text.firstReplacement == nil) == (text.replacements == 0), "\(bytes)")
    }
  }

  /// 16-bit units, the first byte the higher.
  private static func units(_ bytes: [UInt8], from start: Int) -> [UInt16] {
    stride(from: start, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
  }
}
