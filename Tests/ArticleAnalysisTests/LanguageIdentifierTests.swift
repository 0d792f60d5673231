import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite("Languages")
struct LanguageIdentifierTests {
  private static func analyzed(_ text: String, stated: String? = nil) -> AnnotatedArticle {
    var article = Article(id: "a", text: ArticleText(text), format: "text")
    article.language = stated
    return ArticleAnalyzer().analyze(article)
  }

  /// One sentence of invented news in each language, said twice so that it is long enough.
  private static let texts: [(String, String)] = [
    (
      "en",
      "The ferry to Orlo will not sail on Monday, the harbor master said, because of the wind. It has been tied up at the pier since Friday and the crew were sent home."
    ),
    (
      "de",
      "Die Fähre nach Orlo wird am Montag nicht fahren, sagte der Hafenmeister, weil der Wind zu stark ist. Sie liegt seit Freitag am Kai, und die Besatzung wurde nach Hause geschickt."
    ),
    (
      "fr",
      "Le bac pour Orlo ne partira pas lundi, a dit le capitaine du port, car le vent est trop fort. Il est à quai depuis vendredi et les marins ont été renvoyés chez eux."
    ),
    (
      "es",
      "El barco a Orlo no saldrá el lunes, dijo el capitán del puerto, porque el viento es muy fuerte. Está en el muelle desde el viernes y la tripulación fue enviada a su casa."
    ),
    (
      "it",
      "Il traghetto per Orlo non partirà lunedì, ha detto il capitano del porto, perché il vento è troppo forte. È fermo al molo da venerdì e gli uomini sono stati mandati a casa."
    ),
    (
      "pt",
      "O barco para Orlo não sai na segunda, disse o capitão do porto, porque o vento é muito forte. Está no cais desde sexta e os homens da tripulação foram para casa."
    ),
    (
      "nl",
      "De veerboot naar Orlo vaart maandag niet, zei de havenmeester, omdat de wind te hard is. Het schip ligt sinds vrijdag aan de kade en de bemanning werd naar huis gestuurd."
    ),
    (
      "sv",
      "Färjan till Orlo går inte på måndag, sade hamnkaptenen, för att vinden är för stark. Den har legat vid kajen sedan i fredags och besättningen har skickats hem."
    ),
    (
      "pl",
      "Prom do Orlo nie wypłynie w poniedziałek, powiedział kapitan portu, bo wiatr jest za silny. Stoi on przy nabrzeżu od piątku, a załoga została odesłana do domu na kilka dni."
    ),
    (
      "tr",
      "Orlo vapuru pazartesi günü kalkmayacak, dedi liman başkanı, çünkü rüzgar çok sert. Gemi cuma gününden bu yana iskelede ve mürettebat da evine gönderildi, ama ne zaman döneceği belli değil."
    ),
    (
      "ru",
      "Паром в Орло не пойдет в понедельник, сказал капитан порта, так как ветер очень сильный. Он стоит у причала с пятницы, и команда была отправлена домой, а рейсы отменены до среды."
    ),
    (
      "uk",
      "Пором до Орло не піде в понеділок, сказав капітан порту, бо вітер дуже сильний. Він стоїть біля причалу з п'ятниці, і команда була відправлена додому, а рейси скасовані до середи."
    ),
    (
      "el",
      "Το πλοίο για το Όρλο δεν θα φύγει τη Δευτέρα, είπε ο λιμενάρχης, γιατί ο άνεμος είναι πολύ δυνατός. Είναι δεμένο από την Παρασκευή και το πλήρωμα πήγε σπίτι του."
    ),
    (
      "ar",
      "العبارة إلى أورلو لن تبحر يوم الاثنين كما قال مدير الميناء لأن الريح قوية. وهي في الميناء منذ يوم الجمعة وقد عاد الطاقم إلى المنزل على أن يرجع بعد أيام من هذا الأسبوع."
    ),
    (
      "he",
      "המעבורת לאורלו לא תפליג ביום שני, אמר מנהל הנמל, כי הרוח חזקה מאוד. היא עוגנת ברציף מאז יום שישי, והצוות נשלח הביתה עד להודעה חדשה של הנמל."
    ),
    (
      "ja",
      "オルロ行きの フェリーは 月曜日には 出ません と 港長が 言いました。 風が 強い ためです。 金曜日から 船は 桟橋に とまって います。 乗組員は 家に 帰りました。 次の 便は まだ 決まって いません と いいます。"
    ),
  ]

  @Test("a sentence or two are told", arguments: texts)
  func identified(language: String, text: String) {
    let article = Self.analyzed(text)
    #expect(article.language == language)
    if language != "en" {
      #expect(article.quotations.allSatisfy { $0.speaker == nil && $0.source.isEmpty })
      #expect(article.entities.isEmpty)
      #expect(!article.tokens.isEmpty && !article.sentences.isEmpty)
    }
  }

  @Test("too few words stay unknown, and are read as English")
  func short() {
    let article = Self.analyzed("Ferry stays in port, harbor master says")
    #expect(article.language == nil)
    #expect(article.isInEnglish)
  }

  @Test("what the source states holds")
  func stated() {
    #expect(Self.analyzed(Self.texts[0].1, stated: "en-GB").language == "en-GB")
    #expect(Self.analyzed(Self.texts[0].1, stated: "en-GB").isInEnglish)
    #expect(Self.analyzed(Self.texts[0].1, stated: "fr").isInEnglish == false)
  }

  @Test("words of no known language stay unknown and are not read as English")
  func unknown() {
    let text = (0..<80).map { "blorf\($0 % 7)ka zum\($0 % 5)bi" }.joined(separator: " ")
    let article = Self.analyzed(text)
    #expect(article.language == nil)
    #expect(!article.isInEnglish)
  }
}
