import Columns
import QueryLanguage

/// The names of columns that are given none (LANGUAGE 4.9).
extension Binder {
  /// The name that an expression gives its column; nil where it has none to give (`Column1`).
  func defaultName(of syntax: ExpressionSyntax, in columns: RowScope) -> String? {
    switch syntax.kind {
    case .name(let name): return name.text
    case .parenthesized(let inner): return defaultName(of: inner, in: columns)
    case .member(let base, let name):
      // A path through references is called by its last part, one into a value by all of them.
      if isReference(base, in: columns) { return name.text }
      guard let left = defaultName(of: base, in: columns) else { return name.text }
      return "\(left)_\(name.text)"
    case .element(let base, let key):
      guard let left = defaultName(of: base, in: columns) else { return nil }
      switch key.kind {
      case .literal(.value(.string(let text))): return "\(left)_\(text)"
      case .literal(.value(.long(let number))): return "\(left)_\(number)"
      case .literal, .name, .star, .unary, .binary, .between, .membership, .call, .member,
        .element, .list, .pipeline, .parenthesized, .missing:
        return nil
      }
    case .call(let name, let arguments): return defaultName(ofCall: name, arguments, in: columns)
    case .literal, .star, .unary, .binary, .between, .membership, .list, .pipeline, .missing:
      return nil
    }
  }

  /// `article_headline` for `article.headline`, where `headline` is taken.
  func fullPathName(of syntax: ExpressionSyntax) -> String? {
    switch syntax.kind {
    case .parenthesized(let inner): return fullPathName(of: inner)
    case .member(let base, let name):
      guard case .name(let first) = base.kind else {
        return fullPathName(of: base).map { "\($0)_\(name.text)" }
      }
      return "\(first.text)_\(name.text)"
    case .literal, .name, .star, .unary, .binary, .between, .membership, .call, .element, .list,
      .pipeline, .missing:
      return nil
    }
  }

  /// The name of an aggregate's column, before repeats are told apart.
  func defaultAggregateName(
    _ signature: AggregateSignature, _ arguments: [ArgumentSyntax], in columns: RowScope = .empty
  ) -> String {
    var first: String?
    // A condition gives no name: `countif(armed)` is `countif_`.
    let takesCondition =
      signature.overloads.first?.parameters.first?.type == .exactly(.bool)
    if let syntax = arguments.first?.value, !takesCondition {
      first = defaultName(of: syntax, in: columns)
    }
    switch signature.naming {
    case .prefixed(let prefix): return "\(prefix)_\(first ?? "")"
    case .ofArgument, .extreme: return first ?? "\(signature.name)_"
    case .prefixedWithParameter(let prefix):
      let name = "\(prefix)_\(first ?? "")"
      guard arguments.count > 1, let last = arguments.last,
        let suffix = parameterText(last.value)
      else { return name }
      return "\(name)_\(suffix)"
    }
  }

  // MARK: - Implementation

  private func defaultName(
    ofCall name: NameSyntax, _ arguments: [ArgumentSyntax], in columns: RowScope
  ) -> String? {
    if name.text == "column_ifexists" || name.text == "columnifexists" {
      guard let key = arguments.first, case .literal(.value(.string(let text))) = key.value.kind
      else { return nil }
      if columns.index(of: text) != nil { return text }
      return arguments.count > 1 ? defaultName(of: arguments[1].value, in: columns) : nil
    }
    guard scope.binding(of: name.text, limit: scopeLimit) == nil else { return nil }
    if name.text == "bin_auto" {
      return arguments.first.flatMap { defaultName(of: $0.value, in: columns) }
    }
    if let index = catalog.aggregate(named: name.text) {
      return defaultAggregateName(catalog.aggregates[index], arguments, in: columns)
    }
    guard let index = catalog.function(named: name.text) else { return nil }
    let first = arguments.first.flatMap { defaultName(of: $0.value, in: columns) }
    switch catalog.functions[index].naming {
    case .anonymous: return nil
    case .ofArgument: return first
    case .prefixed(let prefix): return first.map { "\(prefix)_\($0)" }
    }
  }

  /// Whether an expression is a row of another table, so that a dot after it leads there.
  private func isReference(_ syntax: ExpressionSyntax, in columns: RowScope) -> Bool {
    referencedTable(syntax, in: columns) != nil
  }

  /// The table whose row a name or path refers to.
  func referencedTable(_ syntax: ExpressionSyntax, in columns: RowScope) -> TableID? {
    switch syntax.kind {
    case .parenthesized(let inner): return referencedTable(inner, in: columns)
    case .name(let name):
      return columns.index(of: name.text).flatMap { columns.columns[$0].reference }
    case .member(let base, let name):
      guard let table = referencedTable(base, in: columns),
        let index = catalog.column(named: name.text, of: table)
      else { return nil }
      return catalog[table]?.columns[index].reference
    case .literal, .star, .unary, .binary, .between, .membership, .call, .element, .list,
      .pipeline, .missing:
      return nil
    }
  }

  /// `95`, `99_9`.
  private func parameterText(_ syntax: ExpressionSyntax) -> String? {
    switch syntax.kind {
    case .literal(.value(.long(let number))): return String(number)
    case .literal(.value(.int(let number))): return String(number)
    case .literal(.value(.real(let number))):
      let text =
        number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
      return String(
        decoding: text.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
    case .parenthesized(let inner): return parameterText(inner)
    case .literal, .name, .star, .unary, .binary, .between, .membership, .call, .member, .element,
      .list, .pipeline, .missing:
      return nil
    }
  }
}
