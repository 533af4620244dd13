// A plan in words, for `perf-gate plan`: what would run, against what, how often, and how long at most.
import type { Change, ChangeSide } from '../model/change.ts'
import { couldMatchBelow, isGlob, matchesBenchmark } from '../model/glob.ts'
import type { Plan } from '../model/plan.ts'
import {
  type Benchmark,
  type Budget,
  describeBenchmark,
  loadTime,
  longestLoadTime,
  metricsOf,
  reportsItsOwn,
} from '../model/suite/index.ts'
import { writeDuration } from '../model/suite/quantity.ts'
import { termsOf, writeTerms } from '../model/terms.ts'

/** Lines of text; `budgets` are the suite's. */
export function describePlan(plan: Plan, budgets: readonly Budget[]): string[] {
  const count = plan.benchmarks.length
  return [
    `${plan.suite}: ${count} ${count === 1 ? 'benchmark' : 'benchmarks'}, base against head`,
    ...shardLines(plan),
    `base   ${sideText(plan.change.base)}: ${why(plan.change)}`,
    `head   ${sideText(plan.change.head)}`,
    ...plan.setup.map((command) => `setup  ${command}, once per side`),
    `seed   ${plan.seed}: decides which side runs first in each pair`,
    `time   ${limitText(plan)}`,
    ...plan.benchmarks.flatMap(({ benchmark }) => [
      '',
      ...benchmarkLines(benchmark, plan),
      ...budgetLines(benchmark, budgets),
    ]),
  ]
}

function shardLines({ shard }: Plan): string[] {
  if (shard === undefined) return []
  const { index, division } = shard
  return [`shard  ${index} of ${division.length}; all of them have ${division.flat().length} benchmarks`]
}

function sideText({ commit, ref, directory, dirty }: ChangeSide): string {
  const named = [ref, commit?.slice(0, 7)].filter(
    (word, index, all) => word !== undefined && all.indexOf(word) === index,
  )
  const place = named.length === 0 ? (directory ?? 'the working tree') : named.join(' ')
  return dirty === true ? `${place} with uncommitted changes` : place
}

function why({ reason, distance }: Change): string {
  const back = distance === undefined ? '' : `, ${distance} ${distance === 1 ? 'commit' : 'commits'} back`
  switch (reason) {
    case 'merge-base':
      return `where the branch left its target${back}`
    case 'previous-commit':
      return `the commit before this push${back}`
    case 'last-commit':
      return `the last commit${back}`
    case 'named':
      return `asked for by name${back}`
    case 'folders':
      return 'a folder that was given'
  }
}

function limitText({ benchmarks, maxTime }: Plan): string {
  const timeouts = benchmarks.map(({ benchmark }) => timeoutOf(benchmark))
  const pair = 2 * Math.max(0, ...timeouts)
  const more = pair === 0 ? '' : `; at worst a last pair takes ${writeDuration(pair)} more`
  return `at most ${writeDuration(maxTime)} after setup, less when all is decided earlier${more}`
}

/** Seconds after which a trial is killed, or has ended by itself. */
function timeoutOf(benchmark: Benchmark): number {
  if (benchmark.kind === 'files') return 0
  return benchmark.kind === 'load' ? longestLoadTime(benchmark) : benchmark.timeout
}

function benchmarkLines(benchmark: Benchmark, { minPairs, maxPairs, only = [] }: Plan): string[] {
  const title = `${benchmark.name}  (${describeBenchmark(benchmark)})`
  if (benchmark.kind === 'files') return [title, '  read once per side, compared exactly']
  const asked = only.some((pattern) => matchesBenchmark(pattern, benchmark.name))
  const rows = asked ? [] : only.filter((pattern) => couldMatchBelow(pattern, benchmark.name))
  const pairs = `  ${minPairs} to ${maxPairs} pairs`
  if (benchmark.kind === 'load')
    return [
      title,
      `${pairs}; a trial is one round of load, about ${writeDuration(Math.ceil(loadTime(benchmark)))}`,
    ]
  if (benchmark.kind === 'command' && reportsItsOwn(benchmark))
    return [
      title,
      `${pairs}; a trial is one run, and is killed after ${writeDuration(benchmark.timeout)}; the rows are what it reports`,
    ]
  if (benchmark.kind !== 'task')
    return [title, `${pairs}; a trial is killed after ${writeDuration(benchmark.timeout)}`]
  const trial = benchmark.warmUp + benchmark.trialTime
  const [least, most] = [minPairs, maxPairs].map((count) =>
    writeDuration(Math.round(20 * count * trial) / 10),
  )
  const which = rows.length === 0 ? 'each function' : rows.join(', ')
  return [title, `${pairs} for ${which}: about ${writeDuration(trial)} a trial, ${least} to ${most} in all`]
}

function budgetLines(benchmark: Benchmark, budgets: readonly Budget[]): string[] {
  const { name } = benchmark
  const metrics = reportsItsOwn(benchmark) ? [] : metricsOf(benchmark)
  const lines = metrics.map((metric) => {
    const terms = termsOf(budgets, { benchmark: name, metric })
    return `  ${metric}: ${terms.gating ? writeTerms(terms) : 'shown, without a budget'}`
  })
  // Budgets for single rows stand beside those of the whole benchmark.
  const rows = budgets.filter(
    (budget) =>
      !isGlob(budget.benchmark) &&
      (budget.benchmark.startsWith(`${name}/`) || (reportsItsOwn(benchmark) && budget.benchmark === name)),
  )
  return [
    ...lines,
    ...rows.map((budget) => {
      const terms = termsOf(budgets, { benchmark: budget.benchmark, metric: budget.metric })
      return `  ${budget.metric} of ${budget.benchmark}: ${writeTerms(terms)}`
    }),
  ]
}
