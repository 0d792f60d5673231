extension ScalarFunction {
  /// String predicates and all functions called by name.
  static let named: [ScalarFunction] =
    TextPredicate.functions + ListPredicates.functions + [MatchesRegex.function]
    + textFunctions + ConversionFunctions.functions + [ExtractJSON.function]
    + NullTests.functions + Choosing.functions + [Around.function, Assert.function]
    + Bin.functions + Rounding.functions + RealFunctions.functions
    + timeFunctions
    + ArrayFunctions.functions + ArraySort.functions + ArrayReordering.functions
    + BagFunctions.functions
    + SetFunctions.functions + [RangeFunction.function] + Closeness.functions
    + [Snippet.function] + Spans.functions + EntityNames.functions

  private static let textFunctions: [ScalarFunction] =
    TextMeasures.functions + Concatenation.functions + [SubstringFunction.function]
    + IndexOf.functions + [CountOf.function] + Extract.functions + Replace.functions
    + [Split.function] + CaseConversion.functions + [
      TitleCase.function, Fold.function, Fold.ofMembers,
    ]
    + Trim.functions + [Reverse.function] + TextComparison.functions + [Similarity.function]
    + CodePoints.functions + NumberFormat.functions + ParseURL.functions
    + [ParsePath.function, ParseCSV.function, ParseVersion.function]

  private static let timeFunctions: [ScalarFunction] =
    DatetimeArithmetic.functions + DateParts.functions + PeriodBounds.functions
    + TimeMaking.functions + TimeFormat.functions + ZonedTime.functions
}
