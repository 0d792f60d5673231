import Columns
import Diagnostics
import QueryLanguage

/// `set fold=accents;`: predicates that do not tell upper from lower case do not see accents either.
extension Binder {
  mutating func setFolding(_ name: NameSyntax, _ value: ExpressionSyntax) {
    let word: String
    switch value.kind {
    case .name(let written): word = written.text
    case .literal(.value(.string(let text))): word = text
    default: word = ""
    }
    guard word == "accents" || word == "none" else {
      report(
        .wrongSetting(name: name.text, value: word, known: ["accents", "none"]), at: value.range)
      return
    }
    foldsAccents = word == "accents"
  }

  /// The arguments of a predicate as it is to see them.
  mutating func folded(_ arguments: [BoundExpression], of function: String) -> [BoundExpression] {
    guard foldsAccents, Self.insensitivePredicates.contains(function) else { return arguments }
    return arguments.map { argument in
      if case .setSubquery(let index) = argument.kind {
        foldSubquery(index)
        return argument
      }
      switch argument.type {
      case .string: return call("fold", [argument], syntax: [], argument.range)
      case .dynamic: return call("fold_members", [argument], syntax: [], argument.range)
      case .bool, .int, .long, .real, .decimal, .datetime, .timespan, .guid, .unknown:
        return argument
      }
    }
  }

  // MARK: - Implementation

  private static let insensitivePredicates: Set<String> = {
    let operators: [BinaryOperator] = [
      .equalInsensitive, .notEqualInsensitive, .has, .hasNot, .hasPrefix, .hasNotPrefix,
      .hasSuffix, .hasNotSuffix, .contains, .containsNot, .startsWith, .startsNotWith, .endsWith,
      .endsNotWith,
    ]
    let memberships: [MembershipOperator] = [
      .isInInsensitive, .isNotInInsensitive, .hasAny, .hasAll,
    ]
    return Set(operators.map(\.rawValue) + memberships.map(\.rawValue))
  }()

  /// The first column of a subquery, which is the set, without accents.
  private mutating func foldSubquery(_ index: Int) {
    let subquery = subqueries[index]
    guard let first = subquery.columns.first, first.type == .string else { return }
    let column = BoundExpression(
      kind: .column(0), type: .string, reference: first.reference, range: subquery.range)
    let value = call("fold", [column], syntax: [], subquery.range)
    let columns = [PlanColumn(name: first.name, type: .string)]
    subqueries[index].stages.append(
      BoundStage(kind: .project([value]), columns: columns, range: subquery.range))
    subqueries[index].columns = columns
  }
}
