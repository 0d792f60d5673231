import Columns
import Diagnostics
import QueryLanguage

/// `search` and `find`: conditions over many tables at once.
extension Binder {
  /// `search "x"`, over all tables, those named, or the rows before it.
  mutating func bindSearch(
    _ search: SearchSyntax, _ stage: StageSyntax, on columns: RowScope?
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    let isSensitive = search.options["kind"]?.word == "case_sensitive"
    var members: [UnionMember]
    if let columns {
      members = [
        UnionMember(
          pipeline: nil, columns: columns.columns, isOpen: columns.isOpen,
          label: columns.table ?? "search_arg0")
      ]
    } else if search.tables.isEmpty {
      let everything = UnionSyntax.Member.pattern(NameSyntax("*", range: stage.keyword.range))
      members = bindMembers([everything], isFuzzy: true)
    } else {
      members = bindMembers(search.tables, isFuzzy: false)
    }
    var found: [UnionMember] = []
    for member in members {
      var place = ExpressionPlace(
        kind: .row,
        columns: RowScope(columns: member.columns, table: member.label, isOpen: member.isOpen),
        row: newRow())
      place.operation = stage.keyword.text
      // A table without the column that is asked for has no row to give.
      let hasNoColumn =
        columns == nil
        && !names(in: search.predicate).allSatisfy {
          place.columns.index(of: $0) != nil
        }
      if hasNoColumn, search.tables.isEmpty { continue }
      let condition = bindSearchTest(search.predicate, isSensitive: isSensitive, in: place)
      let filter = BoundStage(kind: .filter(condition), columns: member.columns, range: range)
      var member = member
      if var pipeline = member.pipeline {
        pipeline.stages.append(filter)
        member.pipeline = pipeline
      } else {
        let (labelled, scope) = join([member], sourceColumn: "$table", isInner: false, stage)
        return (
          BoundStage(kind: .several([filter, labelled]), columns: labelled.columns, range: range),
          scope
        )
      }
      found.append(member)
    }
    if found.isEmpty {
      let names = names(in: search.predicate)
      if let name = names.first {
        report(.searchColumnNowhere(name: name), at: search.predicate.range)
      }
    }
    return join(found, sourceColumn: "$table", isInner: false, stage)
  }

  /// `find in (T, U) where condition project a, b`.
  mutating func bindFind(
    _ find: FindSyntax, _ stage: StageSyntax, on columns: RowScope?
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    var members: [UnionMember]
    if let columns {
      members = [
        UnionMember(
          pipeline: nil, columns: columns.columns, isOpen: columns.isOpen,
          label: columns.table ?? "find_arg0")
      ]
    } else {
      let everything = UnionSyntax.Member.pattern(NameSyntax("*", range: stage.keyword.range))
      members = bindMembers(
        find.tables.isEmpty ? [everything] : find.tables, isFuzzy: find.tables.isEmpty)
    }
    let source = (find.options["withsource"] ?? find.options["with_source"])?.word ?? "source_"
    let wanted = names(in: find.predicate)
    let listed = find.columns.map { $0.map(\.name.text) }
    var found: [UnionMember] = []
    for member in members {
      let scope = RowScope(columns: member.columns, table: member.label, isOpen: member.isOpen)
      guard member.isOpen || wanted.allSatisfy({ scope.index(of: $0) != nil }) else { continue }
      var place = ExpressionPlace(kind: .row, columns: scope, row: newRow())
      place.operation = stage.keyword.text
      let condition = bindSearchTest(find.predicate, isSensitive: false, in: place)
      let filter = BoundStage(kind: .filter(condition), columns: member.columns, range: range)
      // The columns that are named or tested; the rest goes into a bag.
      let shown = listed ?? (wanted.isEmpty ? member.columns.map(\.name) : wanted)
      let kept = shown.compactMap { scope.index(of: $0) }
      var output = kept.map { member.columns[$0] }
      let all = passThrough(member.columns, range)
      var results = kept.map { all[$0] }
      if find.packsRest || listed == nil {
        let rest = member.columns.indices.filter { !kept.contains($0) }
        output.append(PlanColumn(name: "pack_", type: .dynamic))
        results.append(packed(rest, of: member.columns, range))
      }
      let projected = BoundStage(kind: .project(results), columns: output, range: range)
      var member = member
      member.columns = output
      if var pipeline = member.pipeline {
        pipeline.stages += [filter, projected]
        pipeline.columns = output
        member.pipeline = pipeline
      } else {
        let (labelled, scope) = join([member], sourceColumn: source, isInner: false, stage)
        return (
          BoundStage(
            kind: .several([filter, projected, labelled]), columns: labelled.columns, range: range),
          scope
        )
      }
      found.append(member)
    }
    if found.isEmpty, let name = wanted.first {
      report(.searchColumnNowhere(name: name), at: find.predicate.range)
    }
    return join(found, sourceColumn: source, isInner: false, stage)
  }

  // MARK: - Implementation

  /// A condition in which a bare text is looked for in all columns.
  private mutating func bindSearchTest(
    _ predicate: ExpressionSyntax, isSensitive: Bool, in place: ExpressionPlace
  ) -> BoundExpression {
    let outer = isSearching
    isSearching = true
    defer { isSearching = outer }
    return bind(searchTest(predicate, isSensitive: isSensitive), in: place)
  }

  private func searchTest(
    _ predicate: ExpressionSyntax, isSensitive: Bool
  ) -> ExpressionSyntax {
    let range = predicate.range
    switch predicate.kind {
    case .literal(.value(.string(let text))):
      return test(ExpressionSyntax(kind: .star, range: range), text, isSensitive, range)
    case .literal(.value(.long)), .literal(.value(.real)), .literal(.value(.datetime)):
      let text = QueryPrinter.text(predicate)
      return test(ExpressionSyntax(kind: .star, range: range), text, isSensitive, range)
    case .call(let name, let arguments) where name.text == ":" && arguments.count == 2:
      guard case .literal(.value(.string(let text))) = arguments[1].value.kind else {
        return ExpressionSyntax(
          kind: .binary(.equal, arguments[0].value, arguments[1].value), range: range)
      }
      return test(arguments[0].value, text, isSensitive, range)
    case .call(let name, let arguments) where name.text == "not" && arguments.count == 1:
      let inner = searchTest(arguments[0].value, isSensitive: isSensitive)
      return ExpressionSyntax(
        kind: .call(name, [ArgumentSyntax(name: nil, value: inner)]), range: range)
    case .binary(let operation, let left, let right) where operation == .and || operation == .or:
      return ExpressionSyntax(
        kind: .binary(
          operation, searchTest(left, isSensitive: isSensitive),
          searchTest(right, isSensitive: isSensitive)), range: range)
    case .parenthesized(let inner): return searchTest(inner, isSensitive: isSensitive)
    case .star:
      // `search *` is every row.
      return ExpressionSyntax(kind: .literal(.value(.bool(true))), range: range)
    default: return predicate
    }
  }

  /// `x` as a word, `x*` and `*x` as its beginning and end, `*x*` anywhere, `a*b` as a pattern.
  private func test(
    _ column: ExpressionSyntax, _ text: String, _ isSensitive: Bool, _ range: SourceRange
  ) -> ExpressionSyntax {
    func literal(_ text: String) -> ExpressionSyntax {
      ExpressionSyntax(kind: .literal(.value(.string(text))), range: range)
    }
    func binary(_ operation: BinaryOperator, _ text: String) -> ExpressionSyntax {
      ExpressionSyntax(kind: .binary(operation, column, literal(text)), range: range)
    }
    guard text.utf8.contains(UInt8(ascii: "*")) else {
      return binary(isSensitive ? .hasCS : .has, text)
    }
    if text.allSatisfy({ $0 == "*" }) {
      return ExpressionSyntax(kind: .literal(.value(.bool(true))), range: range)
    }
    let inner = text.drop { $0 == "*" }
    let core = String(inner.reversed().drop { $0 == "*" }.reversed())
    if !core.contains("*") {
      switch (text.hasPrefix("*"), text.hasSuffix("*")) {
      case (true, true): return binary(isSensitive ? .containsCS : .contains, core)
      case (false, true): return binary(isSensitive ? .hasPrefixCS : .hasPrefix, core)
      default: return binary(isSensitive ? .hasSuffixCS : .hasSuffix, core)
      }
    }
    var pattern = isSensitive ? "" : "(?i)"
    if !text.hasPrefix("*") { pattern += #"\b"# }
    pattern += text.split(separator: "*", omittingEmptySubsequences: true).map {
      $0.map { $0.isLetter || $0.isNumber || $0 == " " ? String($0) : "\\\($0)" }.joined()
    }.joined(separator: ".*")
    if !text.hasSuffix("*") { pattern += #"\b"# }
    return binary(.matchesRegex, pattern)
  }

  /// The columns that a condition names, in the order in which it does.
  private func names(in predicate: ExpressionSyntax) -> [String] {
    var found: [String] = []
    var pending = [predicate]
    while let next = pending.popLast() {
      switch next.kind {
      case .name(let name):
        if scope.binding(of: name.text, limit: scopeLimit) == nil, !found.contains(name.text) {
          found.append(name.text)
        }
      case .unary(_, let inner), .parenthesized(let inner), .member(let inner, _):
        pending.append(inner)
      case .binary(_, let left, let right), .element(let left, let right):
        pending += [right, left]
      case .between(let value, let low, let high, _): pending += [high, low, value]
      case .membership(_, let value, let elements): pending += elements.reversed() + [value]
      case .call(_, let arguments): pending += arguments.reversed().map(\.value)
      case .list(let elements): pending += elements.reversed()
      case .literal, .star, .pipeline, .missing: break
      }
    }
    return found
  }

  /// A bag of these columns.
  private mutating func packed(
    _ indices: [Int], of columns: [PlanColumn], _ range: SourceRange
  ) -> BoundExpression {
    guard !indices.isEmpty else { return .constant(.dynamic(.bag([])), range) }
    var values: [BoundExpression] = []
    for index in indices {
      values.append(.constant(.string(columns[index].name), range))
      values.append(
        BoundExpression(
          kind: .column(index), type: columns[index].type, reference: columns[index].reference,
          range: range))
    }
    return call("bag_pack_filled", values, syntax: [], range)
  }
}
