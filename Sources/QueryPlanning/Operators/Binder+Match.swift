import Columns
import Diagnostics
import QueryLanguage
import TokenPatterns

/// Token patterns: `match`, `kwic`, `collocates`, `text matches pattern (…)`.
extension Binder {
  mutating func bindMatch(
    _ match: MatchSyntax, _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    if stage.keyword.text == "collocates" { return bindCollocates(match, stage, in: place) }
    let isKwic = stage.keyword.text == "kwic"
    guard let (matched, made, specification) = boundMatch(match, stage, in: place) else {
      return notKnown(stage, on: place.columns)
    }
    let range = at(stage.range)
    // What the match makes comes first, then the columns of its row.
    let before = place.columns.columns.count
    var output = made
    var results = made.indices.map { index in
      BoundExpression(
        kind: .column(before + index), type: made[index].type, reference: made[index].reference,
        range: range)
    }
    let sortCount = specification.sortPlaces.count
    output.removeLast(sortCount)
    results.removeLast(sortCount)
    var names = ResultNames()
    for column in output { _ = names.reserve(column.name) }
    for (index, column) in place.columns.columns.enumerated() {
      var column = column
      let name = names.unique(column.name)
      if name != column.name { column.alias = nil }
      column.name = name
      output.append(column)
      results.append(
        BoundExpression(
          kind: .column(index), type: column.type, reference: column.reference, range: range))
    }
    var stages = [matched]
    if sortCount > 0 {
      let keys = (0..<sortCount).map { index in
        BoundSortKey(
          expression: BoundExpression(
            kind: .column(before + made.count - sortCount + index), type: .string, range: range),
          isAscending: true, nullsFirst: true)
      }
      stages.append(BoundStage(kind: .sort(keys), columns: matched.columns, range: range))
    }
    stages.append(BoundStage(kind: .project(results), columns: output, range: range))
    var scope = RowScope(columns: output, isOpen: place.columns.isOpen)
    if isKwic {
      let shown = kwicColumns(of: output)
      let all = passThrough(output, range)
      let columns = shown.map { output[$0] }
      var kept = shown.map { all[$0] }
      var keptColumns = columns
      if !columns.contains(where: { $0.name == "published" }),
        let article = output.firstIndex(where: { $0.name == "article" && $0.reference != nil })
      {
        for name in ["published", "publisher"] {
          let path = NameSyntax(name, range: stage.range)
          let base = NameSyntax(output[article].name, range: stage.range)
          let value = bind(
            ExpressionSyntax(
              kind: .member(ExpressionSyntax(kind: .name(base), range: stage.range), path),
              range: stage.range),
            in: ExpressionPlace(kind: .row, columns: scope, row: newRow()))
          kept.append(value)
          keptColumns.append(PlanColumn(name: name, type: value.type))
        }
      }
      stages.append(BoundStage(kind: .project(kept), columns: keptColumns, range: range))
      scope = RowScope(columns: keptColumns, isOpen: place.columns.isOpen)
    }
    return (
      BoundStage(kind: .several(stages), columns: scope.columns, range: range), scope
    )
  }

  /// `text matches pattern (…)`: whether the row's own words hold a match.
  mutating func bindMatchesPattern(
    _ text: ExpressionSyntax, _ value: PatternValueSyntax, _ range: SourceRange,
    in place: ExpressionPlace
  ) -> BoundExpression {
    guard case .row = place.kind, case .name(let name) = text.kind, name.text == "text",
      place.columns.index(of: "text") != nil
    else {
      report(.patternNeedsText, at: text.range)
      return .unknown(at(range))
    }
    let match = MatchSyntax(pattern: value.pattern, words: value.words, within: nil, options: [])
    guard let specification = specification(match, window: 0, sort: [], range) else {
      return .unknown(at(range))
    }
    windows.append(
      WindowCall(function: .matchesPattern, arguments: [], type: .bool, match: specification))
    return BoundExpression(
      kind: .column(place.columns.columns.count + windows.count - 1), type: .bool,
      range: at(range))
  }

  // MARK: - Implementation

  /// The stage that adds the columns of its matches to each row.
  private mutating func boundMatch(
    _ match: MatchSyntax, _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, [PlanColumn], MatchSpecification)? {
    let window = number(match.options["window"], or: 10)
    let sort = sortPlaces(match.options)
    guard
      var specification = specification(match, window: window, sort: sort, stage.range)
    else { return nil }
    specification.givesArticle = place.columns.index(of: "article") == nil
    var made = [
      PlanColumn(name: "left", type: .string), PlanColumn(name: "match", type: .string),
      PlanColumn(name: "right", type: .string), PlanColumn(name: "span", type: .dynamic),
    ]
    var names = ResultNames()
    for column in made { _ = names.reserve(column.name) }
    made += specification.captureNames.map {
      PlanColumn(name: names.unique($0), type: .string)
    }
    if specification.givesArticle {
      let article = catalog.columns(of: specification.tokens)[specification.articleColumn]
      made.append(
        PlanColumn(name: names.unique("article"), type: .string, reference: article.reference))
    }
    made += sort.indices.map { PlanColumn(name: "sort_\($0)", type: .string) }
    let matched = extended(.matches(specification), with: made, of: place.columns, at(stage.range))
    return (matched, made, specification)
  }

  /// The pattern with what it refers to; nil, reported, where that is not there.
  mutating func specification(
    _ match: MatchSyntax, window: Int, sort: [Int], _ range: SourceRange
  ) -> MatchSpecification? {
    guard let tokens = catalog.table(named: "tokens"),
      let article = catalog.column(named: "article", of: tokens),
      let lower = catalog.column(named: "lower", of: tokens)
    else {
      report(.noTokens, at: range)
      return nil
    }
    let resolved: TokenPatternSyntax
    do {
      resolved = try match.pattern.resolved(with: patternsInScope(of: match.pattern))
    } catch let failure as PatternFailure {
      if case .missing = match.pattern.root.kind { metMissing = true }
      for diagnostic in failure.diagnostics where !metMissing { add(diagnostic) }
      return nil
    } catch {
      report(.tooLarge(limit: Self.mostInlinedNodes), at: range)
      return nil
    }
    var lists: [String: [String]] = [:]
    for (name, place) in resolved.listReferences {
      guard case .scalar(let value, _, _)? = scope.binding(of: name, limit: scopeLimit),
        case .dynamic(.array(let members))? = value.constantValue
      else {
        var candidates: [String] = []
        for (known, binding) in scope.names {
          if case .scalar = binding { candidates.append(known) }
        }
        let near = spellingSuggestions(for: name, among: candidates)
        add(PatternError.unknownList(name, suggestions: near).diagnostic(at: place))
        return nil
      }
      lists[name] = members.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
    let within = match.within?.text
    if let written = match.within, !PatternVocabulary.articles.spans.contains(written.text),
      !written.text.isEmpty
    {
      report(
        .unknownSpanName(name: written.text, known: PatternVocabulary.articles.spans),
        at: written.range)
    }
    let strategy = match.options["matching"]?.word.flatMap { MatchingStrategy(rawValue: $0) }
    return MatchSpecification(
      pattern: resolved, lists: lists, within: within, strategy: strategy ?? .longest,
      allowsOverlap: match.options["overlap"]?.word == "true",
      captureNames: resolved.captureNames, contextSize: window, sortPlaces: sort, tokens: tokens,
      articleColumn: article, lowerColumn: lower, givesArticle: false)
  }

  /// A message of the pattern's own, at its place in the text.
  private mutating func add(_ diagnostic: Diagnostic) {
    guard !isSilent, diagnostics.count < Self.mostDiagnostics else { return }
    var diagnostic = diagnostic
    if let foreignRange {
      diagnostic.range = foreignRange
      diagnostic.suggestion = nil
    }
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// The named patterns that one refers to, and those that these refer to.
  private func patternsInScope(of pattern: TokenPatternSyntax) -> [String: TokenPatternSyntax] {
    var found: [String: TokenPatternSyntax] = [:]
    var open = pattern.patternReferences.map(\.name)
    while let name = open.popLast() {
      guard found[name] == nil,
        case .pattern(let value)? = scope.binding(of: name, limit: scopeLimit)
      else { continue }
      found[name] = value
      open += value.patternReferences.map(\.name)
    }
    return found
  }

  func number(_ option: OptionSyntax?, or otherwise: Int) -> Int {
    guard case .literal(.value(.long(let value)))? = option?.value.kind else { return otherwise }
    return Int(clamping: max(0, min(1000, value)))
  }

  /// `sort=R1,L2`: places right and left of the hit.
  private mutating func sortPlaces(_ options: [OptionSyntax]) -> [Int] {
    var places: [Int] = []
    for option in options where option.name.text == "sort" {
      let word = option.word ?? ""
      let number = Int(word.dropFirst()) ?? 0
      guard let side = word.first?.uppercased(), side == "L" || side == "R",
        (1...5).contains(number)
      else {
        report(.wrongSortPlace(word), at: option.value.range)
        continue
      }
      places.append(side == "L" ? -number : number)
    }
    return places
  }

  private func kwicColumns(of columns: [PlanColumn]) -> [Int] {
    ["left", "match", "right", "published", "publisher"].compactMap { name in
      columns.firstIndex { $0.name == name }
    }
  }
}
