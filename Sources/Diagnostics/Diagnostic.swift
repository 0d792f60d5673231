/// Something to tell a person about a text: what is wrong, where, and what would be right.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters: an error stops the run, a warning and a note do not.
  public enum Severity: String, Sendable {
    case error, warning, note
  }

  /// A secondary place with the reason it matters ("this is a number").
  public struct Label: Hashable, Sendable {
    /// Where it is.
    public var range: SourceRange
    /// What is said of it, in a few words.
    public var text: String

    /// A label of that text at that place.
    public init(range: SourceRange, text: String) {
      self.range = range
      self.text = text
    }
  }

  /// A replacement that an editor could apply.
  public struct Suggestion: Hashable, Sendable {
    /// What is replaced.
    public var range: SourceRange
    /// What is put there.
    public var replacement: String

    /// A replacement of that range.
    public init(range: SourceRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// The stable code, such as `L0301`: L01xx lexical, L02xx syntax, L03xx names, L04xx types,
  /// L05xx patterns, L06xx run time, L07xx limits, L08xx corpus, L09xx gold of evaluations.
  public var code: String
  /// Whether the run can go on.
  public var severity: Severity
  /// One line, lower case first, the user's own words in single quotes.
  public var message: String
  /// Where it is, or nil where no place in a text is meant.
  public var range: SourceRange?
  /// Secondary places, each with its reason.
  public var labels: [Label]
  /// What would be right, as a person would say it: `did you mean 'speaker'?`.
  public var help: String?
  /// The replacement that would set it right, where one text would.
  public var suggestion: Suggestion?

  /// A diagnostic, by default an error without a place.
  public init(
    code: String, severity: Severity = .error, message: String, range: SourceRange? = nil,
    labels: [Label] = [], help: String? = nil, suggestion: Suggestion? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.range = range
    self.labels = labels
    self.help = help
    self.suggestion = suggestion
  }
}
