import Columns
import QueryExecution
package import QueryPlanning

/// What is written with results besides what the query gives.
package struct ResultAttachments: Sendable {
  /// A column `citation` that says where the words of each row stand.
  package var citation: CitationStyle?
  /// In JSON `provenance`: for each row the places that it rests on.
  package var hasProvenance: Bool
  /// In JSON `stats`: the rows that each stage gave.
  package var hasStatistics: Bool

  package init(
    citation: CitationStyle? = nil, hasProvenance: Bool = false, hasStatistics: Bool = false
  ) {
    self.citation = citation
    self.hasProvenance = hasProvenance
    self.hasStatistics = hasStatistics
  }
}

/// Adds what was asked for to one result while its rows are written.
struct AttachmentWriter {
  /// The columns of the result, and that of citations.
  let columns: [ResultColumn]
  private let attachments: ResultAttachments
  private let corpus: Corpus
  /// An object a row.
  private var provenance = JSONWriter()

  init(_ attachments: ResultAttachments, columns: [ResultColumn], in corpus: Corpus) {
    self.attachments = attachments
    self.corpus = corpus
    var columns = columns
    if attachments.citation != nil {
      var name = "citation"
      while columns.contains(where: { $0.name == name }) { name += "_" }
      columns.append(ResultColumn(name: name, typeName: "string"))
    }
    self.columns = columns
  }

  /// The rows of a batch with their citations.
  mutating func table(of batch: Batch) -> ColumnTable {
    if attachments.hasProvenance { addProvenance(of: batch) }
    var vectors = batch.columns
    if let style = attachments.citation {
      var citations = StringColumnBuilder(capacity: batch.count)
      for row in 0..<batch.count {
        let sources = batch.lineage.sources(of: row)
        citations.append(corpus.sources.provenance?.citation(of: sources, style: style) ?? "")
      }
      vectors.append(citations.finish())
    }
    return ColumnTable(columns: columns, vectors: vectors, rowCount: batch.count)
  }

  /// Members of the JSON object, once all rows have been written.
  func members(_ stages: [QueryResult.Stage]) -> [ResultSummary.JSONMember] {
    var members: [ResultSummary.JSONMember] = []
    if attachments.hasStatistics {
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("stages")
        writer.array { writer in
          for stage in stages {
            writer.object { writer in
              writer.key("stage")
              writer.string(stage.text)
              writer.key("rows")
              writer.number(stage.rowCount)
            }
          }
        }
      }
      members.append(.init(name: "stats", json: writer.bytes))
    }
    if attachments.hasProvenance {
      members.append(
        .init(name: "provenance", json: Array("[".utf8) + provenance.bytes + Array("]".utf8)))
    }
    return members
  }

  // MARK: - Implementation

  private mutating func addProvenance(of batch: Batch) {
    for row in 0..<batch.count {
      let rests = RowProvenance(batch.lineage.sources(of: row), in: corpus.annotated)
      provenance.object { writer in
        writer.key("total")
        writer.number(rests.total)
        writer.key("spans")
        writer.array { writer in
          for span in rests.spans {
            writer.object { writer in
              writer.key("table")
              writer.string(span.table)
              writer.key("id")
              writer.number(span.row)
              writer.key("article")
              writer.string(span.article)
              writer.key("start")
              writer.number(span.start)
              writer.key("end")
              writer.number(span.end)
              writer.key("how")
              writer.string(span.how)
              writer.key("confidence")
              writer.number(span.confidence)
            }
          }
        }
      }
    }
  }
}
