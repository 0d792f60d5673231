import Columns
import QueryPlanning

/// `parse_url` and `parse_urlquery`: the parts of an address, and of its query, as a bag.
enum ParseURL {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "parse_url", aliases: ["parseurl"], .taking(.text("url"), giving: .dynamic),
      summary: "The parts of an address as a bag: Scheme, Host, Port, Path … \"Query Parameters\".",
      example: (
        "print parse_url(\"https://news.example.org:8080/a/b?page=2#top\").Host", "news.example.org"
      )
    ) { context, arguments, count in
      context.dynamicRows(count, of: arguments) { row in
        arguments[0].withUTF8(row) { url($0) }
      }
    },
    ScalarFunction(
      "parse_urlquery", aliases: ["parseurlquery"], .taking(.text("query"), giving: .dynamic),
      summary: "The keys and values of an address's query, under \"Query Parameters\".",
      example: (
        "print parse_urlquery(\"a=1&b=2\")", "{\"Query Parameters\":{\"a\":\"1\",\"b\":\"2\"}}"
      )
    ) { context, arguments, count in
      context.dynamicRows(count, of: arguments) { row in
        arguments[0].withUTF8(row) { query in
          .bag([DynamicValue.Property(key: "Query Parameters", value: parameters(query[...]))])
        }
      }
    },
  ]

  // MARK: - Implementation

  private typealias Part = Slice<UnsafeBufferPointer<UInt8>>

  /// `scheme://user:password@host:port/path?query#fragment`; what is missing is "".
  private static func url(_ text: UnsafeBufferPointer<UInt8>) -> DynamicValue {
    var rest = text[...]
    let fragment = cut(&rest, at: UInt8(ascii: "#"))
    let query = cut(&rest, at: UInt8(ascii: "?"))
    var scheme = rest[rest.startIndex..<rest.startIndex]
    var authority = scheme
    if let mark = schemeMark(in: rest) {
      scheme = rest[..<mark]
      rest = rest[(mark + 3)...]
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    // The reference writes a path without the slash that it begins with.
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    var user = authority[authority.startIndex..<authority.startIndex]
    var password = user
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      user = authority[..<at]
      authority = authority[(at + 1)...]
      password = cut(&user, at: UInt8(ascii: ":"))
    }
    let (host, port) = hostAndPort(authority)
    return .bag([
      property("Scheme", scheme), property("Host", host), property("Port", port),
      property("Path", rest), property("Username", user), property("Password", password),
      DynamicValue.Property(key: "Query Parameters", value: parameters(query)),
      property("Fragment", fragment),
    ])
  }

  /// Where `://` stands.
  private static func schemeMark(in text: Part) -> Int? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex,
      colon + 2 < text.endIndex, text[colon + 1] == UInt8(ascii: "/"),
      text[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    return colon
  }

  /// The port is behind the last colon, unless that is inside an address in brackets.
  private static func hostAndPort(_ authority: Part) -> (host: Part, port: Part) {
    let none = authority[authority.endIndex..<authority.endIndex]
    guard let colon = authority.lastIndex(of: UInt8(ascii: ":")),
      authority[(colon + 1)...].allSatisfy(\.isASCIIDigit)
    else { return (authority, none) }
    return (authority[..<colon], authority[(colon + 1)...])
  }

  /// Takes off what follows the first such byte, and the byte.
  private static func cut(_ text: inout Part, at byte: UInt8) -> Part {
    guard let index = text.firstIndex(of: byte) else { return text[text.endIndex..<text.endIndex] }
    let rest = text[(index + 1)...]
    text = text[..<index]
    return rest
  }

  /// `k1=v1&k2=v2`; of a repeated key the last value.
  private static func parameters(_ query: Part) -> DynamicValue {
    var bag = BagBuilder()
    for part in query.split(separator: UInt8(ascii: "&")) {
      var key = part
      let value = cut(&key, at: UInt8(ascii: "="))
      bag.set(decoded(key), .string(decoded(value)))
    }
    return .bag(bag.properties)
  }

  private static func property(_ key: String, _ value: Part) -> DynamicValue.Property {
    DynamicValue.Property(key: key, value: .string(decoded(value)))
  }

  private static func decoded(_ text: Part) -> String { String(decoding: text, as: UTF8.self) }
}
