/// How a sentence as a whole uses capitals.
package enum SentenceStyle: UInt64, Sendable {
  case ordinary
  /// Most words with a capital, as in headlines: "Mayor Ruiz Resigns After Vote".
  case title
  /// Capitals throughout: "MAYOR RUIZ RESIGNS".
  case capitals
}
