/// What a word or phrase may be in a name; one may be several ("Washington" is a town, a state and
/// a surname).
struct WordClasses: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  static let common = WordClasses(rawValue: 1 << 0)
  static let maleName = WordClasses(rawValue: 1 << 1)
  static let femaleName = WordClasses(rawValue: 1 << 2)
  static let country = WordClasses(rawValue: 1 << 3)
  static let region = WordClasses(rawValue: 1 << 4)
  static let city = WordClasses(rawValue: 1 << 5)
  static let demonym = WordClasses(rawValue: 1 << 6)
  static let group = WordClasses(rawValue: 1 << 7)
  static let placeHead = WordClasses(rawValue: 1 << 8)
  static let placeOpener = WordClasses(rawValue: 1 << 9)
  static let placeLowercaseHead = WordClasses(rawValue: 1 << 10)
  static let direction = WordClasses(rawValue: 1 << 11)
  static let organization = WordClasses(rawValue: 1 << 12)
  static let organizationHead = WordClasses(rawValue: 1 << 13)
  static let organizationOpener = WordClasses(rawValue: 1 << 14)
  static let organizationLowercaseHead = WordClasses(rawValue: 1 << 15)
  static let companyEnding = WordClasses(rawValue: 1 << 16)
  static let address = WordClasses(rawValue: 1 << 17)
  static let maleAddress = WordClasses(rawValue: 1 << 18)
  static let femaleAddress = WordClasses(rawValue: 1 << 19)
  static let title = WordClasses(rawValue: 1 << 20)
  static let role = WordClasses(rawValue: 1 << 21)
  static let titleModifier = WordClasses(rawValue: 1 << 22)
  static let titleObject = WordClasses(rawValue: 1 << 23)
  static let calendar = WordClasses(rawValue: 1 << 24)
  static let term = WordClasses(rawValue: 1 << 25)
  static let otherHead = WordClasses(rawValue: 1 << 26)
  static let otherOpener = WordClasses(rawValue: 1 << 27)
  static let particle = WordClasses(rawValue: 1 << 28)
  static let speech = WordClasses(rawValue: 1 << 29)
  static let function = WordClasses(rawValue: 1 << 30)
  static let locative = WordClasses(rawValue: 1 << 31)
  /// The first word of some phrase of several words.
  static let opensPhrase = WordClasses(rawValue: 1 << 32)

  static let kin = WordClasses(rawValue: 1 << 33)
  /// A noun that says what an organisation is: "the carmaker Orlo".
  static let organizationNoun = WordClasses(rawValue: 1 << 34)
  /// One that says it is a business: what "the company" may stand for.
  static let businessNoun = WordClasses(rawValue: 1 << 35)

  static let all = WordClasses(rawValue: .max)
  static let firstName: WordClasses = [.maleName, .femaleName]
  static let place: WordClasses = [.country, .region, .city]
  static let people: WordClasses = [.demonym, .group]
}
