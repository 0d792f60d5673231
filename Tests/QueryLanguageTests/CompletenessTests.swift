import Testing

@testable import QueryLanguage

/// What the prompt asks when Enter is pressed: whether the text is run or goes on.
@Suite struct CompletenessTests {
  @Test(arguments: [
    "", "articles", "articles | count", "articles | count;", "print 1 // a |", "print \"a | b\"",
    "articles | wher a", "print 1)", "print (1;", "T | where a == 1 and b", "print 'a' \"b\"",
    "T | project count", "T | project by = 1", "let f = (a:long) { a }", "set x", "| take 3",
    "print dynamic({\"a\": [1]})", "T | sort by a desc", "T | sort by a nulls last", "/* a */ T",
    "T | distinct *", "T | summarize by a", "print ```a\nb```", "_", "SELECT a FROM T",
    // A string in one pair of quotes ends with its line, so more lines would not close it.
    "print \"a", "print 'a", "print @\"a", "print “a", "T | where (a == \"b",
    // A semicolon ends a statement at once, also a wrong one.
    "T | where (a;", "T | where;",
  ])
  func isComplete(text: String) {
    #expect(!parsed(text).tree.isIncomplete)
  }

  @Test(arguments: [
    // Open brackets and strings.
    "print (1", "print f(1,\n2", "T | where a in (", "print [1", "let f = (a:long) {",
    "let f = () { let x = 1;", "print ```a\nb", "print ~~~a", "/* a",
    "print datetime(2024", "print dynamic({\"a\":", "datatable (a:long) [1,",
    // A trailing bar or comma.
    "articles |", "articles\n| ", "articles | count |", "T | project a,", "T | project a, // then",
    // Trailing operator words and signs.
    "T | where", "T | where a and", "T | where a ==", "T | where a has", "T | where a !in",
    "T | extend", "T | extend a =", "T | summarize count() by", "T | sort", "T | sort by",
    "T | top", "T | top 5", "T | top 5 by", "T | take", "print", "let", "let x", "let x =",
    "T | where a between", "T | where a matches", "T | sort by a nulls", "print 1 +", "print -",
    "range i", "range i from 1 to", "range i from 1 to 10", "declare", "declare query_parameters",
    "datatable (a:long)", "T | as", "T | count as", "print a.", "T | project-rename a =", "set",
  ])
  func wantsMore(text: String) {
    #expect(parsed(text).tree.isIncomplete)
  }
}
