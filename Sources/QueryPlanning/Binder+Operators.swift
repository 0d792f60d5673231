import Columns
import Diagnostics
import QueryLanguage

/// The spellings of operators between two values, which are functions of the catalog.
let binaryOperatorNames = Set(BinaryOperator.allCases.map(\.rawValue))
let membershipOperatorNames = Set(MembershipOperator.allCases.map(\.rawValue))

/// The functions of the catalog that nobody calls by name.
let operatorNames = binaryOperatorNames.union(membershipOperatorNames)
  .union(["between", "!between", "bin_months", "ago_months", "bag_pack_filled"])

extension Binder {
  mutating func bindUnary(
    _ sign: UnaryOperator, _ operand: ExpressionSyntax, _ range: SourceRange,
    in place: ExpressionPlace
  ) -> BoundExpression {
    let value = bind(operand, in: place)
    switch sign {
    case .plus:
      return value
    case .minus:
      if let negated = value.constantValue?.negated { return .constant(negated, at(range)) }
      return call("-", [value], syntax: [operand], range)
    }
  }

  mutating func bindBinary(
    _ operation: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    _ range: SourceRange, in place: ExpressionPlace
  ) -> BoundExpression {
    if operation == .and || operation == .or {
      return bindConnective(operation, left, right, range, in: place)
    }
    if case .star = left.kind { return bindStar(operation, right, range, in: place) }
    let boundLeft = bind(left, in: place)
    if case .name = right.kind { expectsText = boundLeft.type == .string }
    let boundRight = bind(right, in: place)
    expectsText = false
    if [.equal, .notEqual, .equalInsensitive, .notEqualInsensitive].contains(operation) {
      let ignoresCase = operation == .equalInsensitive || operation == .notEqualInsensitive
      warnOfValueNeverHeld(left, boundLeft, right, boundRight, ignoresCase: ignoresCase, in: place)
      warnOfValueNeverHeld(right, boundRight, left, boundLeft, ignoresCase: ignoresCase, in: place)
    }
    if operation == .equal || operation == .notEqual {
      warnOfNull(left, boundLeft, right, boundRight, isNegated: operation == .notEqual, range)
      if case .name(let name) = left.kind, boundLeft.type == .dynamic,
        case .string? = boundRight.constantValue, isListOfTable(name.text, in: place)
      {
        report(.listAsValue(name: name.text, isNegated: operation == .notEqual), at: range)
      }
    }
    return call(operation.rawValue, [boundLeft, boundRight], syntax: [left, right], range)
  }

  /// Operators written as functions with their operands (`between`).
  mutating func bindCall(
    _ operation: String, operands: [ExpressionSyntax], _ range: SourceRange,
    in place: ExpressionPlace
  ) -> BoundExpression {
    let bound = operands.map { bind($0, in: place) }
    return call(operation, bound, syntax: operands, range)
  }

  /// `x in (1, 2)`, `x in (dynamic([…]))`, `x in (quotes | project speaker)`.
  mutating func bindMembership(
    _ operation: MembershipOperator, _ value: ExpressionSyntax, _ elements: [ExpressionSyntax],
    _ range: SourceRange, in place: ExpressionPlace
  ) -> BoundExpression {
    if case .star = value.kind {
      report(.misplacedStar, at: value.range)
      return .unknown(at(range))
    }
    let boundValue = bind(value, in: place)
    var boundElements: [BoundExpression] = []
    // The type that the value and its elements meet in; an array meets them member by member.
    // Words are looked for in the text of whatever it is.
    let isOfWords = operation == .hasAny || operation == .hasAll
    var shared = isOfWords ? .string : boundValue.type
    for element in elements {
      if case .name = element.kind { expectsText = boundValue.type == .string }
      let bound = bindMember(element, in: place)
      expectsText = false
      if bound.type != .dynamic, !isOfWords {
        guard let wider = commonType(shared, bound.type) else {
          reportMixed(operation.rawValue, value, boundValue, element, bound, range)
          return BoundExpression(
            kind: .constant(.null(.unknown)), type: .bool, range: at(range))
        }
        shared = wider
        warnOfValueNeverHeld(
          value, boundValue, element, bound,
          ignoresCase: operation != .isIn && operation != .isNotIn, in: place)
      }
      boundElements.append(bound)
    }
    // A number in a dynamic value may have a fraction, so the list comes to it.
    if boundValue.type == .dynamic, shared == .int || shared == .long { shared = .dynamic }
    let arguments =
      [boundValue.converted(to: shared)]
      + boundElements.map { element in
        if element.type == .dynamic { return element }
        return element.isSetSubquery ? element : element.converted(to: shared)
      }
    return call(operation.rawValue, arguments, syntax: [value] + elements, range)
  }

  /// A value in the words of a message.
  func operand(_ syntax: ExpressionSyntax, _ value: BoundExpression) -> Operand {
    Operand(words: words(for: syntax), type: value.type, range: at(syntax.range))
  }

  mutating func reportMixed(
    _ operation: String, _ left: ExpressionSyntax, _ boundLeft: BoundExpression,
    _ right: ExpressionSyntax, _ boundRight: BoundExpression, _ range: SourceRange
  ) {
    let hint =
      comparisonHint(boundLeft.type, right, boundRight)
      ?? comparisonHint(boundRight.type, left, boundLeft)
    let error = BinderError.cannotCompare(
      operand(left, boundLeft), operand(right, boundRight), operation: operation, hint: hint)
    report(error, at: range)
  }

  // MARK: - Implementation

  /// `a and b and c`: chains grow with generated queries, so they are followed in a loop and built
  /// as a flat tree.
  private mutating func bindConnective(
    _ operation: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    _ range: SourceRange, in place: ExpressionPlace
  ) -> BoundExpression {
    var reversed = [right]
    var rest = left
    while case .binary(operation, let left, let right) = rest.kind {
      reversed.append(right)
      rest = left
    }
    reversed.append(rest)
    var operands: [BoundExpression] = []
    var comparison: String?
    for syntax in reversed.reversed() {
      let value = bind(syntax, in: place)
      if case .binary(let operation, let left, let right) = syntax.kind, operation != .and,
        operation != .or, let left = words(for: left), words(for: right) != nil
      {
        comparison = "\(left) \(operation.rawValue)"
      }
      if let comparison, value.isConstant, value.type == .string || value.type.isNumeric,
        let words = words(for: syntax)
      {
        report(
          .loneValue(
            operand(syntax, value), place: operation.rawValue, meant: "\(comparison) \(words)"),
          at: syntax.range)
        operands.append(.unknown(at(syntax.range)))
      } else if value.type != .bool, value.type != .unknown, value.type != .dynamic {
        report(.notBool(operand(syntax, value), place: operation.rawValue), at: syntax.range)
        operands.append(.unknown(at(syntax.range)))
      } else {
        operands.append(value.converted(to: .bool))
      }
    }
    while operands.count > 1 {
      var joined: [BoundExpression] = []
      var index = 0
      while index + 1 < operands.count {
        let pair = [operands[index], operands[index + 1]]
        joined.append(
          call(operation.rawValue, pair, syntax: [], pair[0].range.union(pair[1].range)))
        index += 2
      }
      if index < operands.count { joined.append(operands[index]) }
      operands = joined
    }
    return operands.first ?? .unknown(at(range))
  }

  /// `* has "x"`: some string column has it; `* !has "x"`: none has it.
  private mutating func bindStar(
    _ operation: BinaryOperator, _ right: ExpressionSyntax, _ range: SourceRange,
    in place: ExpressionPlace
  ) -> BoundExpression {
    let value = bind(right, in: place)
    guard case .row = place.kind else {
      report(.misplacedStar, at: range)
      return .unknown(at(range))
    }
    let connective = operation.isNegated ? BinaryOperator.and : .or
    var result: BoundExpression?
    for (index, column) in place.columns.columns.enumerated()
    where column.type == .string || isSearching && column.type == .dynamic {
      var text = BoundExpression(
        kind: .column(index), type: column.type, reference: column.reference, range: at(range))
      if column.type == .dynamic { text = text.converted(to: .string) }
      let test = call(operation.rawValue, [text, value], syntax: [right, right], range)
      result = result.map { call(connective.rawValue, [$0, test], syntax: [], range) } ?? test
      guard spend(2, at: range) else { break }
    }
    if let result { return result }
    if isSearching { return .constant(.bool(operation.isNegated), at(range)) }
    if !place.columns.isOpen { report(.noTextColumn, at: range) }
    return BoundExpression(kind: .constant(.null(.unknown)), type: .unknown, range: at(range))
  }

  /// An element of `in (…)`: a value, an array, or a query whose first column is the set.
  private mutating func bindMember(
    _ element: ExpressionSyntax, in place: ExpressionPlace
  ) -> BoundExpression {
    var inner = element
    while case .parenthesized(let next) = inner.kind { inner = next }
    var pipeline: PipelineSyntax?
    switch inner.kind {
    case .pipeline(let written): pipeline = written
    case .name(let name) where place.columns.index(of: name.text) == nil && isTable(name.text):
      let source = SourceSyntax(kind: .name(name), range: name.range)
      pipeline = PipelineSyntax(source: source, stages: [], range: name.range)
    case .call(let name, let arguments) where givesTable(name.text):
      let source = SourceSyntax(kind: .call(name, arguments), range: inner.range)
      pipeline = PipelineSyntax(source: source, stages: [], range: inner.range)
    case .literal, .name, .star, .unary, .binary, .between, .membership, .call, .member, .element,
      .list, .parenthesized, .missing:
      break
    }
    guard let pipeline else { return bind(inner, in: place) }
    let bound = bind(pipeline)
    guard let column = bound.columns.first else { return .unknown(at(element.range)) }
    subqueries.append(bound)
    return BoundExpression(
      kind: .setSubquery(subqueries.count - 1), type: column.type, range: at(element.range))
  }

  /// Whether the name is a dynamic column of a table, of which the rows are: those hold lists.
  ///
  /// A view has its columns from another table, so the name is looked for in all of them.
  private func isListOfTable(_ name: String, in place: ExpressionPlace) -> Bool {
    guard place.columns.table != nil, place.columns.index(of: name) != nil else { return false }
    return catalog.tables.contains { table in
      table.columns.contains { $0.name == name && $0.type == .dynamic }
    }
  }

  private mutating func warnOfNull(
    _ left: ExpressionSyntax, _ boundLeft: BoundExpression, _ right: ExpressionSyntax,
    _ boundRight: BoundExpression, isNegated: Bool, _ range: SourceRange
  ) {
    func isNull(_ value: BoundExpression) -> Bool {
      value.type != .unknown && value.constantValue?.isNull == true
    }
    guard isNull(boundLeft) != isNull(boundRight) else { return }
    let other = isNull(boundLeft) ? right : left
    // Between constants there are no missing values to look for.
    guard !(isNull(boundLeft) ? boundRight : boundLeft).isConstant else { return }
    report(.comparisonWithNull(name: words(for: other), isNegated: isNegated), at: range)
  }

  private func comparisonHint(
    _ type: ScalarType, _ syntax: ExpressionSyntax, _ value: BoundExpression
  ) -> ComparisonHint? {
    if case .string(let text)? = value.constantValue {
      if type == .datetime { return .date(text, at(syntax.range)) }
      if type.isNumeric, RealText.parse(text) != nil { return .number(text, at(syntax.range)) }
    }
    if type == .string, case .long(let number)? = value.constantValue {
      return .text(String(number), at(syntax.range))
    }
    return nil
  }

  /// The words of a short expression, as the user wrote them.
  func words(for syntax: ExpressionSyntax) -> String? {
    switch syntax.kind {
    case .name(let name): return name.text
    case .member(let base, let name): return words(for: base).map { "\($0).\(name.text)" }
    case .parenthesized(let inner): return words(for: inner)
    case .literal(.value(.string(let text))): return text.utf8.count <= 40 ? "\"\(text)\"" : nil
    case .literal(.value(.long(let number))): return String(number)
    case .literal(.value(.bool(let value))): return String(value)
    case .literal(.value(.real(let number))): return String(number)
    case .call(let name, let arguments):
      return arguments.isEmpty ? "\(name.text)()" : "\(name.text)(…)"
    case .literal, .star, .unary, .binary, .between, .membership, .element, .list, .pipeline,
      .missing:
      return nil
    }
  }
}

extension BoundExpression {
  fileprivate var isSetSubquery: Bool {
    if case .setSubquery = kind { return true }
    return false
  }
}

extension BinaryOperator {
  /// Whether it is true where its other half is false.
  fileprivate var isNegated: Bool { rawValue.hasPrefix("!") }

  /// Whether it tells which of two values is greater, or whether they are alike.
  var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return true
    case .or, .and, .equalInsensitive, .notEqualInsensitive, .has, .hasNot, .hasCS, .hasNotCS,
      .hasPrefix, .hasNotPrefix, .hasPrefixCS, .hasNotPrefixCS, .hasSuffix, .hasNotSuffix,
      .hasSuffixCS, .hasNotSuffixCS, .contains, .containsNot, .containsCS, .containsNotCS,
      .startsWith, .startsNotWith, .startsWithCS, .startsNotWithCS, .endsWith, .endsNotWith,
      .endsWithCS, .endsNotWithCS, .matchesRegex, .add, .subtract, .multiply, .divide, .modulo:
      return false
    }
  }
}

extension ScalarValue {
  /// The number with its sign turned; nil where it is no number or has no counterpart.
  ///
  /// An int becomes a long, as it does under any arithmetic.
  fileprivate var negated: ScalarValue? {
    switch self {
    case .int(let value): return .long(-Int64(value))
    case .long(let value): return value == .min ? nil : .long(-value)
    case .real(let value): return .real(-value)
    case .timespan(let value): return value == .min ? nil : .timespan(-value)
    case .decimal(let value):
      guard value.mantissa != .min else { return nil }
      return .decimal(DecimalValue(mantissa: -value.mantissa, scale: value.scale))
    case .null, .bool, .string, .datetime, .dynamic, .guid: return nil
    }
  }
}
