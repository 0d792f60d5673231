/// What this build calls itself.
public enum Lede {
  /// The version of the library and the command.
  public static let version = "0.1.0"
}
