import Diagnostics
import Testing

@testable import QueryLanguage

/// One tiny wrong query for each message, with all that is said of it.
@Suite struct ErrorGalleryTests {
  @Test(arguments: cases) func messagesAre(query: String, expected: [String]) {
    #expect(messages(query) == expected.joined(separator: "\n"))
  }

  /// Codes are stable and each kind of mistake has its own.
  @Test func everyCodeIsInTheGallery() {
    var codes: Set<String> = []
    for (query, _) in Self.cases { codes.formUnion(parsed(query).diagnostics.map(\.code)) }
    let lexical = (1...12).map { "L01" + ($0 < 10 ? "0\($0)" : "\($0)") }
    // Two were of what lede did not have yet.
    let syntax = (1...17).filter { $0 != 5 && $0 != 10 }.map {
      "L02" + ($0 < 10 ? "0\($0)" : "\($0)")
    }
    let habits = (20...39).map { "L02\($0)" }
    #expect(Set(lexical + syntax + habits).subtracting(codes).isEmpty)
  }

  static let cases: [(String, [String])] = [
    (
      #"print # 1"#,
      [
        #"error[L0101]: '#' begins no comment   1:7..<1:8   a comment begins with '//'"#
      ]
    ),
    (
      #"T | take 1 -- it's one"#,
      [
        #"error[L0101]: '--' begins no comment   1:12..<1:14   a comment begins with '//'"#
      ]
    ),
    (#"print 1 -- 2, a --b"#, []),
    (
      #"print ^ 1"#,
      [
        #"error[L0101]: '^' is no part of a query   1:7..<1:8"#
      ]
    ),
    (
      #"T | where (a == "Walt Dunmore)"#,
      [
        #"error[L0102]: the text that begins here is not closed on its line   1:17..<1:31   close it: "Walt Dunmore")"#
      ]
    ),
    (
      #"T | where a == 'Walt Dunmore | take 3; "#,
      [
        #"error[L0102]: the text that begins here is not closed on its line   1:16..<1:40   close it: 'Walt Dunmore' | take 3; "#
      ]
    ),
    (
      #"print “Walt"#,
      [
        #"error[L0102]: the text that begins here is not closed on its line   1:7..<1:12   close it: “Walt”"#
      ]
    ),
    (
      #"print datetime(03/04/2025)"#,
      [
        #"warning[L0114]: '03/04/2025' is read with the month first, as 2025-03-04   1:7..<1:27   write datetime(2025-03-04)"#
      ]
    ),
    (#"print datetime(13/04/2025), datetime(4.4.2025), datetime(2025-03-04)"#, []),
    (
      #"T || take 1"#,
      [
        #"error[L0242]: stages are parted by one bar   1:3..<1:5   write '|'"#
      ]
    ),
    (
      #"T | summarize count(distinct a), b = count(distinct c.d) by e"#,
      [
        #"error[L0228]: 'distinct' does not stand inside 'count'   1:15..<1:32   write dcount(a)"#,
        #"error[L0228]: 'distinct' does not stand inside 'count'   1:38..<1:57   write dcount(c.d)"#,
      ]
    ),
    (
      #"print "a"#,
      [
        #"error[L0102]: the text that begins here is not closed on its line   1:7..<1:9   close it: "a""#
      ]
    ),
    (
      #"print "\q""#,
      [
        #"error[L0103]: '\q' is no escape in a text   1:8..<1:10   write '\\' for a backslash, or @"…" to have no escapes"#
      ]
    ),
    (
      #"/* a"#,
      [
        #"error[L0104]: the comment that begins here is not closed   1:1..<1:3"#
      ]
    ),
    (
      #"print 99999999999999999999"#,
      [
        #"warning[L0105]: '99999999999999999999' is too large for its type and becomes null   1:7..<1:27   the largest long is 9223372036854775807; decimal(…) and real hold more"#
      ]
    ),
    (
      #"print “a”"#,
      [
        #"note[L0106]: curly quotes are read as straight ones   1:7..<1:10"#
      ]
    ),
    (
      #"print datetime(2024-03-05"#,
      [
        #"error[L0107]: 'datetime(' is not closed   1:7..<1:16   add ')'"#
      ]
    ),
    (
      #"print datetime(2024-13-05)"#,
      [
        #"error[L0108]: '2024-13-05' is no datetime   1:7..<1:27   such as datetime(2024-03-05) or datetime(2024-03-05 14:30)"#
      ]
    ),
    (
      #"print datetime(published)"#,
      [
        #"error[L0109]: datetime(…) holds a value written out, not 'published'   1:7..<1:26   to convert, write todatetime(published)"#
      ]
    ),
    (
      #"print .5"#,
      [
        #"error[L0110]: a number begins with a digit   1:7..<1:9   did you mean '0.5'?"#
      ]
    ),
    (
      #"print 1.5parsecs"#,
      [
        #"error[L0111]: 'parsecs' is no unit of time   1:7..<1:17   units are d, h, m, s, ms, microsecond, tick, w, mo, q, y"#
      ]
    ),
    (
      #"print 2024-03-05"#,
      [
        #"note[L0112]: 2024-03-05 is read as a date, not as a subtraction   1:7..<1:17   write datetime(2024-03-05)"#
      ]
    ),
    (
      #"T | where"#,
      [
        #"error[L0201]: expected a value after 'where', found the end   1:10..<1:10"#
      ]
    ),
    (
      #"print (1"#,
      [
        #"error[L0202]: '(' is not closed   1:7..<1:8   add ')'"#
      ]
    ),
    (
      #"print 1)"#,
      [
        #"error[L0203]: ')' closes nothing   1:8..<1:9"#
      ]
    ),
    (
      #"T | wher a"#,
      [
        #"error[L0204]: 'wher' is no operator   1:5..<1:9   did you mean 'where'?"#
      ]
    ),
    (
      #"T | project-awy a"#,
      [
        #"error[L0204]: 'project-awy' is no operator   1:5..<1:16   did you mean 'project-away' or 'project-keep'?"#
      ]
    ),
    (
      #"T | join kind=iner (U) on a"#,
      [
        #"error[L0214]: 'iner' is no kind of join   1:15..<1:19   did you mean 'inner'?"#
      ]
    ),
    (
      #"T | union knd=inner U"#,
      [
        #"error[L0214]: 'knd' is no option of union   1:11..<1:14   did you mean 'kind'?"#
      ]
    ),
    (
      #"find a w/5 (not b)"#,
      [
        #"error[L0216]: a connector of closeness takes words and phrases   1:6..<1:19"#
      ]
    ),
    (
      #"find colour:red"#,
      [
        #"error[L0214]: 'colour' is no field of find   1:6..<1:12   there are 'headline', 'speaker', 'publisher', 'section', 'author', 'language', 'after', 'before', 'during'"#
      ]
    ),
    (
      #"find (ferry"#,
      [
        #"error[L0201]: expected ')', found the end   1:12..<1:12"#
      ]
    ),
    (
      #"find ferry and"#,
      [
        #"error[L0201]: expected a word after 'and', found the end   1:15..<1:15"#
      ]
    ),
    (
      #"said ceasefire"#,
      [
        #"error[L0217]: 'said' begins a short form, and this is none   1:1..<1:5   such as: said "ceasefire""#
      ]
    ),
    (
      #"T | join (U)"#,
      [
        #"error[L0215]: 'join' needs 'on' and the columns that must be alike   1:5..<1:9   write 'on a', or 'on $left.a == $right.b' where the names differ"#
      ]
    ),
    (
      #"T | partition by a (take 1)"#,
      [
        #"error[L0206]: KQL's operator 'partition' is not in lede   1:5..<1:14"#
      ]
    ),
    (
      #"T | count T | count"#,
      [
        #"error[L0207]: expected '|' or ';' before 'T'   1:11..<1:12"#
      ]
    ),
    (
      #"T | count\#nT | count"#,
      [
        #"error[L0207]: expected '|' or ';' before 'T'   2:1..<2:2   a statement ends with ';', a new line does not end it"#
      ]
    ),
    (
      #"1 + 2"#,
      [
        #"error[L0208]: a query begins with a table, and '1 + 2' is none   1:1..<1:6   to see a value, write print 1 + 2"#
      ]
    ),
    (
      #"print 1 < 2 < 3"#,
      [
        #"error[L0209]: comparisons do not chain   1:7..<1:16   write 1 < 2 and 2 < 3"#
      ]
    ),
    (
      #"T | where a = 1"#,
      [
        #"error[L0220]: '=' names a column   1:13..<1:14   to compare, write '=='"#
      ]
    ),
    (
      #"T | where a && b || c"#,
      [
        #"error[L0221]: '&&' is not part of the language   1:13..<1:15   write 'and'"#,
        #"error[L0221]: '||' is not part of the language   1:18..<1:20   write 'or'"#,
      ]
    ),
    (
      #"T | where a AND b Or c"#,
      [
        #"error[L0222]: 'AND' is written in lower case   1:13..<1:16   write 'and'"#,
        #"error[L0222]: 'Or' is written in lower case   1:19..<1:21   write 'or'"#,
      ]
    ),
    (
      #"T | WHERE a == 1"#,
      [
        #"error[L0222]: 'WHERE' is written in lower case   1:5..<1:10   write 'where'"#
      ]
    ),
    (
      #"T | where a like "%x%""#,
      [
        #"error[L0223]: 'like' is no operator   1:13..<1:23   write contains "x""#
      ]
    ),
    (
      #"T | where a not like "x%""#,
      [
        #"error[L0223]: 'like' is no operator   1:17..<1:26   write !startswith "x""#
      ]
    ),
    (
      #"T | where a is null"#,
      [
        #"error[L0224]: 'is' is no operator   1:11..<1:20   write isempty(a)"#
      ]
    ),
    (
      #"T | where a IS NOT NULL and b == 1"#,
      [
        #"error[L0224]: 'is' is no operator   1:11..<1:24   write isnotempty(a)"#
      ]
    ),
    (
      #"T | where a == null"#,
      [
        #"error[L0225]: a comparison with null is never true   1:11..<1:20   write isempty(a)"#
      ]
    ),
    (
      #"T | where a != null and b"#,
      [
        #"error[L0225]: a comparison with null is never true   1:11..<1:20   write isnotempty(a)"#
      ]
    ),
    (
      #"SELECT a, b FROM T WHERE c > 1 ORDER BY d LIMIT 5"#,
      [
        #"error[L0226]: a query begins with its table, not with SELECT   1:1..<1:7   write T | where c > 1 | project a, b | sort by d | take 5"#
      ]
    ),
    (
      #"select * from T"#,
      [
        #"error[L0226]: a query begins with its table, not with SELECT   1:1..<1:7   write T"#
      ]
    ),
    (
      #"T | group by a"#,
      [
        #"error[L0227]: grouping is a part of summarize   1:5..<1:10   write summarize count() by …"#
      ]
    ),
    (
      #"T | summarize count() group by a"#,
      [
        #"error[L0227]: grouping is a part of summarize   1:23..<1:28   write summarize count() by …"#
      ]
    ),
    (
      #"T | summarize count(*)"#,
      [
        #"error[L0228]: count counts rows without a '*'   1:15..<1:23   write count()"#
      ]
    ),
    (
      #"T | where a not in (1)"#,
      [
        #"error[L0229]: 'not' does not stand before 'in'   1:13..<1:19   write !in"#
      ]
    ),
    (
      #"T | where not a"#,
      [
        #"error[L0229]: 'not' does not stand before 'a'   1:11..<1:16   write not(a)"#
      ]
    ),
    (
      #"T | where not a == 1 and b"#,
      [
        #"error[L0229]: 'not' does not stand before 'a == 1'   1:11..<1:21   write not(a == 1)"#
      ]
    ),
    (
      #"T | where a <> 1"#,
      [
        #"warning[L0230]: '<>' is read as '!='   1:13..<1:15   write '!='"#
      ]
    ),
    (
      #""red line" AND "Ruiz""#,
      [
        #"error[L0231]: phrases are joined inside a query   1:1..<1:22   write sentences | where text has "red line" and text has "Ruiz""#
      ]
    ),
    (
      #"T | where a in "x""#,
      [
        #"error[L0232]: 'in' takes its values in parentheses   1:13..<1:15   write in (…)"#
      ]
    ),
    (
      #"T | where a in [1, 2]"#,
      [
        #"error[L0232]: 'in' takes its values in parentheses   1:13..<1:15   write in (…)"#
      ]
    ),
    (
      #"T | sort a desc"#,
      [
        #"error[L0233]: expected 'by' after 'sort'   1:5..<1:9   write sort by …"#
      ]
    ),
    (
      #"T | order a"#,
      [
        #"error[L0233]: expected 'by' after 'order'   1:5..<1:10   write order by …"#
      ]
    ),
    (
      #"T | top 5 a"#,
      [
        #"error[L0233]: expected 'by' after 'top 5'   1:5..<1:8   write top 5 by …"#
      ]
    ),
    (
      #"T | summarize hint.strategy=shuffle count() by a"#,
      [
        #"note[L0234]: 'hint.strategy=shuffle' has no meaning in lede and is ignored   1:15..<1:36"#
      ]
    ),
    (
      #"T | where contains(a, "x")"#,
      [
        #"error[L0235]: 'contains' stands between two values   1:11..<1:19   write a contains b"#
      ]
    ),
    (
      #"T | where a.strlen() > 1"#,
      [
        #"error[L0236]: functions are not called through a dot   1:13..<1:19   write strlen(…)"#
      ]
    ),
    (
      #"T | where a = = 1 | project b c | wher d"#,
      [
        #"error[L0220]: '=' names a column   1:13..<1:16   to compare, write '=='"#,
        #"error[L0207]: expected ',', '|' or ';' before 'c'   1:31..<1:32   did you forget a comma?"#,
      ]
    ),
    (
      #"T | where date > 2024-01-01"#,
      [
        #"note[L0112]: 2024-01-01 is read as a date, not as a subtraction   1:18..<1:28   write datetime(2024-01-01)"#
      ]
    ),
    (
      #"T | where a == “x”"#,
      [
        #"note[L0106]: curly quotes are read as straight ones   1:16..<1:19"#
      ]
    ),
    (
      #"T | where a between 1 and 5"#,
      [
        #"error[L0238]: 'between' takes its bounds as (a .. b)   1:13..<1:20   write between (1 .. 5)"#
      ]
    ),
    (
      #"T | where a between (1, 5)"#,
      [
        #"error[L0238]: 'between' takes its bounds as (a .. b)   1:23..<1:24   write between (1 .. 5)"#
      ]
    ),
    (
      #"T | where a matches "x""#,
      [
        #"error[L0239]: expected 'regex' after 'matches'   1:13..<1:20   write matches regex"#
      ]
    ),
    (
      #"T | where a has"#,
      [
        #"error[L0201]: expected a value after 'has', found the end   1:16..<1:16"#
      ]
    ),
    (
      #"T | project"#,
      [
        #"error[L0201]: expected a column after 'project', found the end   1:12..<1:12"#
      ]
    ),
    (
      #"T | project a,"#,
      [
        #"error[L0201]: expected a value after ',', found the end   1:15..<1:15"#
      ]
    ),
    (
      #"T | project a,,b"#,
      [
        #"error[L0201]: expected a value after ',', found ','   1:15..<1:16"#
      ]
    ),
    (
      #"T | extend x ="#,
      [
        #"error[L0201]: expected a value after '=', found the end   1:15..<1:15"#
      ]
    ),
    (
      #"let x"#,
      [
        #"error[L0201]: expected '=' after 'x', found the end   1:6..<1:6"#
      ]
    ),
    (
      #"let = 5"#,
      [
        #"error[L0201]: expected a name after 'let', found '='   1:5..<1:6"#
      ]
    ),
    (
      #"let f = (a) { a }; print f(1)"#,
      [
        #"error[L0201]: expected ':' and a type after 'a', found ')'   1:11..<1:12"#
      ]
    ),
    (
      #"let f = (a:long) { }"#,
      [
        #"error[L0201]: expected the function's value after '{', found '}'   1:20..<1:21"#
      ]
    ),
    (
      #"T |"#,
      [
        #"error[L0201]: expected an operator after '|', found the end   1:4..<1:4"#
      ]
    ),
    (
      #"T | | count"#,
      [
        #"error[L0201]: expected an operator after '|', found '|'   1:5..<1:6"#
      ]
    ),
    (
      #"T | 5"#,
      [
        #"error[L0201]: expected an operator after '|', found '5'   1:5..<1:6"#
      ]
    ),
    (
      #"print f(1, 2"#,
      [
        #"error[L0202]: '(' is not closed   1:8..<1:9   add ')'"#
      ]
    ),
    (
      #"print [1, 2"#,
      [
        #"error[L0202]: '[' is not closed   1:7..<1:8   add ']'"#
      ]
    ),
    (
      #"print f(1 2, 3)"#,
      [
        #"error[L0201]: expected ',' or ')' after '1', found '2'   1:11..<1:12"#
      ]
    ),
    (
      #"print dynamic({a:1})"#,
      [
        #"error[L0108]: '{a:1}' is no dynamic   1:7..<1:21   such as dynamic({"a": [1, 2]})"#
      ]
    ),
    (
      #"print int(99999999999)"#,
      [
        #"error[L0108]: '99999999999' is no int   1:7..<1:23   such as int(3); the largest is 2147483647"#
      ]
    ),
    (
      #"print 1mo, 1.5mo"#,
      [
        #"error[L0108]: '1.5mo' is no number of months   1:12..<1:17"#
      ]
    ),
    (
      #"range i from 1 to 10"#,
      [
        #"error[L0201]: expected 'step' after '10', found the end   1:21..<1:21"#
      ]
    ),
    (
      #"datatable (a:long)"#,
      [
        #"error[L0201]: expected '[' and the values after ')', found the end   1:19..<1:19"#
      ]
    ),
    (
      #"T where a == 1"#,
      [
        #"error[L0211]: expected '|' before 'where'   1:3..<1:8   did you mean '| where'?"#
      ]
    ),
    (
      #"T | where a == 1 b == 2"#,
      [
        #"error[L0207]: expected '|' or ';' before 'b'   1:18..<1:19"#
      ]
    ),
    (
      #"T | sort by a ascending"#,
      [
        #"error[L0221]: 'ascending' is not part of the language   1:15..<1:24   write 'asc'"#
      ]
    ),
    (
      #"T | take"#,
      [
        #"error[L0201]: expected a value after 'take', found the end   1:9..<1:9"#
      ]
    ),
    (
      #"T; U | wher x; V | projct y; print 1 +"#,
      [
        #"error[L0204]: 'wher' is no operator   1:8..<1:12   did you mean 'where'?"#,
        #"error[L0204]: 'projct' is no operator   1:20..<1:26   did you mean 'project'?"#,
        #"error[L0201]: expected a value after '+', found the end   1:39..<1:39"#,
      ]
    ),
    (
      #"foo bar"#,
      [
        #"error[L0207]: expected '|' or ';' before 'bar'   1:5..<1:8"#
      ]
    ),
    (
      #"T | where (a == 1"#,
      [
        #"error[L0202]: '(' is not closed   1:11..<1:12   add ')'"#
      ]
    ),
    (
      #"T | where a == 'it's'"#,
      [
        #"error[L0212]: the text ends at the quote inside it   1:16..<1:20   write \' for a quote inside, or the other quotes around"#
      ]
    ),
    (
      #"print 1 ≥ 2"#,
      [
        #"error[L0101]: '≥' is no part of a query   1:9..<1:10   did you mean '>='?"#
      ]
    ),
    (
      "print 1 \u{7F}\u{1} 2 \u{202E}",
      [
        "error[L0101]: the character U+007F is no part of a query   1:9..<1:10",
        "error[L0101]: the character U+0001 is no part of a query   1:10..<1:11",
        "error[L0101]: the character U+202E is no part of a query   1:14..<1:15",
      ]
    ),
    (
      #"T | where x === 1"#,
      [
        #"error[L0221]: '===' is not part of the language   1:13..<1:16   write '=='"#
      ]
    ),
    (
      #"T | where !a"#,
      [
        #"error[L0221]: '!' is not part of the language   1:11..<1:13   write 'not(a)'"#
      ]
    ),
    (
      #"T | where a ! has "x""#,
      [
        #"error[L0201]: expected '|' or ';' after 'a', found '!'   1:13..<1:14"#
      ]
    ),
    (
      #"declare query_parameters(a)"#,
      [
        #"error[L0201]: expected ':' and a type after 'a', found ')'   1:27..<1:28"#
      ]
    ),
    (
      #"set x="#,
      [
        #"error[L0201]: expected a value after '=', found the end   1:7..<1:7"#
      ]
    ),
    (
      #"T | project a as b"#,
      [
        #"error[L0237]: a column's name stands before it   1:15..<1:19   write b = a"#
      ]
    ),
    (
      #"T | where a[0"#,
      [
        #"error[L0202]: '[' is not closed   1:12..<1:13   add ']'"#
      ]
    ),
    (
      #"T | distinct a | distinct"#,
      [
        #"error[L0201]: expected a column or '*' after 'distinct', found the end   1:26..<1:26"#
      ]
    ),
    (
      #"T | where a has "b" "c" d"#,
      [
        #"error[L0207]: expected '|' or ';' before 'd'   1:25..<1:26"#
      ]
    ),
    (
      #"}"#,
      [
        #"error[L0203]: '}' closes nothing   1:1..<1:2"#
      ]
    ),
    (
      #"prnt 1"#,
      [
        #"error[L0213]: 'prnt' begins no statement   1:1..<1:5   did you mean 'print'?"#
      ]
    ),
    (
      #"T project a"#,
      [
        #"error[L0211]: expected '|' before 'project'   1:3..<1:10   did you mean '| project'?"#
      ]
    ),
    (
      #"T | where AND b"#,
      [
        #"error[L0201]: expected a value after 'where', found 'AND'   1:11..<1:14"#
      ]
    ),
    (
      #"T | where a == b | count x"#,
      [
        #"error[L0207]: expected '|' or ';' before 'x'   1:26..<1:27"#
      ]
    ),
    (
      #"let f = (a, b:long) { a }"#,
      [
        #"error[L0201]: expected ':' and a type after 'a', found ','   1:11..<1:12"#
      ]
    ),
    (
      #"T | project f(a as b)"#,
      [
        #"error[L0201]: expected ',' or ')' after 'a', found 'as'   1:17..<1:19"#
      ]
    ),
    (
      #"SELECT count(*) FROM T GROUP BY a"#,
      [
        #"error[L0226]: a query begins with its table, not with SELECT   1:1..<1:7   write T | summarize count() by a"#
      ]
    ),
    (
      #"T | join kind=inner (U | where x == 1) on a | wher b"#,
      [
        #"error[L0204]: 'wher' is no operator   1:47..<1:51   did you mean 'where'?"#
      ]
    ),
    (
      #"T | where a ==  | project b | wher c"#,
      [
        #"error[L0201]: expected a value after '==', found '|'   1:17..<1:18"#,
        #"error[L0204]: 'wher' is no operator   1:31..<1:35   did you mean 'where'?"#,
      ]
    ),
    (
      #"print (1 + ) + (2 * )"#,
      [
        #"error[L0201]: expected a value after '+', found ')'   1:12..<1:13"#,
        #"error[L0201]: expected a value after '*', found ')'   1:21..<1:22"#,
      ]
    ),
    (
      #"T | where f(a, , b)"#,
      [
        #"error[L0201]: expected a value after ',', found ','   1:16..<1:17"#
      ]
    ),
    (
      #"T | extend a = 1 b = 2"#,
      [
        #"error[L0207]: expected ',', '|' or ';' before 'b'   1:18..<1:19   did you forget a comma?"#
      ]
    ),
    (
      #"T | summarize count() by"#,
      [
        #"error[L0201]: expected a column after 'by', found the end   1:25..<1:25"#
      ]
    ),
    (
      #"T | render barchrt"#,
      [
        #"error[L0214]: 'barchrt' is no chart   1:12..<1:19   did you mean 'barchart'?"#
      ]
    ),
  ]
}
