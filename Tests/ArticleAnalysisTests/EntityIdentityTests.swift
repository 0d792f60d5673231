import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct EntityIdentityTests {
  private func entity(_ name: String, _ kind: Entity.Kind) -> Entity {
    Entity(name: name, kind: kind, evidence: .given)
  }

  struct Pair: Sendable {
    var first: String
    var second: String
    var kind: Entity.Kind
    var areSame: Bool
  }

  static let pairs: [Pair] = [
    Pair(first: "Ana Ruiz", second: "ANA RUIZ", kind: .person, areSame: true),
    Pair(first: "Ana M. Ruiz", second: "Ana Ruiz", kind: .person, areSame: true),
    Pair(first: "Ana Ruiz Jr.", second: "Ana Ruiz", kind: .person, areSame: true),
    Pair(first: "Ana Ruiz", second: "Pia Ruiz", kind: .person, areSame: false),
    // A bare surname links with nobody, not even with itself.
    Pair(first: "Ruiz", second: "Ruiz", kind: .person, areSame: false),
    Pair(first: "A. Ruiz", second: "A. Ruiz", kind: .person, areSame: false),
    Pair(first: "Orlo", second: "Orlo", kind: .place, areSame: true),
    Pair(first: "UK", second: "Britain", kind: .place, areSame: true),
    Pair(first: "Orlo Council", second: "Orlo", kind: .organization, areSame: false),
    Pair(first: "Kenyan", second: "Kenyans", kind: .group, areSame: true),
  ]

  @Test(arguments: pairs) func namesSayWhetherEntitiesAreOne(pair: Pair) {
    #expect(
      EntityIdentity.areSame(entity(pair.first, pair.kind), entity(pair.second, pair.kind))
        == pair.areSame)
  }

  @Test func kindsKeepApart() {
    #expect(!EntityIdentity.areSame(entity("Orlo", .place), entity("Orlo", .organization)))
  }
}
