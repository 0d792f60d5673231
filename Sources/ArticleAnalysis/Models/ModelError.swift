/// Why a model file cannot be used.
package enum ModelError: Error, Hashable {
  /// The file is not a model file at all.
  case notAModelFile
  /// A model file of another version of lede.
  case version(found: Int, expected: Int)
  /// The part does not have the checksum that it was written with, or ends too early.
  case damaged(section: String)
  /// A part that the analysis needs is not in the file.
  case missing(section: String)
  case outOfMemory
}

extension ModelError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAModelFile: "this is no model file of lede"
    case .version(let found, let expected):
      "the model file has version \(found), this lede reads version \(expected); train it again"
    case .damaged(let section): "the model file is damaged in its part '\(section)'"
    case .missing(let section): "the model file has no part '\(section)'"
    case .outOfMemory: "there is not enough memory for the model"
    }
  }
}
