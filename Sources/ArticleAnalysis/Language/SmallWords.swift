/// The commonest small words of languages: articles, prepositions, conjunctions, forms of "to be".
enum SmallWords {
  /// BCP 47 tags, by number.
  static let languages = lists.map(\.language)

  /// The numbers of the languages that have a word with this hash.
  static func languages(of word: UInt64) -> [Int] { table[word] ?? [] }

  // MARK: - Implementation

  private static let table: [UInt64: [Int]] = {
    var table: [UInt64: [Int]] = [:]
    for (number, (_, words)) in lists.enumerated() {
      for word in Set(words.split(separator: " ")) {
        table[FeatureHash.part(of: word.utf8), default: []].append(number)
      }
    }
    return table
  }()

  private static let lists: [(language: String, words: String)] = [
    (
      "en",
      """
      the of and to in a is that for it on was with as he be by at his from are this have an they \
      which one you were all her she there would their will when who him been has more if no out \
      said we what its about into than them can only other new some could these two may then do
      """
    ),
    (
      "de",
      """
      der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an \
      werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum \
      haben nur oder aber vor zur bis mehr durch man sein wurde sei
      """
    ),
    (
      "fr",
      """
      de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont \
      avec son aux à été ont cette mais ou comme ses sa nous elle leur y d' l' qu' deux entre a
      """
    ),
    (
      "es",
      """
      de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o \
      este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde fue son \
      ha es está
      """
    ),
    (
      "ca",
      """
      de la i que el en a els les per un una amb no és del al com més però es ha són aquest aquesta \
      ho va dels seva seu també sobre fins perquè quan molt sense entre on hi
      """
    ),
    (
      "pt",
      """
      de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à \
      seu sua ou quando muito nos já também só pelo pela até isso ela entre depois sem mesmo aos \
      foi são é está
      """
    ),
    (
      "it",
      """
      di che e la il un a per in una è non si da con del le dei i della al come più ha anche gli lo \
      ma alla nel sono nella delle su dal questo se ci dalla loro essere stato suo sua o era dopo
      """
    ),
    (
      "ro",
      """
      de și în a la cu pe nu să un o care din mai pentru că este au fi cel prin dar sau ce se a fost \
      sunt lui ale ei între după fără această acest al ai
      """
    ),
    (
      "nl",
      """
      de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar bij of uit \
      nog door naar heeft hij ze over wordt worden werd tot je deze meer hebben kan was ik
      """
    ),
    (
      "sv",
      """
      och i att det som en på är av för med till den har de inte om ett han men var jag från så vi \
      när nu kan under efter sig eller ska också hade mot hon vid blir skulle sin
      """
    ),
    (
      "da",
      """
      og i at det er en til af på den for med de der som ikke har et kan om var fra men han vil så \
      også efter blev eller skal hun jeg ved være nu mod over sig havde blevet
      """
    ),
    (
      "nb",
      """
      og i det er på til som en for av at med de den ikke har om et var fra han men seg så kan også \
      etter blir ble eller skal vil hun jeg ved være nå mot over hadde blitt
      """
    ),
    (
      "fi",
      """
      ja on ei että se oli hän mutta ovat kun niin myös joka tai jos kuin sen mukaan ole vain nyt \
      sitä ollut jo sekä mitä olisi vielä joka jotka tämä siitä hänen
      """
    ),
    (
      "pl",
      """
      w i na z się do nie że to jest o jak od po za przez co ale są dla przy oraz tym był czy tego \
      tak już może było ma które który jego być także ze jej
      """
    ),
    (
      "cs",
      """
      a v se na je že s z do o to i jako za ve pro by po ale od podle který jsou bude byl také k \
      jeho nebo však které jsem při už není až tak
      """
    ),
    (
      "sk",
      """
      a v sa na je že s z do o to aj ako za vo pre by po ale od podľa ktorý sú bude bol tiež k jeho \
      alebo však ktoré som pri už nie až tak
      """
    ),
    (
      "hr",
      """
      i u je da se na za su od s koji a kako iz što o ne će to bi nije sa kao do koja samo ali po \
      koje biti ili bio više nakon prema
      """
    ),
    (
      "hu",
      """
      a az és hogy nem is egy van meg ez volt csak de ki már még mint el ha azt vagy lesz majd sem \
      aki ami szerint után között lehet
      """
    ),
    (
      "tr",
      """
      ve bir bu da de için ile olarak çok daha olan gibi kadar sonra en ne var ama değil her ise \
      oldu olduğunu göre dedi ya ki o şu
      """
    ),
    (
      "id",
      """
      yang dan di untuk dari dengan ini pada itu dalam tidak akan ke adalah juga oleh telah sebagai \
      ada mereka bisa karena tersebut atau saat lebih kata sudah
      """
    ),
    (
      "vi",
      """
      và của là có được cho trong không với các một những người này đã để khi từ cũng đến về tại \
      theo như ra vào sẽ nhiều
      """
    ),
    (
      "ru",
      """
      и в не на что с по как это из к у за от для его о было был но же бы их мы так при она то все \
      только до уже или он также после будет были год сообщил
      """
    ),
    (
      "uk",
      """
      і в не на що з у до та як за це від для його про але було був які який також із після по є \
      буде були або й щоб він вона при року
      """
    ),
    (
      "bg",
      """
      и на да в се за от че с не са по е като това до но при ще как който беше след или със само \
      към има той които
      """
    ),
    (
      "sr",
      """
      и у је да се на за су од са који а како из што о не ће то би није као до која само али по \
      које бити или био више након према
      """
    ),
    (
      "ar",
      """
      في من على أن إلى التي عن مع هذا هذه الذي كان بعد ما لا أو بين قال كما لم خلال قبل كل وقد إن \
      حيث ذلك
      """
    ),
    (
      "fa",
      """
      و در به از که این را با است برای آن یک خود تا کرد بر هم نیز می شده بود شد وی ما اما یا باید
      """
    ),
    (
      "ur",
      """
      کے کی میں ہے اور سے کا کو اس نے کہ پر ہیں یہ بھی ایک تھا کر ان نہیں وہ گیا لیے ہو
      """
    ),
  ]
}
