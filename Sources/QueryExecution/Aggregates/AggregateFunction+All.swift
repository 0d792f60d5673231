extension AggregateFunction {
  /// In the order that listings show.
  static let all: [AggregateFunction] = [
    count, countIf, sum, sumIf, average, averageIf, minimum, minimumIf, maximum, maximumIf,
    distinctCount, distinctCountIf, countDistinct, countDistinctIf, standardDeviation,
    standardDeviationIf, standardDeviationOfPopulation, variance, varianceIf,
    varianceOfPopulation, percentile, weightedPercentile, percentilesArray,
    weightedPercentilesArray, makeList, makeListIf, makeListWithNulls, makeSet, makeSetIf,
    makeBag, makeBagIf, buildSchema, rowOfMaximum, rowOfMinimum, takeAny, takeAnyIf,
  ]
}
