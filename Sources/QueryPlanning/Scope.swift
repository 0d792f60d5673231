import Columns
import Diagnostics
import QueryLanguage
import TokenPatterns

/// The columns that an expression may name, and what the binder knows about those that are gone.
package struct RowScope: Sendable {
  package let columns: [PlanColumn]
  /// The table that the rows come from, as long as they are its rows: messages say its name.
  package let table: String?
  /// Columns that a stage before has dropped, by name, with that stage's operator.
  package let dropped: [String: String]
  /// Whether the columns are not all known, as the source or a stage could not be bound: then any
  /// name is taken, so that one mistake gives one message.
  package let isOpen: Bool
  private let indexByName: [String: Int]
  private let indexByAlias: [String: Int]

  package static let empty = RowScope(columns: [])

  package init(
    columns: [PlanColumn], table: String? = nil, dropped: [String: String] = [:],
    isOpen: Bool = false
  ) {
    self.columns = columns
    self.table = table
    self.dropped = dropped
    self.isOpen = isOpen
    indexByName = Dictionary(
      columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    indexByAlias = Dictionary(
      columns.enumerated().compactMap { index, column in column.alias.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The column of that name or, failing that, of that alias.
  package func index(of name: String) -> Int? { indexByName[name] ?? indexByAlias[name] }

  /// The scope behind a stage that gives these columns.
  package func after(
    _ operatorName: String, columns next: [PlanColumn], isOpen: Bool = false,
    isOfTable: Bool = true
  ) -> RowScope {
    let kept = Set(next.map(\.name))
    var dropped = dropped
    for column in columns where !kept.contains(column.name) {
      dropped[column.name] = operatorName
    }
    for name in kept { dropped[name] = nil }
    return RowScope(
      columns: next, table: isOfTable ? table : nil, dropped: dropped, isOpen: self.isOpen || isOpen
    )
  }
}

/// What a name made by `let`, by a parameter or by `declare query_parameters` stands for.
enum NameBinding {
  /// A value; `size` is the number of its nodes. An argument of a function may take columns from
  /// the row of the call: then `row` says which row that is.
  case scalar(BoundExpression, size: Int, row: Int?)
  case calendarStep(months: Int)
  /// A token pattern, which others refer to as `@name`.
  case pattern(TokenPatternSyntax)
  case table(BoundPipeline)
  case function(LetFunction)
  /// What could not be bound, and has been reported.
  case unknown
}

/// A function made by `let`, with the scope that its body sees.
struct LetFunction {
  var name: String
  var syntax: FunctionSyntax
  var scope: LetScope
  /// How many names of the scope were made before it: a function sees neither itself nor later ones.
  var limit: Int
  /// Whether its ranges point into another text than the one that is bound.
  var isForeign: Bool
  /// Whether a call of it is a table rather than a value.
  var givesTable: Bool
}

/// Names made by `let`, and the scope around them.
///
/// A class, because a function's body is bound at each call in the scope that the function was
/// written in: it keeps that scope and the number of names made before it.
final class LetScope {
  private struct Entry {
    var order: Int
    var binding: NameBinding
  }

  private let parent: LetScope?
  /// How many of the parent's names are seen from here.
  private let parentLimit: Int
  private var entries: [String: [Entry]] = [:]
  /// How many names have been made here.
  private(set) var count = 0

  init(parent: LetScope? = nil, parentLimit: Int = .max) {
    self.parent = parent
    self.parentLimit = parentLimit
  }

  func add(_ name: String, _ binding: NameBinding) {
    entries[name, default: []].append(Entry(order: count, binding: binding))
    count += 1
  }

  /// Whether the name was made in this very scope.
  func hasOwn(_ name: String) -> Bool { entries[name] != nil }

  /// The newest binding of the name among the first `limit` made here, else the parent's.
  func binding(of name: String, limit: Int = .max) -> NameBinding? {
    var scope: LetScope? = self
    var limit = limit
    while let current = scope {
      if let entry = current.entries[name]?.last(where: { $0.order < limit }) {
        return entry.binding
      }
      limit = current.parentLimit
      scope = current.parent
    }
    return nil
  }

  /// All names, for suggestions and completion.
  var names: [(name: String, binding: NameBinding)] {
    var found: [(String, NameBinding)] = []
    var seen: Set<String> = []
    var scope: LetScope? = self
    while let current = scope {
      let newest = current.entries.compactMap { name, entries in entries.last.map { (name, $0) } }
      for (name, entry) in newest.sorted(by: { $0.1.order < $1.1.order })
      where seen.insert(name).inserted {
        found.append((name, entry.binding))
      }
      scope = current.parent
    }
    return found
  }
}
