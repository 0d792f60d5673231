/// Organisations known by a short name, and the words that organisations end or begin with, in
/// lower case.
///
/// An entry `name=other` gives the same organisation by its other name.
enum OrganizationNames {
  static let known: StaticString = """
    reuters,associated press,ap=associated press,agence france-presse,afp=agence france-presse,
    bloomberg,bloomberg news,cnn,bbc,bbc news,nbc,nbc news,cbs,cbs news,abc,abc news,fox news,
    msnbc,npr,pbs,cnbc,espn,itv,sky news,al jazeera,al-jazeera=al jazeera,al arabiya,xinhua,tass,
    interfax,itar-tass,ria novosti,kyodo,yonhap,dpa,ansa,efe,anadolu,upi,pti,antara,irna,wafa,cgtn,
    cctv,nhk,rt,axios,politico,new york times,the new york times=new york times,washington post,
    the washington post=washington post,wall street journal,los angeles times,usa today,
    the guardian,guardian,financial times,the times,the economist,le monde,der spiegel,el país,
    haaretz,times of israel,jerusalem post,daily mail,daily telegraph,the independent,dawn,
    the hindu,times of india,south china morning post,global times,people's daily,pravda,izvestia,
    united nations,un=united nations,u.n.=united nations,european union,eu=european union,
    e.u.=european union,african union,au=african union,nato,arab league,asean,opec,opec+,unesco,
    unicef,unhcr,unrwa,iaea,wto,world bank,imf,who,interpol,europol,ecowas,mercosur,brics,g7,g8,
    g20,g-7,g-20,oecd,commonwealth,saarc,world trade organization,
    world health organization,international monetary fund,international criminal court,
    international court of justice,icc,red cross,red crescent,amnesty international,
    human rights watch,greenpeace,oxfam,save the children,doctors without borders,
    médecins sans frontières,islamic state,isis=islamic state,isil=islamic state,daesh=islamic state,
    al-qaeda,al qaeda=al-qaeda,al-qaida=al-qaeda,hamas,hezbollah,hizbollah=hezbollah,
    hizbullah=hezbollah,taliban,boko haram,al-shabab,al-shabaab=al-shabab,fatah,likud,houthis,
    houthi,plo,eta,ira,farc,islamic jihad,muslim brotherhood,ku klux klan,wagner,wagner group,
    white house,pentagon,congress,senate,house of representatives,house of commons,house of lords,
    parliament,supreme court,high court,state department,justice department,treasury,capitol,
    federal reserve,fed,fbi,cia,nsa,nasa,fda,cdc,epa,irs,faa,sec,fcc,nih,mi5,mi6,mossad,kgb,fsb,
    european commission,european parliament,european central bank,ecb,security council,
    general assembly,knesset,duma,bundestag,bundesbank,bundesliga,downing street,whitehall,
    labour,labour party,conservative party,liberal democrats,republican party,democratic party,
    gop,democrats party,scotland yard,nhs,idf,aclu,naacp,nra,plc,dea,atf,dhs,usaid,
    google,apple,microsoft,amazon,facebook,twitter,meta,tesla,ibm,intel,netflix,uber,airbnb,
    samsung,sony,toyota,honda,nissan,volkswagen,bmw,mercedes-benz,daimler,ford,general motors,gm,
    chrysler,boeing,airbus,lockheed martin,raytheon,siemens,shell,bp,exxon,exxonmobil,chevron,
    total,gazprom,rosneft,aramco,saudi aramco,huawei,alibaba,tencent,bytedance,tiktok,youtube,
    instagram,whatsapp,spotify,oracle,nvidia,walmart,target,costco,nestle,nestlé,unilever,pfizer,
    moderna,astrazeneca,novartis,johnson & johnson,goldman sachs,jpmorgan,jpmorgan chase,
    morgan stanley,citigroup,citibank,hsbc,barclays,lloyds,deutsche bank,ubs,credit suisse,
    bank of america,wells fargo,lehman brothers,moody's,standard & poor's,s&p,visa,mastercard,
    paypal,nike,adidas,mcdonald's,starbucks,coca-cola,pepsi,disney,warner bros,spacex,openai,
    yahoo,ebay,nokia,ericsson,vodafone,at&t,verizon,lufthansa,ryanair,easyjet,british airways,
    air france,emirates airline,qatar airways,fifa,uefa,ioc,nba,nfl,nhl,mlb,ncaa,fia,icc,
    premier league,manchester united,manchester city,real madrid,barcelona fc,chelsea,liverpool fc,
    arsenal,tottenham,juventus,ac milan,inter milan,bayern munich,borussia dortmund,ajax,celtic,
    harvard,yale,stanford,oxford university,cambridge university,mit,princeton,ucla,
    nasdaq,dow jones,ftse,nyse,new york stock exchange,london stock exchange,nikkei,tony blair institute,
    rand corporation,brookings institution,chatham house,transparency international,vatican bank
    """

  /// Words that end the name of an organisation: "Orlo Council".
  static let heads: StaticString = """
    academy,administration,affairs,agency,airline,airlines,airways,alliance,army,assembly,
    assn.,associates,association,associations,authority,bancorp,bank,banks,battalion,board,boys,
    brigade,brigades,brotherhood,brothers,bureau,business,cabinet,campaign,capital,carmaker,center,
    centre,chamber,channel,charity,choir,church,club,coalition,college,command,commission,
    commissioners,committee,communications,companies,company,conference,confederation,congress,
    consortium,constabulary,cooperative,corps,corp,corp.,corporation,council,court,department,
    dept.,dynamics,electric,electronics,embassy,energy,enterprises,entertainment,exchange,
    express,faculty,fc,federation,fellowship,films,financial,force,forces,forum,foundation,front,
    fund,gazette,government,group,guard,guards,healthcare,herald,holding,holdings,hospital,
    industries,infirmary,initiative,institute,institution,international,investments,journal,
    junta,laboratories,laboratory,labs,league,legion,legislature,library,limited,lobby,
    logistics,magazine,marines,media,militia,ministry,mission,motors,movement,museum,navy,network,
    networks,news,newspaper,office,orchestra,organisation,organization,parliament,partners,
    partnership,party,patrol,pharma,pharmaceuticals,police,post,press,productions,project,
    publications,publishing,rangers,records,regiment,research,resistance,reserve,school,schools,
    secretariat,section,securities,senate,service,services,society,solutions,squad,staff,state police,
    steel,store,stores,studio,studios,syndicate,systems,task force,team,technologies,technology,
    telecom,telegraph,television,times,today,tribune,tribunal,trust,tv,tv station,union,unions,unit,
    united,universities,university,ventures,watch,wing,workers,works,youth,athletic,f.c.,rovers,
    wanderers,albion,hotspur,city council,observer,inc,inc.,ltd,ltd.,llc,llp,plc,co,co.,gmbh,
    ag,s.a.,sa,nv,n.v.,spa,s.p.a.,ab,asa,oyj,bhd,pty,pvt,bros,bros.,airforce,fire department,
    politburo,directorate,regime,judiciary,treasury,consulate,observatory,caucus,collective,
    campaigners,clinic,daily,weekly,chronicle,bulletin,review,register,standard,gallery,archives,
    opera,ballet,philharmonic,courier,dispatch,inquirer,sentinel,examiner
    """

  /// Words that begin the name of an organisation before "of" or "for": "Ministry of Labor".
  static let openers: StaticString = """
    academy,agency,alliance,association,bank,board,bureau,center,centre,chamber,church,club,
    gallery,archives,authority,
    coalition,college,commission,committee,confederation,congress,council,court,department,embassy,
    faculty,federation,foundation,friends,front,fund,government,house,institute,institution,
    international,league,library,ministry,movement,museum,national,office,organisation,organization,
    parliament,party,school,secretariat,society,sons,tribunal,union,university,archdiocese,diocese,
    order,brotherhood,communist,campaign,campaigners,citizens,doctors,mothers,network,partnership,
    physicians,reporters,students,women,voice,radio,
    trust,alliance,central,conservatives,laborers,campaign,forum,initiative,
    ministries,departments,directorate,delegation,army,forces,people's,council
    """

  /// Nouns that make an organisation of the place or person before them: "the Orlo administration".
  static let lowercaseHeads: StaticString = """
    administration
    """

  /// Nouns that say in lower case what an organisation is: "environmental group Orlo Rivers".
  static let nouns: StaticString = """
    group,agency,charity,watchdog,nonprofit,organization,organisation,association,union,party,
    foundation,institute,university,college,school,hospital,museum,gallery,theater,theatre,court,
    council,ministry,department,commission,committee,board,authority,federation,league,club,team,
    squad,newspaper,magazine,weekly,daily,broadcaster,network,coalition,alliance,movement,militia,
    tribunal,regulator,parliament,assembly,orchestra,choir,band,think tank,thinktank,lobby,society,
    bureau,centre,center,laboratory,library,church,cooperative,co-operative,side,tabloid
    """

  /// Nouns for businesses: "the shipping company Orlo".
  static let businesses: StaticString = """
    company,firm,business,bank,lender,insurer,airline,carrier,carmaker,automaker,drugmaker,chipmaker,
    retailer,supermarket,grocer,maker,manufacturer,operator,publisher,chain,developer,producer,
    startup,start-up,supplier,provider,contractor,conglomerate,brewer,brewery,builder,miner,
    consultancy,utility,giant,subsidiary,brand,shipbuilder,steelmaker,broker,brokerage,wholesaler,
    distributor,bakery,winery,refiner,platform,shipper,parent,studio,unit,arm
    """

  /// Words that end the name of a business: "Orlo Lines".
  static let businessHeads: StaticString = """
    lines,utilities,foods,ferries,railways,railway,motors,holdings,holding,industries,airlines,
    airways,aviation,aerospace,robotics,semiconductors,biosciences,therapeutics,biotech,analytics,
    software,semiconductor,insurance,assurance,petroleum,chemicals,metals,mining,shipping,freight,
    logistics,transit,wireless,telecom,pharmaceuticals,pharma,textiles,beverages,breweries,brewery,
    properties,materials,technologies,systems,enterprises,ventures,partners,associates,consulting,
    bakeries,dairies,dairy,cement,timber,fisheries,airline,retail,supermarkets,outfitters,
    electronics,engineering,renewables,cruises,energy,group,bank,bancorp,financial,investments
    """

  /// Endings that stand after a comma or alone: "Orlo Metals, Inc.".
  static let companyEndings: StaticString = """
    inc,inc.,ltd,ltd.,llc,llp,plc,co.,corp,corp.,gmbh,ag,s.a.,n.v.,s.p.a.,ab,asa,oyj,bhd,pty,pvt,l.p.,
    pvt.,pty.
    """
}
