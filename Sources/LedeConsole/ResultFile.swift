import LedeKit

/// A file that results go to instead of the screen.
struct ResultFile {
  let sink: FileDescriptorSink
  /// The form that the file's ending asks for; nil where it asks for none, or `.mode` said another
  /// one since.
  var mode: OutputMode?
}
