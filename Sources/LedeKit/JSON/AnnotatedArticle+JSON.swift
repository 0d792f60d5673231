public import ArticleModel
import Calendar

/// The form that `lede annotate` prints: one object a line, offsets in code points of `text`.
extension JSONWriter {
  /// - Parameters:
  ///   - annotated: the article with its layers.
  ///   - includesTokens: whether `tokens` is written too, and `spans`, which are made of them.
  package mutating func article(_ annotated: AnnotatedArticle, includesTokens: Bool = false) {
    let article = annotated.article
    let text = annotated.text
    let parts = annotated.parts
    object { json in
      json.key("id")
      json.string(article.id)
      json.key("text")
      json.string(utf8: text.utf8)
      json.part("headline", parts.headline, stated: article.headline?.value, of: text)
      json.part("subheadline", parts.subheadline, stated: article.subheadline?.value, of: text)
      json.part("byline", parts.byline, stated: article.byline?.value, of: text)
      json.key("authors")
      json.array { json in for author in annotated.authors { json.string(author) } }
      json.key("published")
      json.optional(article.published?.description)
      json.part("dateline", parts.dateline, of: text)
      json.part("caption", parts.caption, of: text)
      json.part("credit", parts.credit, of: text)
      json.part("lede", parts.lede, of: text)
      json.key("language")
      json.optional(annotated.language)
      json.key("paragraphs")
      json.array { json in
        for paragraph in annotated.paragraphs {
          json.span(paragraph.range, in: text) { json in
            json.key("role")
            json.string(paragraph.role.rawValue)
          }
        }
      }
      json.key("sentences")
      json.array { json in
        for sentence in annotated.sentences { json.span(sentence.range, in: text) }
      }
      json.key("quotes")
      json.array { json in
        for quotation in annotated.quotations { json.quotation(quotation, in: annotated) }
      }
      json.key("entities")
      json.entities(of: annotated)
      json.key("dates")
      json.array { json in
        for expression in annotated.timeExpressions {
          json.span(expression.range, in: text) { json in
            json.key("type")
            json.string(expression.kind.rawValue)
            json.key("value")
            json.optional(expression.value)
          }
        }
      }
      json.key("quantities")
      json.array { json in
        for quantity in annotated.quantities { json.quantity(quantity, in: text) }
      }
      json.key("events")
      json.array { json in
        for event in annotated.events { json.event(event, in: annotated) }
      }
      if includesTokens {
        json.key("tokens")
        json.tokens(of: annotated)
        json.key("spans")
        json.array { json in
          for span in annotated.spans { json.annotation(span, in: annotated) }
        }
      }
    }
  }

  // MARK: - Implementation

  private mutating func span(
    _ range: TextRange, in text: ArticleText, _ more: (inout JSONWriter) -> Void = { _ in }
  ) {
    object { json in
      json.key("start")
      json.number(text.scalarOffset(of: range.start))
      json.key("end")
      json.number(text.scalarOffset(of: range.end))
      more(&json)
    }
  }

  private mutating func spans(_ key: String, _ ranges: [TextRange], in text: ArticleText) {
    self.key(key)
    array { json in for range in ranges { json.span(range, in: text) } }
  }

  /// What a source states, else the words of the text, else null.
  private mutating func part(
    _ key: String, _ range: TextRange?, stated: String? = nil, of text: ArticleText
  ) {
    self.key(key)
    optional(stated ?? range.map { text[$0] })
  }

  private mutating func quotation(_ quotation: Quotation, in annotated: AnnotatedArticle) {
    let text = annotated.text
    object { json in
      json.key("kind")
      json.string(quotation.kind.rawValue)
      json.spans("content", quotation.content, in: text)
      json.spans("cue", quotation.cue, in: text)
      json.spans("source", quotation.source, in: text)
      json.key("speaker")
      if let speaker = quotation.speaker {
        let entity = annotated.entities[speaker]
        json.object { json in
          json.key("id")
          json.number(speaker)
          json.key("name")
          json.string(entity.name)
          json.key("kind")
          json.string(entity.kind.rawValue)
        }
      } else {
        json.null()
      }
      json.key("attitude")
      json.optional(quotation.attitude?.rawValue)
      json.key("nested")
      json.bool(quotation.isNested)
      json.key("confidence")
      json.number(quotation.evidence.confidence)
    }
  }

  private mutating func entities(of annotated: AnnotatedArticle) {
    var mentions: [[Mention]] = Array(repeating: [], count: annotated.entities.count)
    for mention in annotated.mentions { mentions[mention.entity].append(mention) }
    array { json in
      for (id, entity) in annotated.entities.enumerated() {
        json.object { json in
          json.key("id")
          json.number(id)
          json.key("name")
          json.string(entity.name)
          json.key("kind")
          json.string(entity.kind.rawValue)
          json.key("titles")
          json.array { json in for title in entity.titles { json.string(title) } }
          json.key("mentions")
          json.array { json in
            for mention in mentions[id] {
              json.span(mention.range, in: annotated.text) { json in
                json.key("form")
                json.string(mention.form.rawValue)
              }
            }
          }
        }
      }
    }
  }

  private mutating func quantity(_ quantity: Quantity, in text: ArticleText) {
    span(quantity.range, in: text) { json in
      json.key("kind")
      json.string(quantity.kind.rawValue)
      json.key("value")
      json.optional(quantity.value)
      json.key("low")
      json.optional(quantity.low)
      json.key("high")
      json.optional(quantity.high)
      json.key("unit")
      json.optional(quantity.unit)
      json.key("per")
      json.optional(quantity.per)
      json.key("approximate")
      json.bool(quantity.isApproximate)
      json.key("of")
      json.optional(quantity.counted.map { text[$0] })
    }
  }

  private mutating func event(_ event: Event, in annotated: AnnotatedArticle) {
    let text = annotated.text
    object { json in
      json.spans("actor", event.actor.map { [$0] } ?? [], in: text)
      json.spans("action", [event.action], in: text)
      json.key("lemma")
      json.string(event.lemma)
      json.spans("target", event.target.map { [$0] } ?? [], in: text)
      json.key("negated")
      json.bool(event.isNegated)
      json.key("modal")
      json.optional(event.modal)
      json.key("date")
      json.optional(event.date?.description)
      json.key("place")
      json.optional(event.place.map { annotated.entities[$0].name })
    }
  }

  private mutating func tokens(of annotated: AnnotatedArticle) {
    let words = annotated.words
    array { json in
      for token in annotated.tokens {
        json.span(token.range, in: annotated.text) { json in
          json.key("word")
          json.string(utf8: words.utf8(token.word))
          json.key("lemma")
          json.word(token.lemma, in: words)
          json.key("pos")
          let label = annotated.partOfSpeechLabel(of: token)
          json.optional(label.isEmpty ? nil : label)
          json.key("tag")
          json.word(token.tag, in: words)
          json.key("head")
          if token.head >= 0 { json.number(token.head) } else { json.null() }
          json.key("relation")
          json.word(token.relation, in: words)
        }
      }
    }
  }

  private mutating func annotation(_ span: SpanAnnotation, in annotated: AnnotatedArticle) {
    object { json in
      json.key("type")
      json.string(span.type)
      json.key("id")
      json.string(span.id)
      json.key("parts")
      json.array { json in
        for tokens in span.tokens {
          let first = annotated.tokens[tokens.start].range
          let last = annotated.tokens[tokens.end - 1].range
          json.span(first.union(last), in: annotated.text)
        }
      }
    }
  }

  private mutating func word(_ word: WordID, in words: WordTable) {
    if word == .none { null() } else { string(utf8: words.utf8(word)) }
  }
}

extension AnnotatedArticle {
  /// The analysis as one JSON object on one line, ended by a line feed: what `lede annotate` prints.
  ///
  /// Offsets are code points of `text`.
  public func json(includingTokens: Bool = false) -> [UInt8] {
    var writer = JSONWriter()
    writer.article(self, includesTokens: includingTokens)
    writer.newLine()
    return writer.bytes
  }
}
