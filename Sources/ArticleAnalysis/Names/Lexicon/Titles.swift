/// The words of titles and roles, in lower case.
enum Titles {
  /// Forms of address: they mark a person but say nothing of what the person does.
  static let address: StaticString = """
    mr,mr.,mrs,mrs.,ms,ms.,miss,mister,madam,madame,mme,monsieur,mlle,sir,dame,lord,lady,señor,
    señora,herr,frau,don,doña,sri,shri,smt,mx,mx.
    """

  static let maleAddress: StaticString = "mr,mr.,mister,monsieur,sir,lord,señor,herr,don"
  static let femaleAddress: StaticString =
    "mrs,mrs.,ms,ms.,miss,madam,madame,mme,mlle,dame,lady,señora,frau,doña,smt"

  /// The head of a title that may stand before a name in capitals: "President Orlo".
  static let heads: StaticString = """
    abbot,adm,adm.,admiral,adviser,advisor,ambassador,amb.,archbishop,archduke,attorney,attorneys,
    ayatollah,baron,baroness,bishop,bishops,brig.,brigadier,cantor,capt,capt.,captain,cardinal,
    ceo,cfo,cto,coo,chair,chairman,chairperson,chairwoman,chancellor,chef,chief,coach,col,col.,
    colonel,commander,commandant,commissioner,commissar,comptroller,comrade,congressman,
    congresswoman,constable,corporal,cpl.,councillor,councilman,councilwoman,councilmember,count,
    countess,cpt.,crown prince,czar,deacon,dean,del.,delegate,deputies,deputy,detective,det.,
    director,dr,dr.,duchess,duke,earl,emir,emperor,empress,envoy,first lady,fr.,gen,gen.,
    general,generalissimo,gov,gov.,governor,governors,hon.,imam,inspector,judge,judges,justice,
    king,lama,leader,lieutenant,lt,lt.,magistrate,maj,maj.,major,marshal,mayor,mayors,minister,
    ministers,monsignor,msgr.,mullah,officer,ombudsman,owner,parliamentarian,pastor,patriarch,
    pm,police chief,pope,premier,president,presidents,prime minister,prince,princess,principal,
    prof,prof.,professor,professors,prosecutor,provost,pvt,queen,rabbi,regent,rep,rep.,
    representative,representatives,reps.,rev,rev.,reverend,secretaries,secretary,sen,sen.,
    sens.,senator,senators,sergeant,sgt,sgt.,shah,sheik,sheikh,sheriff,speaker,spokesman,
    spokesperson,spokeswoman,sultan,supt,supt.,superintendent,surgeon,swami,taoiseach,treasurer,
    trooper,tsar,undersecretary,vicar,viscount,warden,whip,mp,mps,commodore,cllr,assemblyman,
    assemblywoman,solicitor general,attorney general,surgeon general,secretary general,
    secretary-general,director-general,governor-general,attorney-general,vice-president,
    vice-chancellor,grandmaster,registrar,headmaster,headteacher
    """

  /// The head of a role that stands before or after a name in lower case: "spokesman Jan Orlo".
  static let roles: StaticString = """
    activist,actor,actress,administrator,adviser,advisor,advocate,agent,aide,ally,ambassador,
    analyst,anchor,anthropologist,archaeologist,archbishop,architect,artist,assistant,astronaut,
    astronomer,athlete,attorney,author,backer,banker,barrister,biologist,bishop,blogger,bodyguard,
    boss,boxer,broadcaster,broker,bassist,businessman,businesswoman,campaigner,candidate,captain,
    cardinal,cartoonist,ceo,chair,chairman,chairperson,chairwoman,chancellor,chef,chemist,chief,
    choreographer,cleric,climber,clerk,coach,co-author,co-chair,co-director,co-founder,cofounder,
    colleague,colonel,columnist,comedian,commander,commentator,commissioner,composer,conductor,
    congressman,congresswoman,consultant,coordinator,coroner,correspondent,councillor,councilman,
    councilwoman,counsel,counsellor,creator,critic,curator,cyclist,dean,defender,defendant,
    delegate,deputy,designer,detective,developer,dictator,diplomat,director,dissident,doctor,
    driver,drummer,ecologist,economist,editor,educator,engineer,entrepreneur,envoy,epidemiologist,
    executive,expert,farmer,filmmaker,financier,firefighter,footballer,forward,foreman,
    founder,fugitive,geologist,general,goalkeeper,golfer,governor,graduate,guitarist,gunman,head,
    historian,host,hunter,illustrator,imam,inspector,instructor,inventor,investigator,investor,
    journalist,judge,justice,king,landlord,lawmaker,lawyer,leader,lecturer,legislator,librarian,
    lieutenant,lobbyist,magistrate,magnate,manager,mathematician,mayor,mediator,member,meteorologist,
    midfielder,millionaire,billionaire,minister,model,monk,murderer,musician,negotiator,
    neurologist,neuroscientist,novelist,nurse,officer,official,ombudsman,
    operator,opponent,organizer,organiser,owner,painter,pastor,pathologist,pediatrician,
    philanthropist,philosopher,photographer,physician,physicist,pianist,pilot,player,playwright,
    poet,politician,pollster,pope,preacher,premier,presenter,president,priest,prime minister,prince,
    princess,principal,producer,professor,programmer,prosecutor,psychiatrist,psychologist,
    publisher,queen,quarterback,rabbi,ranger,rapper,rebel,receptionist,recruiter,refugee,reporter,
    representative,researcher,resident,retiree,rival,rower,runner,sailor,salesman,scholar,
    scientist,screenwriter,sculptor,secretary,senator,sergeant,sheriff,singer,skier,
    sociologist,soldier,solicitor,songwriter,speaker,specialist,spokesman,spokesperson,
    spokeswoman,sprinter,star,statistician,strategist,striker,student,superintendent,supporter,
    surgeon,survivor,suspect,swimmer,teacher,technician,tennis player,therapist,trader,trainer,
    treasurer,trustee,tycoon,undersecretary,veteran,veterinarian,vice-president,
    vice-chairman,victim,violinist,volunteer,warden,warlord,winger,witness,worker,writer,
    youtuber,
    substitute,referee,umpire,accountant,superintendent,counterpart,instigator,
    spokesmen,ministers,senators,lawmakers,
    presidents,analysts,leaders,actors,directors,researchers,founders,
    attorneys,lawyers,economists,professors,secretary-general,director-general,undersecretary-general,
    attorney-general,governor-general,premier,chief executive,goalscorer,batsman,bowler,batter,
    all-rounder,opener,skipper,pitcher,catcher,centre-back,full-back,defenceman,forward,ex-president,
    ex-minister
    """

  /// Words that lengthen a title before its head: "former deputy foreign minister".
  static let modifiers: StaticString = """
    prime,vice,deputy,assistant,associate,foreign,finance,defense,defence,interior,home,health,
    education,trade,energy,justice,agriculture,transport,transportation,culture,economy,economic,
    labor,labour,environment,environmental,housing,immigration,internal,external,affairs,business,
    industry,information,communications,commerce,treasury,social,security,national,federal,state,
    local,regional,provincial,municipal,city,county,district,police,fire,army,navy,naval,military,
    political,senior,junior,chief,executive,managing,general,former,ex,acting,interim,outgoing,
    incoming,newly,elected,late,current,then,lead,leading,top,first,second,lieutenant,lt,lt.,major,
    maj,maj.,brigadier,brig.,rear,master,staff,sgt,sgt.,attorney,lord,crown,grand,supreme,high,
    special,presidential,parliamentary,congressional,campaign,press,public,communications,
    opposition,party,majority,minority,house,senate,democratic,republican,conservative,liberal,
    socialist,communist,independent,financial,operating,technical,technology,medical,legal,
    marketing,sales,research,creative,artistic,editorial,associate,adjunct,emeritus,principal,
    climate,human,rights,civil,political,film,music,football,soccer,basketball,baseball,hockey,
    tennis,rugby,cricket,team,head,co,joint,permanent,honorary,right,rt,hon,water,development,
    planning,technology,science,sports,sport,tourism,digital,equality,family,women's,youth,religious,
    spiritual,union,trade,labor,student,opposition,rebel,militia,tribal,village,community,veteran,
    investment,market,portfolio,fund,bank,stock,real,estate,oil,gas,software,computer,data,
    longtime,long-time,award-winning,renowned,prominent,famous,noted,retired,disgraced,fellow,
    co-chief,chief-executive,detective,chief,inspector,constable,armed,forces,air,force,
    intelligence,counterterrorism,nuclear,cabinet,government,ministry,department,group,company,
    club,world,international,global,pop,rock,jazz,folk,hip-hop,opera,fashion,tv,television,radio,
    news,sports,war,investigative,freelance,defending,two-time,three-time,olympic,champion,
    teenage,young,elderly,local,
    conservation,wildlife,marine,infectious,disease,emergency,surgery,pro-democracy,opposition
    """

  /// What follows a title head after "of" without a name: "Secretary of State".
  static let ofNouns: StaticString = """
    state,defense,defence,staff,police,education,labor,commerce,agriculture,energy,health,justice,
    transportation,treasury,interior,finance,war,operations,mission,security,communications,
    research,parliament,affairs,trade,science,culture,the house,the interior,the treasury,
    homeland security,veterans affairs,government
    """

  /// Who somebody is to somebody else: a person follows, but it is no title.
  static let kin: StaticString = """
    brother,son,daughter,wife,husband,girlfriend,boyfriend,cousin,uncle,aunt,nephew,niece,
    grandfather,grandmother,fiancé,fiancée,friend,ex-wife,ex-husband,brothers,sisters,parents,
    father,mother,sister,widow,neighbor,neighbour,grandson,granddaughter,colleague,stepfather,
    stepmother,roommate,classmate,teammate
    """
}
