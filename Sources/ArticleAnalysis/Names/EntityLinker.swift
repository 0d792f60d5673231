package import ArticleModel

/// Says which names of an article are one entity, by stated rules.
///
/// - a surname, or a given name, is the one person of the article whose full name holds it; where
///   two bear it, the form of address or the title must tell, else it stays apart;
/// - fuller and shorter forms of a full name ("J. Orlo", "Jan Orlo", "Jan M. Orlo") are one where
///   the surname is the same and no word contradicts;
/// - names that the lexicon knows as one ("UK", "Britain"), acronyms and what they stand for, company
///   names with and without "Inc.", a place and its strip, peninsula or islands;
/// - "the Council" is the last organisation or place whose name ends so;
/// - adjectives and peoples are mentions of the country where the article names it.
///
/// The fullest name found is the entity's name; the others are its aliases.
/// - Complexity: O(*n*) in the number of mentions.
package struct EntityLinker: AnalysisComponent {
  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    let tokens = NameTokens(article)
    let short = DefiniteNames(tokens)
    short.addMentions(to: &article)
    var links = EntityLinks(article: article, tokens: tokens)
    links.linkKnownNames()
    links.linkPeople()
    links.linkOrganizationsAndPlaces()
    links.linkDemonyms()
    links.apply(to: &article)
  }
}
