/// The last part of a path, taken apart.
struct FileName {
  let name: String

  init(_ name: String) { self.name = name }

  init(path: String) {
    var path = path.utf8[...]
    while path.last == UInt8(ascii: "/"), path.count > 1 { path = path.dropLast() }
    if let slash = path.lastIndex(of: UInt8(ascii: "/")), path.count > 1 {
      path = path[path.index(after: slash)...]
    }
    name = String(Substring(path))
  }

  /// What follows the last dot, in lower case; nil where there is none or only a leading one.
  var ending: String? { Self.split(name)?.ending.lowercased() }

  /// The name without the endings that say its compression and format: `cleveland.com1.html.gz`
  /// gives `cleveland.com1`; an ending that says no format stays.
  var stem: String {
    var rest = name
    if let (stem, ending) = Self.split(rest), Self.compressions.contains(ending.lowercased()) {
      rest = stem
    }
    if let (stem, ending) = Self.split(rest), ArticleFormats.isFormatEnding(ending.lowercased()) {
      rest = stem
    }
    return rest
  }

  private static let compressions: Set<String> = ["gz", "bz2", "xz", "zst"]

  private static func split(_ name: String) -> (stem: String, ending: String)? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return nil
    }
    let ending = name[name.utf8.index(after: dot)...]
    return ending.isEmpty ? nil : (String(name[..<dot]), String(ending))
  }
}
