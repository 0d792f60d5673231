/// Regions, waters and the words that places end or begin with, in lower case.
///
/// An entry `name=other` gives the same place by its other name.
enum PlaceNames {
  static let regions: StaticString = """
    africa,antarctica,antarctic,arctic,asia,asia-pacific,balkans,baltic,baltics,caribbean,
    central africa,central america,central asia,central europe,east africa,east asia,
    eastern europe,eurasia,europe,far east,global south,gulf,horn of africa,indochina,
    latin america,maghreb,mediterranean,melanesia,mesopotamia,middle east,mideast=middle east,
    north africa,north america,oceania,pacific,polynesia,sahel,scandinavia,siberia,south america,
    south asia,southeast asia,south-east asia=southeast asia,southern africa,sub-saharan africa,
    west africa,west indies,western europe,atlantic,sahara,indo-pacific,north sea,black sea,red sea,
    dead sea,baltic sea,caspian sea,south china sea,east china sea,mediterranean sea,arabian sea,
    indian ocean,pacific ocean,atlantic ocean,arctic ocean,persian gulf,suez canal,panama canal,
    english channel,channel tunnel,mars,venus,jupiter,saturn,
    alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,hawaii,idaho,
    illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,
    mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico,new york,
    new york state,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,
    south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,washington state,
    west virginia,wisconsin,wyoming,district of columbia,washington d.c.=washington,
    washington dc=washington,ala.,ariz.,ark.,calif.,colo.,conn.,fla.,ga.,ill.,ind.,kan.,ky.,la.,
    mass.,md.,mich.,minn.,mo.,neb.,nev.,n.c.,n.d.,n.h.,n.j.,n.m.,n.y.,okla.,ore.,pa.,r.i.,s.c.,s.d.,
    tenn.,tex.,vt.,va.,wash.,w.va.,wis.,wyo.,d.c.,
    alberta,british columbia,manitoba,new brunswick,newfoundland,nova scotia,ontario,quebec,québec,
    saskatchewan,yukon,nunavut,prince edward island,
    new south wales,queensland,tasmania,northern territory,western australia,south australia,
    andhra pradesh,arunachal pradesh,assam,bihar,chhattisgarh,goa,gujarat,haryana,himachal pradesh,
    jharkhand,karnataka,kerala,madhya pradesh,maharashtra,manipur,meghalaya,mizoram,nagaland,odisha,
    punjab,rajasthan,sikkim,tamil nadu,telangana,tripura,uttar pradesh,uttarakhand,west bengal,
    kashmir,jammu,jammu and kashmir,ladakh,bengal,sindh,balochistan,baluchistan,
    khyber pakhtunkhwa,waziristan,helmand,kandahar,
    bavaria,saxony,thuringia,hesse,brandenburg,westphalia,rhineland,ruhr,
    andalusia,catalonia,basque country,galicia,lombardy,tuscany,sicily,sardinia,veneto,piedmont,
    calabria,corsica,brittany,normandy,provence,alsace,burgundy,flanders,wallonia,silesia,
    bohemia,moravia,transylvania,crimea,donbas,donbass,donetsk,luhansk,chechnya,dagestan,tatarstan,
    abkhazia,south ossetia,nagorno-karabakh,transnistria,anatolia,kurdistan,iraqi kurdistan,
    west bank,gaza,gaza strip,golan heights,sinai,galilee,negev,darfur,tigray,amhara,oromia,
    ogaden,puntland,katanga,kivu,north kivu,south kivu,ituri,biafra,zanzibar,gauteng,limpopo,
    kwazulu-natal,western cape,eastern cape,free state,borno,kaduna,kano,lagos state,rivers state,
    hokkaido,honshu,kyushu,okinawa,xinjiang,inner mongolia,guangdong,sichuan,hunan,hubei,henan,
    hebei,yunnan,zhejiang,jiangsu,fujian,shandong,shanxi,shaanxi,heilongjiang,jilin,liaoning,
    guangxi,guizhou,gansu,qinghai,hainan,java,sumatra,borneo,bali,aceh,papua,west papua,sulawesi,
    mindanao,luzon,sabah,sarawak,penang,rakhine,yorkshire,lancashire,kent,essex,sussex,surrey,
    cornwall,devon,dorset,norfolk,suffolk,cambridgeshire,oxfordshire,midlands,west midlands,
    merseyside,cumbria,northumberland,ulster,hebrides,orkney,shetland,wales,silicon valley,
    wall street,manhattan,brooklyn,queens,bronx,staten island,harlem,hollywood,long island,
    new england,midwest,patagonia,amazon,andes,alps,himalayas,pyrenees,rockies,caucasus,
    north caucasus,urals,ural,kremlin,vatican,nile,danube,rhine,thames,volga,mekong,ganges,yangtze,
    tigris,euphrates,mount everest,everest,downing street,capitol hill,tiananmen square,red square,
    times square,guantanamo bay,guantánamo bay,guantanamo,persian gulf states,gulf states,bay area,
    west coast,east coast,gulf coast
    """

  /// Words that end the name of a place: "Sava River".
  static let heads: StaticString = """
    abbey,airbase,airport,airfield,alley,archipelago,arena,atoll,avenue,ave.,basilica,basin,bay,
    beach,blvd,blvd.,boulevard,bridge,brook,building,camp,canal,canyon,cape,castle,cathedral,cave,
    cemetery,channel,cliffs,coast,corridor,county,courthouse,cove,creek,crescent,crossing,dam,delta,
    desert,district,drive,expressway,falls,farm,fields,forest,fort,fortress,gardens,garden,gate,
    glacier,gorge,governorate,gulf,hall,harbor,harbour,heights,highlands,highway,hill,hills,
    hotel,interchange,intersection,island,islands,isle,isles,junction,lake,lakes,lane,lighthouse,
    mall,mansion,manor,monastery,monument,mosque,mount,mountain,mountains,motorway,municipality,
    oasis,oblast,observatory,ocean,palace,park,pass,peak,peninsula,pier,plains,plant,plateau,plaza,
    pond,port,prairie,prefecture,prison,province,quay,quarry,raion,railway station,ranch,range,reef,
    region,reservoir,ridge,river,rivers,road,rd.,route,sea,shipyard,shore,shrine,site,sound,
    speedway,springs,square,stadium,station,strait,straits,street,st.,strip,suburb,summit,synagogue,
    temple,terminal,territories,territory,theatre,theater,tower,towers,town,township,trail,tunnel,
    turnpike,valley,village,volcano,wadi,waterfall,wharf,woods,zoo,borough,metro
    """

  /// Words that begin the name of a place: "Lake Nasser", "Gulf of Aden".
  static let openers: StaticString = """
    bay,cape,camp,fort,gulf,isle,lake,mount,mt,mt.,port,puerto,rio,river,strait,straits,isles,port-au,
    republic,kingdom,sea,state,city,province,district,municipality,town,village,county,valley,port of,
    tower,palace,island,islands,temple,hotel,villa,ciudad,santa,são,porto,saint,san,el
    """

  /// Common nouns that a place's name takes in lower case: "Kusel border crossing".
  static let lowercaseHeads: StaticString = """
    airport,border crossing,crossing,strip,river,valley,peninsula,province,district,desert,
    mountains,refugee camp,bridge,dam,airfield,air base,airbase,county,governorate,checkpoint,
    prison,prefecture,oblast,
    square,canal,corridor,water treatment plant,water plant,treatment plant,power plant,power station,
    nuclear plant,steel plant,plant,refinery,railway station,train station,bus station,stadium,port,
    harbor,harbour,shipyard,quarry,reservoir,lighthouse,pier,tunnel,motorway,landfill,wind farm,
    ferry terminal,border post,ski resort,national park,nature reserve
    """

  /// Directions that become part of a region's name: "southern Arland".
  static let directions: StaticString = """
    north,south,east,west,northern,southern,eastern,western,central,northeast,northwest,southeast,
    southwest,northeastern,northwestern,southeastern,southwestern,north-east,north-west,south-east,
    south-west,north-eastern,north-western,south-eastern,south-western,upper,lower,inner,outer
    """
}
