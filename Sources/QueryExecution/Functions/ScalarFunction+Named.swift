extension ScalarFunction {
  /// String predicates and all functions called by name.
  static let named: [ScalarFunction] =
    TextPredicate.functions + ListPredicates.functions + [MatchesRegex.function]
    + textFunctions + ConversionFunctions.functions + NullTests.functions + Choosing.functions
    + Bin.functions + Rounding.functions + RealFunctions.functions
    + DatetimeArithmetic.functions + DateParts.functions + PeriodBounds.functions
    + TimeMaking.functions + TimeFormat.functions
    + ArrayFunctions.functions + BagFunctions.functions + SetFunctions.functions
    + [RangeFunction.function] + Closeness.functions + [Snippet.function]

  private static let textFunctions: [ScalarFunction] =
    TextMeasures.functions + Concatenation.functions + [SubstringFunction.function]
    + IndexOf.functions + [CountOf.function] + Extract.functions + Replace.functions
    + [Split.function] + CaseConversion.functions + [Fold.function] + Trim.functions
    + [Reverse.function] + TextComparison.functions
}
