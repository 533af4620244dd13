// The rules that look across keys, in one list each. A rule is a small function from the draft to what is wrong.
import {
  keepingSavesABuild,
  keptPathsStayBelow,
  placesBelongToTheirKind,
  programsAreKeptWhereTheyFit,
} from './rules/baseline.ts'
import {
  envKeepsItsSpelling,
  importsAreRead,
  leaksAreOfServices,
  loadStaysHere,
  metricsAreNamedOnce,
  monitorHasAService,
  namesDoNotNest,
  pathsStayOnTheirSide,
  statisticsAreOfRecordedMetrics,
  suiteMeasuresSomething,
  trialsFitIntoTheTimeout,
} from './rules/benchmarks.ts'
import {
  amountsHaveTheUnitOfTheMetric,
  budgetsMatchBenchmarks,
  budgetsMatchMetrics,
  globsAreGlobs,
  ignoreBelowIsBelowRegression,
  somethingIsGated,
} from './rules/budgets.ts'
import {
  conditionsCanBreak,
  levelsDiffer,
  loadKeysAreUsed,
  pausesAreInOrder,
  soaksAreLong,
  urlsAreComplete,
} from './rules/load.ts'
import type { Rule } from './rules/rule.ts'

export type { Purpose, Rule } from './rules/rule.ts'

/** What makes a suite unusable. */
export const faultRules: readonly Rule[] = [
  suiteMeasuresSomething,
  namesDoNotNest,
  pathsStayOnTheirSide,
  trialsFitIntoTheTimeout,
  importsAreRead,
  metricsAreNamedOnce,
  monitorHasAService,
  statisticsAreOfRecordedMetrics,
  envKeepsItsSpelling,
  loadStaysHere,
  leaksAreOfServices,
  loadKeysAreUsed,
  urlsAreComplete,
  levelsDiffer,
  pausesAreInOrder,
  conditionsCanBreak,
  soaksAreLong,
  globsAreGlobs,
  budgetsMatchBenchmarks,
  budgetsMatchMetrics,
  amountsHaveTheUnitOfTheMetric,
  ignoreBelowIsBelowRegression,
  placesBelongToTheirKind,
  programsAreKeptWhereTheyFit,
  keptPathsStayBelow,
  keepingSavesABuild,
]

/** What works and is hardly meant. */
export const warningRules: readonly Rule[] = [somethingIsGated]
