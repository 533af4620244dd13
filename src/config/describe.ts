// What perf-gate understood of a suite, for `perf-gate validate`: every benchmark, every budget with the metrics it is
// for, and the values that nobody wrote down.

import { couldMatchBelow, matchesBenchmark, matchesGlob } from '../model/glob.ts'
import {
  type Benchmark,
  type BenchmarkKind,
  type Budget,
  defaultBudgets,
  describeBenchmark,
  describeMetrics,
  metricsOf,
  reportsItsOwn,
  type Suite,
} from '../model/suite/index.ts'
import { writeDuration } from '../model/suite/quantity.ts'
import { termsOf, writeTerms } from '../model/terms.ts'

/** Lines of text without a trailing newline each; `path` is the file's name. */
export function describeSuite(suite: Suite, path: string): string[] {
  return [
    `${path}: suite "${suite.name}", ${counted(suite.benchmarks)}`,
    ...section('setup, once per side', suite.setup),
    ...section(
      'benchmarks',
      columns(suite.benchmarks.map((one) => [one.name, describeBenchmark(one), describeMetrics(one)])),
    ),
    ...section(
      suite.budgets === defaultBudgets ? 'budgets (the defaults: the suite has none)' : 'budgets',
      suite.budgets.flatMap((budget, index) => budgetLines(budget, index, suite)),
    ),
    ...section('measured and shown, without a budget', ungated(suite)),
    ...section('gate', columns(gateRows(suite))),
  ]
}

function counted(benchmarks: readonly Benchmark[]): string {
  const kinds = new Map<BenchmarkKind, number>()
  for (const { kind } of benchmarks) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const parts = [...kinds].map(([kind, count]) => `${count} ${kind}`)
  const all = `${benchmarks.length} ${benchmarks.length === 1 ? 'benchmark' : 'benchmarks'}`
  return parts.length === 0 ? all : `${all} (${parts.join(', ')})`
}

function budgetLines(budget: Budget, index: number, { benchmarks }: Suite): string[] {
  // Terms as this budget alone would set them: what a later budget changes shows at that one.
  const terms = writeTerms(
    termsOf([{ ...budget, benchmark: '**', metric: '**' }], { benchmark: 'any', metric: budget.metric }),
  )
  const rows = benchmarks.flatMap((benchmark) => {
    const { name } = benchmark
    const below = !matchesBenchmark(budget.benchmark, name)
    if (below && !couldMatchBelow(budget.benchmark, name)) return []
    // A default budget says nothing of what another tool reports.
    const reported = reportsItsOwn(benchmark) && !defaultBudgets.includes(budget)
    const metrics = reported
      ? [budget.metric]
      : metricsOf(benchmark).filter((metric) => matchesGlob(budget.metric, metric))
    return metrics.map((metric) => `${below ? budget.benchmark : name} ${metric}`)
  })
  // A default budget for what the suite does not measure is nobody's concern.
  if (rows.length === 0 && defaultBudgets.includes(budget)) return []
  return [
    `[${index}] ${budget.benchmark === '**' ? 'every benchmark' : budget.benchmark}, ${budget.metric}: ${terms}`,
    `    for ${rows.length === 0 ? 'nothing that is measured here' : rows.join(', ')}`,
  ]
}

function ungated({ benchmarks, budgets }: Suite): string[] {
  return benchmarks.flatMap((benchmark) => {
    if (reportsItsOwn(benchmark)) return [`${benchmark.name}: what no budget names`]
    const metrics = metricsOf(benchmark).filter(
      (metric) => !termsOf(budgets, { benchmark: benchmark.name, metric }).gating,
    )
    return metrics.length === 0 ? [] : [`${benchmark.name}: ${metrics.join(', ')}`]
  })
}

function gateRows({ gate, baseline }: Suite): string[][] {
  return [
    ['alpha', `${gate.alpha}: at most 1 in ${Math.round(1 / gate.alpha)} unchanged pull requests is stopped`],
    ['max-time', `${writeDuration(gate.maxTime)} of measuring, after setup`],
    ['max-pairs', `${gate.maxPairs} per benchmark`],
    ['on-inconclusive', gate.onInconclusive],
    ['confirm', `${gate.confirm} fresh jobs, where only recorded Runs are compared`],
    ['baseline', baselineWords(baseline)],
  ]
}

function baselineWords({ from, path, branch, keep }: Suite['baseline']): string {
  const where = from === 'file' ? `file ${path}` : from === 'branch' ? `branch ${branch}` : from
  return keep.length === 0 ? where : `${where}, with the program: ${keep.join(', ')}`
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`.trimEnd())]
}

/** Rows as lines whose columns stand below each other. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, cell.length)),
    [],
  )
  return rows.map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  '))
}
