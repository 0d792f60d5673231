package import Diagnostics

/// A parsed script: what the parser made of a text, complete or not.
///
/// Every node carries its range in the text. A piece that is missing is a `.missing` node, so that
/// completion, highlighting and later stages still work.
package struct QuerySyntax: Sendable {
  package var statements: [StatementSyntax]
  /// Whether the text ends inside something that more text could complete: an open bracket or
  /// string, a trailing bar, comma or operator word.
  package var isIncomplete: Bool
  /// Where the text is in a language of its own (the words of `find`, a token pattern), in order.
  package var rawRegions: [SourceRange]

  package init(
    statements: [StatementSyntax], isIncomplete: Bool, rawRegions: [SourceRange] = []
  ) {
    self.statements = statements
    self.isIncomplete = isIncomplete
    self.rawRegions = rawRegions
  }
}

/// A name as written, without the brackets and quotes of `["two words"]`.
package struct NameSyntax: Hashable, Sendable {
  package var text: String
  package var range: SourceRange

  package init(_ text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

package struct StatementSyntax: Sendable {
  package indirect enum Kind: Sendable {
    /// `let x = 5`, `let t = articles | take 3`, `let f = (a:long, b:long=2) { a + b }`.
    case letBinding(NameSyntax, LetValueSyntax)
    /// A pipeline, whose result is shown.
    case query(PipelineSyntax)
    /// `declare query_parameters(a:string="x")`.
    case declareParameters([ParameterSyntax])
    /// `set name=value`; a note in lede.
    case set(NameSyntax, ExpressionSyntax?)
  }

  package var kind: Kind
  package var range: SourceRange

  package init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

package indirect enum LetValueSyntax: Sendable {
  /// A scalar, or a name or call that may turn out to be a table: the binder decides.
  case expression(ExpressionSyntax)
  case pipeline(PipelineSyntax)
  case function(FunctionSyntax)
}

/// The right side of `let f = (…) { … }`.
package struct FunctionSyntax: Sendable {
  package var parameters: [ParameterSyntax]
  /// `let` statements of the body, then the pipeline or scalar that is its value.
  package var statements: [StatementSyntax]
  package var value: LetValueSyntax
  package var isView: Bool
  package var range: SourceRange

  package init(
    parameters: [ParameterSyntax], statements: [StatementSyntax], value: LetValueSyntax,
    isView: Bool, range: SourceRange
  ) {
    self.parameters = parameters
    self.statements = statements
    self.value = value
    self.isView = isView
    self.range = range
  }
}

package struct ParameterSyntax: Sendable {
  package indirect enum Kind: Sendable {
    case scalar(TypeSyntax)
    /// `T:(name:string, …)`; nil stands for `T:(*)`.
    case table([ColumnDeclarationSyntax]?)
  }

  package var name: NameSyntax
  package var kind: Kind
  package var defaultValue: ExpressionSyntax?
  package var range: SourceRange

  package init(
    name: NameSyntax, kind: Kind, defaultValue: ExpressionSyntax?, range: SourceRange
  ) {
    self.name = name
    self.kind = kind
    self.defaultValue = defaultValue
    self.range = range
  }
}

/// A type's name as written (`long`, `double`); the binder knows which there are.
package typealias TypeSyntax = NameSyntax

/// `name:type`, as in `datatable` and tabular parameters.
package struct ColumnDeclarationSyntax: Sendable {
  package var name: NameSyntax
  package var type: TypeSyntax

  package init(name: NameSyntax, type: TypeSyntax) {
    self.name = name
    self.type = type
  }
}

/// A source and the stages that its rows pass.
package struct PipelineSyntax: Sendable {
  package var source: SourceSyntax
  package var stages: [StageSyntax]
  package var range: SourceRange

  package init(source: SourceSyntax, stages: [StageSyntax], range: SourceRange) {
    self.source = source
    self.stages = stages
    self.range = range
  }
}

package struct SourceSyntax: Sendable {
  package indirect enum Kind: Sendable {
    /// A table, a `let` table, `_` or `_3`.
    case name(NameSyntax)
    /// A call of a function that gives a table.
    case call(NameSyntax, [ArgumentSyntax])
    case parenthesized(PipelineSyntax)
    case print([NamedExpressionSyntax])
    /// `range name from a to b step c`.
    case range(NameSyntax, from: ExpressionSyntax, to: ExpressionSyntax, step: ExpressionSyntax)
    /// `datatable (a:long, b:string) [1, "x", 2, "y"]`, row by row.
    case datatable([ColumnDeclarationSyntax], [ExpressionSyntax])
    /// An operator that needs no rows before it: `union`, `search`, `find`.
    case operation(StageSyntax)
    /// The members of a row, in the pipeline of `mv-apply`.
    case rowsOfApply
    /// A statement in short: `said "ceasefire"`.
    case shortForm(ShortFormSyntax)
    case missing
  }

  package var kind: Kind
  package var range: SourceRange

  package init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

package struct StageSyntax: Sendable {
  package indirect enum Kind: Sendable {
    case filter(ExpressionSyntax)
    case extend([NamedExpressionSyntax])
    case project([NamedExpressionSyntax])
    case projectAway([ColumnPatternSyntax])
    case projectKeep([ColumnPatternSyntax])
    case projectRename([RenameSyntax])
    case projectReorder([ColumnOrderSyntax])
    /// `summarize aggregates by keys`; `hasBy` tells `summarize x` from `summarize x by`.
    case summarize(
      aggregates: [NamedExpressionSyntax], keys: [NamedExpressionSyntax], hasBy: Bool)
    /// An empty list is `distinct *`.
    case distinct([NamedExpressionSyntax])
    case sort([SortKeySyntax])
    case top(ExpressionSyntax, by: [SortKeySyntax])
    case take(ExpressionSyntax)
    case count(alias: NameSyntax?)
    /// `as name`.
    case bindName(NameSyntax)
    case join(JoinSyntax)
    case union(UnionSyntax)
    case mvExpand(MvExpandSyntax)
    case mvApply(MvApplySyntax)
    case makeSeries(MakeSeriesSyntax)
    /// `parse` and `parse-where`.
    case parse(ParseSyntax)
    case parseKeyValue(ParseKeyValueSyntax)
    case search(SearchSyntax)
    case find(FindSyntax)
    case getSchema
    /// `serialize` with the columns that it adds, if any.
    case serialize([NamedExpressionSyntax])
    case sample(ExpressionSyntax)
    /// `sample-distinct n of column`.
    case sampleDistinct(ExpressionSyntax, of: ExpressionSyntax)
    case projectByNames([ExpressionSyntax])
    case invoke(TableCallSyntax)
    case evaluate(TableCallSyntax)
    case render(RenderSyntax)
    /// `match`, `kwic` and `collocates`: the operator's word says which.
    case match(MatchSyntax)
    /// `cite style=full`.
    case cite([OptionSyntax])
    /// `expand sentence`.
    case widen(NameSyntax)
    /// `freq lemma`: how often each value comes.
    case freq(ExpressionSyntax)
    /// One row a column.
    case describe
    /// An operator that lede knows of and does not have, or a word that is none.
    case unknown(NameSyntax)
    case missing
  }

  package var kind: Kind
  /// The operator word, as written.
  package var keyword: NameSyntax
  package var range: SourceRange

  package init(kind: Kind, keyword: NameSyntax, range: SourceRange) {
    self.kind = kind
    self.keyword = keyword
    self.range = range
  }
}

/// `name = expression`, `(a, b) = expression`, or the expression alone.
package struct NamedExpressionSyntax: Sendable {
  /// Empty where no name is given.
  package var names: [NameSyntax]
  package var expression: ExpressionSyntax
  package var range: SourceRange

  package init(names: [NameSyntax], expression: ExpressionSyntax, range: SourceRange) {
    self.names = names
    self.expression = expression
    self.range = range
  }
}

/// A column's name or a pattern of names with `*` as a wildcard.
package struct ColumnPatternSyntax: Sendable {
  package var name: NameSyntax
  package var hasWildcard: Bool

  package init(name: NameSyntax, hasWildcard: Bool) {
    self.name = name
    self.hasWildcard = hasWildcard
  }
}

package struct RenameSyntax: Sendable {
  package var newName: NameSyntax
  package var column: NameSyntax

  package init(newName: NameSyntax, column: NameSyntax) {
    self.newName = newName
    self.column = column
  }
}

package struct ColumnOrderSyntax: Sendable {
  package enum Direction: String, Sendable {
    case ascending = "asc"
    case descending = "desc"
    /// Numbers in names count as numbers: `a20` before `a100`.
    case naturalAscending = "granny-asc"
    case naturalDescending = "granny-desc"
  }

  package var pattern: ColumnPatternSyntax
  /// How the names that a wildcard fits are put in order; nil keeps them.
  package var direction: Direction?

  package init(pattern: ColumnPatternSyntax, direction: Direction?) {
    self.pattern = pattern
    self.direction = direction
  }
}

package struct SortKeySyntax: Sendable {
  package var expression: ExpressionSyntax
  /// Nil where not written: descending.
  package var isAscending: Bool?
  /// Nil where not written: last when descending, first when ascending.
  package var nullsFirst: Bool?
  package var range: SourceRange

  package init(
    expression: ExpressionSyntax, isAscending: Bool?, nullsFirst: Bool?, range: SourceRange
  ) {
    self.expression = expression
    self.isAscending = isAscending
    self.nullsFirst = nullsFirst
    self.range = range
  }
}
