import ArgumentParser
import ArticleAnalysis
import ArticleModel
import FoundationEssentials

/// `lede-train attribution`: who said what, from articles in which people marked it.
struct AttributionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribution", abstract: "Trains the finder of attributions.")

  @Argument(help: "A folder with gold.jsonl and text/ID.txt.")
  var folder: String

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String?

  @Option(help: "Rounds over the examples.")
  var rounds = 4

  @Option(help: "Keep every Nth article out of training, and print scores on these.")
  var holdOut: Int?

  func run() throws {
    let articles = try AttributionGold.read(folder: folder)
    guard !articles.isEmpty else { throw TrainingError.nothingToLearn }
    let analyzer = ArticleAnalyzer(components: Self.componentsBefore)
    let kept = holdOut.map { every in articles.indices.filter { $0 % every == every - 1 } } ?? []
    let annotated = articles.map { gold in
      analyzer.analyze(Article(id: gold.id, text: ArticleText(gold.text), format: "text"))
    }
    let training = articles.indices.filter { !kept.contains($0) }
    let cues = NominalCues.find(in: training.map { (annotated[$0], articles[$0]) })
    var examples = AttributionExamples()
    for index in training {
      examples.add(annotated[index], articles[index], nominalCues: cues)
    }
    print("\(examples.count) candidates, \(examples.rightCount) right, \(cues.count) nominal cues")
    let weights = try examples.train(rounds: rounds)
    var best = (threshold: Float(0), f1: 0.0)
    if !kept.isEmpty {
      for step in -8...8 {
        let threshold = Float(step) * 0.25
        let model = AttributionModel(weights: weights, nominalCues: cues, threshold: threshold)
        var score = AttributionScore()
        let finder = Attribution(model: model)
        for index in kept {
          var article = annotated[index]
          finder.annotate(&article)
          score.add(article, articles[index])
        }
        print("\(threshold): \(score)")
        if score.f1 > best.f1 { best = (threshold, score.f1) }
      }
      var score = AttributionScore()
      for index in kept {
        var article = annotated[index]
        Attribution().annotate(&article)
        score.add(article, articles[index])
      }
      print("rules: \(score)")
    }
    if let output {
      var file = ModelFile()
      AttributionModel(weights: weights, nominalCues: cues, threshold: best.threshold)
        .write(to: &file)
      try FileContents.write(file.bytes, to: output)
    }
  }

  /// The analysis up to attribution.
  private static var componentsBefore: [any AnalysisComponent] {
    let all = ArticleAnalyzer.standardComponents()
    let end = all.firstIndex { $0 is Attribution } ?? all.count
    return Array(all[..<end])
  }
}

/// Lemmas of nouns and adjectives that people marked as cues, three times or more.
enum NominalCues {
  static func find(in articles: [(AnnotatedArticle, AttributionGold)]) -> [String] {
    var counts: [String: Int] = [:]
    for (article, gold) in articles {
      let cues = gold.attributions.flatMap(\.cue).sorted()
      var place = 0
      for token in article.tokens
      where token.partOfSpeech == .noun || token.partOfSpeech == .adjective {
        while place < cues.count, cues[place].end <= Int(token.start) { place += 1 }
        guard place < cues.count, cues[place].contains(token.range) else { continue }
        counts[article.words[token.lemma], default: 0] += 1
      }
    }
    return counts.filter { $0.value >= 3 && !$0.key.isEmpty }.keys.sorted()
  }
}

/// All candidates of the training articles, with how right each is.
struct AttributionExamples {
  private static let bits = 20
  private var rows: [UInt32] = []
  private var ends: [Int] = [0]
  private var targets: [Float] = []

  var count: Int { targets.count }
  var rightCount: Int { targets.lazy.filter { $0 > 0.9 }.count }

  mutating func add(_ article: AnnotatedArticle, _ gold: AttributionGold, nominalCues: [String]) {
    let words = WordCounts(article)
    AttributionExample.forEach(in: article, nominalCues: nominalCues) { example in
      targets.append(Self.target(example, gold, words))
      for feature in example.features { rows.append(feature.row(bits: Self.bits)) }
      ends.append(rows.count)
    }
  }

  /// 1 for an attribution that people marked just so, less where the content differs, 0 where the
  /// content shares less than half or the source is another.
  static func target(
    _ example: AttributionExample, _ gold: AttributionGold, _ words: WordCounts
  ) -> Float {
    var best: Float = 0
    let source = example.source.map { [$0] } ?? []
    for attribution in gold.attributions {
      let dice = words.dice(example.content, attribution.content)
      guard dice >= 0.5 else { continue }
      let isSource =
        source.isEmpty && attribution.source.isEmpty
        || words.shared(source, attribution.source) > 0
      guard isSource else { continue }
      let exact = words.dice(source, attribution.source)
      let value = Float(dice * dice * (source.isEmpty ? 1 : 0.9 + 0.1 * exact))
      best = max(best, value)
    }
    return best
  }

  /// Features that hold of fewer candidates than this are not learned.
  private static let rarest = 4

  func train(rounds: Int) throws -> LinearModel {
    var counts = [UInt8](repeating: 0, count: 1 << Self.bits)
    for row in rows where counts[Int(row)] < 255 { counts[Int(row)] += 1 }
    var kept: [UInt32] = []
    kept.reserveCapacity(rows.count)
    var keptEnds = [0]
    for index in 0..<count {
      for row in rows[ends[index]..<ends[index + 1]] where counts[Int(row)] >= Self.rarest {
        kept.append(row)
      }
      keptEnds.append(kept.count)
    }
    var trainer = LogisticTrainer(bits: Self.bits)
    var order = Array(0..<count)
    var state: UInt64 = 42
    for round in 0..<rounds {
      for index in stride(from: order.count - 1, to: 0, by: -1) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
      }
      for index in order {
        trainer.learn(kept[keptEnds[index]..<keptEnds[index + 1]], target: targets[index])
      }
      print("round \(round + 1)")
    }
    return try trainer.model()
  }
}

/// Who and what together, as the share of right ones among those found and among those marked.
struct AttributionScore: CustomStringConvertible {
  private var right = 0
  private var exact = 0
  private var found = 0
  private var marked = 0

  mutating func add(_ article: AnnotatedArticle, _ gold: AttributionGold) {
    let words = WordCounts(article)
    let quotations = article.quotations.filter { !$0.isNested }
    found += quotations.count
    let attributions = gold.attributions.filter { words.count($0.content) > 0 }
    marked += attributions.count
    var pairs: [(shared: Int, quotation: Int, attribution: Int)] = []
    for (first, quotation) in quotations.enumerated() {
      for (second, attribution) in attributions.enumerated() {
        let shared = words.shared(quotation.content, attribution.content)
        if shared > 0 { pairs.append((shared, first, second)) }
      }
    }
    pairs.sort { ($1.shared, $0.quotation, $0.attribution) < ($0.shared, $1.quotation, $1.attribution) }
    var usedQuotations: Set<Int> = []
    var usedAttributions: Set<Int> = []
    for pair in pairs
    where !usedQuotations.contains(pair.quotation) && !usedAttributions.contains(pair.attribution) {
      usedQuotations.insert(pair.quotation)
      usedAttributions.insert(pair.attribution)
      let quotation = quotations[pair.quotation]
      let attribution = attributions[pair.attribution]
      let dice = words.dice(quotation.content, attribution.content)
      if dice == 1 { exact += 1 }
      let isSource =
        quotation.source.isEmpty && attribution.source.isEmpty
        || words.shared(quotation.source, attribution.source) > 0
      if dice >= 0.5, isSource { right += 1 }
    }
  }

  var f1: Double { found + marked == 0 ? 0 : 2 * Double(right) / Double(found + marked) }

  var description: String {
    func percent(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "-" : "\((Double(part) / Double(whole) * 1000).rounded() / 10)"
    }
    let f1 = (f1 * 1000).rounded() / 10
    return "who+what \(percent(right, found)) / \(percent(right, marked)) / \(f1),"
      + " exact \(percent(2 * exact, found + marked)) (\(found) found, \(marked) marked)"
  }
}
