package import Diagnostics
import Synchronization

/// Something that did not stop a run and is worth saying.
package enum ExecutionWarning: Hashable, Sendable {
  /// `print 9223372036854775807 + 1`
  case integerOverflow
  /// A decimal result of more than 34 digits.
  case decimalOverflow
  /// A datetime before year 1 or after 9999.
  case datetimeOutOfRange
  /// `range i from 1 to 10 step 0`
  case emptyRangeStep
  /// `T | join (U) on a` where the left side repeats a key.
  case rowsLeftOutOfJoin(Int)
  /// Anything a single function has to say.
  case other(code: String, message: String)
}

/// Collects the warnings of a run: each kind once a place, with the number of rows.
package final class WarningSink: Sendable {
  package struct Entry: Hashable, Sendable {
    package var warning: ExecutionWarning
    package var range: SourceRange
    package var rows: Int
  }

  /// Warnings of more kinds and places than this are only counted with the first ones.
  private static let cap = 100

  private let collected = Mutex<[Entry]>([])

  package init() {}

  package var entries: [Entry] { collected.withLock { $0 } }

  package func add(_ warning: ExecutionWarning, at range: SourceRange, rows: Int = 1) {
    collected.withLock { entries in
      if let index = entries.firstIndex(where: { $0.warning == warning && $0.range == range }) {
        entries[index].rows &+= rows
      } else if entries.count < WarningSink.cap {
        entries.append(Entry(warning: warning, range: range, rows: rows))
      }
    }
  }
}
