/// Words about names that are neither people, organisations nor places, in lower case.
enum OtherWords {
  /// The calendar, never a name by itself.
  static let calendar: StaticString = """
    monday,tuesday,wednesday,thursday,friday,saturday,sunday,mondays,tuesdays,wednesdays,thursdays,
    fridays,saturdays,sundays,january,february,march,april,may,june,july,august,september,october,
    november,december,jan,jan.,feb,feb.,mar.,apr,apr.,jun.,jul.,aug,aug.,sept,sept.,sep,sep.,oct,
    oct.,nov,nov.,dec,dec.,mon,tue,tues,wed,thu,thurs,fri,sat,sun,christmas,easter,ramadan,
    thanksgiving,halloween,hanukkah,passover,eid,diwali,new year's,gmt,est,edt,pst,pdt,cet,utc,bst,
    a.m.,p.m.,am,pm,bc,ad,bce,ce
    """

  /// Acronyms and capitals that name no person, organisation or place.
  static let terms: StaticString = """
    ceo,cfo,coo,cto,tv,dvd,cd,gdp,gnp,ai,dna,rna,hiv,aids,covid,covid-19,sars,sars-cov-2,mers,pcr,
    mrna,ngo,ngos,pr,pc,it,id,ok,vip,suv,suvs,usb,wi-fi,wifi,internet,web,http,https,www,pdf,html,
    url,faq,gps,lgbt,lgbtq,lgbtq+,lgbtqi,phd,ph.d.,ma,ba,msc,bsc,mba,md,mp,mps,mep,meps,pm,hr,r&d,
    q&a,asap,rip,s.o.s.,sos,uv,x-ray,atm,pin,sms,diy,ipo,ipos,etf,esg,vat,kg,km,mph,kph,mm,cm,hz,
    ghz,mw,gw,gb,mb,tb,hd,ev,evs,vr,ar,ui,api,cpu,gpu,led,lcd,ii,iii,iv,vi,vii,viii,ix,xi,xii,i,a,
    god,lord,bible,quran,koran,torah,allah,jesus christ,mr,mrs,ms,dr,brexit,cop26,cop27,cop28,
    copyright,photo,image,video,read,more,file,advertisement,related,breaking,exclusive,update,
    updated,watch,live,opinion,analysis,editor's,note,english,french,spanish,i'm,i've,i'd,i'll,
    oscar,oscars,emmy,grammy,grammys,nobel,pulitzer,euro,euros,dollar,pound,yen,rupee,usd,eur,gbp,
    no,no.,vol,vol.,fig,fig.,p.s.,etc,vs,vs.,am,fm,am.,dj,mc,mvp,pga,pow,pows,wmd,icbm,ied,ieds,
    uav,uavs,f-16,f-35,ak-47,imo,fyi,lol,dui,dwi,er,icu,ivf,adhd,ptsd,hpv,bmi,mri,cbd,thc,lsd,
    nsfw,pg-13,rsvp,tba,tbd,gmo,gmos,cctv,rv,iq,nba finals,super bowl,plc
    """

  /// Words that end the name of an event, a law, a prize or a work.
  static let heads: StaticString = """
    accord,accords,act,agreement,amendment,award,awards,bill,bowl,championship,championships,code,
    convention,crisis,cup,day,days,deal,declaration,derby,era,expo,fair,festival,final,finals,
    games,grand prix,intifada,law,marathon,massacre,medal,olympics,open,pact,paralympics,plan,
    prix,prize,protocol,rebellion,referendum,revolution,season,series,summit,tour,tournament,
    treaty,trophy,uprising,war,week,weekend,world cup,year,century,syndrome,disease,virus,theory,
    show,album,song,trial,trials,scandal,storm,hurricane,typhoon,cyclone,earthquake,covenant,
    constitution,resolution,directive,index,average
    """

  /// Words that begin such a name.
  static let openers: StaticString = """
    hurricane,typhoon,cyclone,tropical,storm,operation,treaty,battle,war,boeing,airbus,chapter,
    article,section,phase,version,type,windows,android,title,day,festival,world cup,olympic,super
    """

  /// Lower-case words inside a name: "Ludwig van Beethoven".
  static let particles: StaticString = """
    de,del,della,di,da,das,dos,do,du,des,van,von,der,den,ten,ter,bin,ibn,bint,al,el,la,le,las,los,
    y,e,zu,af,av,ul,ud,ur,ben,abu,al-,van't,o,san
    """

  /// Verbs of speaking, which follow or precede a person or an organisation.
  static let speech: StaticString = """
    said,says,say,told,tells,added,adds,wrote,writes,tweeted,explained,explains,argued,argues,noted,
    notes,recalled,insisted,warned,warns,stressed,admitted,replied,declared,believes,thinks,claimed,
    claims,commented,confirmed,denied,stated,testified,joked,remarked,asked,asks,answered,described,
    acknowledged,concluded,continued,complained,suggested,emphasized,predicted,vowed,urged,called,
    announced,observed,quipped,responded,lamented,hopes,hoped,agreed,wants,wanted
    """
}
