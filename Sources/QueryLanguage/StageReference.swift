/// What help, completion and the reference page say of an operator, a statement or a word of the
/// grammar.
package struct StageReference: Sendable {
  package var name: String
  package var aliases: [String]
  /// The form, with `…` for what may repeat.
  package var usage: String
  /// One line, a sentence.
  package var summary: String
  /// Queries that run without articles, with the value in the last column of the first row.
  package var example: (query: String, answer: String)
  /// What a reader would get wrong, in a sentence or two; may be empty.
  package var note: String

  init(
    _ name: String, aliases: [String] = [], _ usage: String, _ summary: String,
    example: (String, String), note: String = ""
  ) {
    self.name = name
    self.aliases = aliases
    self.usage = usage
    self.summary = summary
    self.example = example
    self.note = note
  }

  /// Operators that follow a bar, the commonest first; then what begins a pipeline or a statement.
  package static let all: [StageReference] =
    ofColumnsAndGroups + ofSeveralTables + ofMembers
    + ofRows + ofStatements

  private static let ofColumnsAndGroups: [StageReference] = [
    StageReference(
      "where", aliases: ["filter"], "T | where condition",
      "The rows for which a condition is true.",
      example: ("range i from 1 to 10 step 1 | where i > 7 | count", "3"),
      note: "Null counts as false. 'where * has \"x\"' looks into all string columns."),
    StageReference(
      "extend", "T | extend name = expression, …", "Adds computed columns.",
      example: ("range i from 1 to 3 step 1 | extend double = i * 2", "2"),
      note: "A column of the same name is replaced."),
    StageReference(
      "summarize", "T | summarize name = aggregate(…), … by key, …",
      "One row a group, with aggregates over it.",
      example: ("range i from 1 to 10 step 1 | summarize total = sum(i)", "55"),
      note:
        "Groups come in order of first appearance. Without aggregates: each combination of keys once."
    ),
    StageReference(
      "project", "T | project name = expression, …", "Only these columns, in this order.",
      example: ("print a = 1, b = 2 | project b", "2")),
    StageReference(
      "project-away", "T | project-away name, a*", "All columns but these.",
      example: ("print a = 1, b = 2 | project-away b", "1")),
    StageReference(
      "project-keep", "T | project-keep name, a*", "These columns, in the order of the table.",
      example: ("print a = 1, b = 2, c = 3 | project-keep b, a", "2")),
    StageReference(
      "project-rename", "T | project-rename new = old, …", "Gives columns other names.",
      example: ("print a = 1 | project-rename b = a", "1")),
    StageReference(
      "project-reorder", "T | project-reorder name, a* asc, …",
      "Puts these columns first; the rest follow as they were.",
      example: ("print a = 1, b = 2 | project-reorder b", "1")),
    StageReference(
      "distinct", "T | distinct a, b", "Each combination of values once; '*' for all columns.",
      example: ("range i from 1 to 9 step 1 | distinct i % 3 | count", "3")),
    StageReference(
      "sort", aliases: ["order"], "T | sort by x asc nulls first, …",
      "Orders the rows; greatest first unless 'asc' is said.",
      example: ("range i from 1 to 5 step 1 | sort by i", "5"),
      note: "Nulls come last when descending and first when ascending. Equal rows keep their order."
    ),
    StageReference(
      "top", "T | top n by x", "The first n rows in an order; greatest first unless 'asc' is said.",
      example: ("range i from 1 to 100 step 1 | top 2 by i", "100")),
    StageReference(
      "take", aliases: ["limit"], "T | take n", "The first n rows, in document order.",
      example: ("range i from 1 to 1000000000000 step 1 | take 1", "1")),
    StageReference(
      "count", "T | count as name", "How many rows there are.",
      example: ("range i from 1 to 7 step 1 | count", "7")),
  ]

  private static let ofStatements: [StageReference] = [
    StageReference(
      "as", "T | as name", "A name for the rows so far.",
      example: ("print a = 1 | as T", "1")),
    StageReference(
      "print", "print name = expression, …", "One row of values.",
      example: ("print 6 * 7", "42")),
    StageReference(
      "range", "range name from a to b step c",
      "Rows that count from one value to another; the end is included.",
      example: ("range i from 1 to 10 step 3 | count", "4")),
    StageReference(
      "datatable", "datatable (name: type, …) [value, …]", "Rows written out, one after the other.",
      example: ("datatable (a: long, b: string) [1, \"x\", 2, \"y\"] | count", "2")),
    StageReference(
      "let", "let name = expression;", "A name for a value, a table or a function.",
      example: ("let square = (n: long) { n * n }; print square(7)", "49")),
    StageReference(
      "declare", "declare query_parameters(name: type = default, …);",
      "Parameters whose values come from outside (--param name=value); never part of the text.",
      example: ("declare query_parameters(n: long = 3); print n", "3")),
  ]
}
