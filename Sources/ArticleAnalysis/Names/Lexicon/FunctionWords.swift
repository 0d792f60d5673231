/// Words that begin sentences and headlines without being part of a name, in lower case.
enum FunctionWords {
  static let all: StaticString = """
    a,an,the,this,that,these,those,some,any,every,each,all,both,either,neither,no,none,nobody,
    nothing,another,other,others,such,many,much,most,few,several,more,less,one,two,three,four,five,
    six,seven,eight,nine,ten,eleven,twelve,dozens,hundreds,thousands,millions,i,you,he,she,it,we,they,
    me,him,her,us,them,my,your,his,its,our,their,who,whom,whose,which,what,when,where,why,how,there,
    here,and,but,or,nor,so,yet,if,then,else,because,since,while,whilst,although,though,unless,until,
    till,whether,as,than,like,unlike,despite,in,on,at,by,for,from,to,of,with,without,within,into,onto,
    over,under,above,below,between,among,amongst,amid,around,about,after,before,during,through,
    throughout,across,along,against,toward,towards,upon,near,inside,outside,beyond,behind,beside,
    besides,per,via,off,out,up,down,away,again,also,too,even,still,just,only,ever,never,always,often,
    sometimes,usually,perhaps,maybe,probably,certainly,clearly,indeed,instead,however,nevertheless,
    nonetheless,moreover,furthermore,therefore,thus,hence,meanwhile,meantime,otherwise,similarly,
    likewise,additionally,finally,eventually,recently,currently,previously,earlier,later,now,today,
    tonight,tomorrow,yesterday,once,soon,already,ago,first,second,third,last,next,is,are,was,were,be,
    been,being,am,has,have,had,do,does,did,will,would,shall,should,can,could,may,might,must,let,not,
    n't,'s,please,thank,thanks,yes,yeah,oh,well,ok,okay,hello,hi,dear,according,following,regarding,
    concerning,including,speaking,asked,given,based,born,made,said,says,say,new,old,good,great,big,
    own,same,part,officials,police,people,critics,experts,analysts,witnesses,residents,authorities,
    sources,protesters,scientists,researchers,investigators,prosecutors,lawmakers,families,
    government,president's,former,late,another,plus,minus,nearly,almost,roughly,approximately
    """

  /// Prepositions that places follow.
  static let locatives: StaticString = """
    in,at,near,inside,outside,across,throughout,around,toward,towards,from,to,into,within,via,
    through,leaving,visited,visit,visiting
    """
}
