package import Diagnostics

/// A script whose names and types are resolved: one node for each stage as it was written.
package struct BoundQuery: Sendable {
  package var pipelines: [BoundPipeline]
  /// What expressions refer to by index.
  ///
  /// A subquery refers only to ones before it.
  package var subqueries: [BoundPipeline]
  /// What `materialize` is called with.
  package var materialized: [BoundPipeline]
  package var parameters: [PlannedScript.Parameter]
}

/// A source and its stages.
package struct BoundPipeline: Sendable {
  package var source: BoundSource
  package var stages: [BoundStage]
  /// The columns that come out of the last stage.
  package var columns: [PlanColumn]
  /// Whether there may be more columns, as something could not be bound.
  package var isOpen: Bool
  /// How many stages rows pass, those of the tables it begins with included.
  package var stageDepth: Int
  package var range: SourceRange
  /// How the result wants to be shown (`render`).
  package var presentation: Presentation?
}

package struct BoundSource: Sendable {
  package indirect enum Kind: Sendable {
    case table(TableID)
    case keptResult(Int)
    /// `materialize(…)`, by number.
    case materialized(Int)
    /// A `let` table, a view, a call of a function that gives a table, or a pipeline in parentheses.
    case pipeline(BoundPipeline)
    case range(from: BoundExpression, to: BoundExpression, step: BoundExpression)
    case rows([[BoundExpression]])
    /// The members of a row, in the body of `mv-apply`.
    case appliedRows
    /// `union`, `search`, `find` at the head of a pipeline.
    case stage(BoundStage)
    /// What could not be bound, and has been reported.
    case unknown
  }

  package var kind: Kind
  package var columns: [PlanColumn]
  package var range: SourceRange
}

package struct BoundStage: Sendable {
  package indirect enum Kind: Sendable {
    case filter(BoundExpression)
    /// `project` and its kin, `extend`: one expression a column of the output.
    case project([BoundExpression])
    /// `outputs` are the keys and what the aggregates make; `results` are over them and give the
    /// columns of the stage.
    case summarize(
      keys: [BoundExpression], aggregates: [BoundAggregate], outputs: [PlanColumn],
      results: [BoundExpression], hasBy: Bool)
    case sort([BoundSortKey])
    case top(count: BoundExpression, [BoundSortKey])
    case take(count: BoundExpression)
    case count(function: Int, overload: Int)
    /// Stages that are one to their writer.
    case several([BoundStage])
    case union([UnionMember])
    case join(BoundPipeline, JoinSpecification)
    case extended(RowExtension)
    /// `mv-apply`: the pipeline over the members of each row.
    case apply(ExpandSpecification, BoundPipeline)
    case sample(count: BoundExpression)
    case series(SeriesSpecification)
    case collocations(CollocationSpecification)
    /// Other rows in place of those before (`getschema`, `invoke`).
    case replacement(BoundSource)
    /// A stage that changes nothing (`as name`), or one that could not be bound.
    case unchanged
  }

  /// A table of a union, brought to the columns that all share.
  package struct UnionMember: Sendable {
    /// Nil for the rows that come down the pipeline.
    package var pipeline: BoundPipeline?
    package var expressions: [BoundExpression]
  }

  package var kind: Kind
  /// The columns that come out.
  package var columns: [PlanColumn]
  package var range: SourceRange
}
