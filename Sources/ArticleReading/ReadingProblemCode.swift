package import Diagnostics

/// The stable codes of what can be wrong with a path or a file, each with its page.
///
/// A code is added at the end of its hundred and never used for anything else.
package enum ReadingProblemCode: String, CaseIterable, Sendable {
  case unreadable = "L0801"
  case folderWithoutArticles = "L0802"
  case binary = "L0803"
  case unsupported = "L0804"
  case empty = "L0805"
  case folderLoop = "L0806"
  case tooLarge = "L0807"
  case replacedBytes = "L0808"
  case zeroBytes = "L0809"
  case skipped = "L0810"
  case frontMatterWithoutEnd = "L0811"
  case frontMatterDate = "L0812"
  case optionDate = "L0813"
  case repeated = "L0814"
  case unusableModel = "L0815"
}

extension ReadingProblemCode {
  /// What `.help` and the code say.
  package var page: ErrorPage {
    switch self {
    case .unreadable:
      return ErrorPage(
        rawValue,
        "The file or folder is not there, or may not be read.",
        wrong: "lede nowhere.txt",
        right: "lede article.txt")
    case .folderWithoutArticles:
      return ErrorPage(
        rawValue,
        "No file of the folder is in a format that is read.",
        wrong: "lede photos/",
        right: "lede articles/")
    case .binary:
      return ErrorPage(
        rawValue,
        "The file holds a picture, an archive or the like, not text.",
        wrong: "lede photo.png",
        right: "lede article.txt")
    case .unsupported:
      return ErrorPage(
        rawValue,
        "The format is known and not read by this version.",
        wrong: "lede page.html",
        right: "lede page.txt")
    case .empty:
      return ErrorPage(
        rawValue,
        "The file holds nothing, or nothing but blanks.",
        wrong: "lede empty.txt",
        right: "lede article.txt")
    case .folderLoop:
      return ErrorPage(
        rawValue,
        "A link inside the folder leads back to a folder above it; it is read once.")
    case .tooLarge:
      return ErrorPage(
        rawValue,
        "The file is larger than 2 gigabytes.")
    case .replacedBytes:
      return ErrorPage(
        rawValue,
        "Some bytes do not belong to the encoding of the file; each place is replaced by "
          + "U+FFFD, and nothing else is changed.")
    case .zeroBytes:
      return ErrorPage(
        rawValue,
        "The file holds zero bytes, which texts do not have; it may be damaged.")
    case .skipped:
      return ErrorPage(
        rawValue,
        "The folder holds files whose endings are no article's; they were left alone. Name "
          + "such a file itself to read it.")
    case .frontMatterWithoutEnd:
      return ErrorPage(
        rawValue,
        "A first line '---' begins a block of metadata, which a second such line ends.")
    case .frontMatterDate:
      return ErrorPage(
        rawValue,
        "A date in the metadata of the file is none that can be read. Days are written "
          + "2023-12-07, moments 2023-12-07T10:00Z.")
    case .repeated:
      return ErrorPage(
        rawValue,
        "A file is named twice, or by itself and with a folder that holds it. A corpus has its "
          + "articles once, so that none is counted twice.",
        wrong: "lede articles/ articles/ferry.txt",
        right: "lede articles/")
    case .optionDate:
      return ErrorPage(
        rawValue,
        "The date of an option is none that can be read. Days are written 2023-12-07, moments "
          + "2023-12-07T10:00Z.",
        wrong: "lede seeds/ --date 7.12.2023",
        right: "lede seeds/ --date 2023-12-07")
    case .unusableModel:
      return ErrorPage(
        rawValue,
        "The file of --model is no model file of this version of lede, or is damaged. Such files are "
          + "made by lede-train.",
        wrong: "lede articles/ --model article.txt",
        right: "lede articles/ --model attribution.model")
    }
  }
}
