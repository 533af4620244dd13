// Rules about budgets: each must be about something that is measured, and must be able to fail.

import { couldMatchBelow, isGlob, matchesBenchmark, matchesGlob } from '../../model/glob.ts'
import { metricKind, metricKinds, resourceMetrics } from '../../model/metric.ts'
import { didYouMean } from '../../model/nearest.ts'
import type { Budget } from '../../model/suite/budget.ts'
import {
  type Benchmark,
  defaultBudgets,
  hasVariants,
  metricsOf,
  reportsItsOwn,
} from '../../model/suite/index.ts'
import { type Quantity, writePercent, writeQuantity } from '../../model/suite/quantity.ts'
import { termsOf } from '../../model/terms.ts'
import type { BaseUnit, Unit } from '../../model/unit.ts'
import type { Draft } from '../draft.ts'
import type { Fault } from '../fault.ts'
import type { Rule, Subject } from './rule.ts'

interface Placed {
  readonly index: number
  readonly budget: Budget
}

/** Benchmarks that `budget` is for; a broken one may be any, so its kind is unknown. */
function meant({ budget }: Placed, draft: Draft): Draft['benchmarks'] {
  return draft.benchmarks.filter(({ name, spec }) => {
    if (matchesBenchmark(budget.benchmark, name)) return true
    return (spec === undefined || hasVariants(spec)) && couldMatchBelow(budget.benchmark, name)
  })
}

/** Budgets that are about benchmarks which all are sound, with these. */
function understood({ draft, purpose }: Subject): (Placed & { readonly specs: readonly Benchmark[] })[] {
  if (purpose === 'compare') return []
  return (draft.budgets ?? []).flatMap((placed) => {
    const benchmarks = meant(placed, draft)
    const specs = benchmarks.flatMap(({ spec }) => (spec === undefined ? [] : [spec]))
    return specs.length === 0 || specs.length < benchmarks.length ? [] : [{ ...placed, specs }]
  })
}

/** Metrics that `budget` is for, of those that are measured. */
function matched({ metric }: Budget, specs: readonly Benchmark[]): string[] {
  const known = [...new Set(specs.flatMap(metricsOf))].filter((name) => matchesGlob(metric, name))
  // Which phases a task has, and what another tool reports, only running it tells.
  const isPhase = metric.startsWith('phase.') && specs.some(({ kind }) => kind === 'task')
  const mayBeReported = known.length === 0 && specs.some(reportsItsOwn)
  return isPhase || mayBeReported ? [...known, metric] : known
}

export const globsAreGlobs: Rule = ({ draft }) =>
  (draft.budgets ?? []).flatMap(({ index, budget }) =>
    (['benchmark', 'metric'] as const)
      .filter((key) => /[[\]{}|]/.test(budget[key]))
      .map((key) => ({
        path: ['budgets', index, key],
        message: `${JSON.stringify(budget[key])} can match nothing: only *, ** and ? stand for other characters`,
      })),
  )

export const budgetsMatchBenchmarks: Rule = ({ draft, purpose }) => {
  const names = draft.benchmarks.map(({ name }) => name)
  if (purpose === 'compare' || names.length === 0) return []
  return (draft.budgets ?? [])
    .filter((placed) => meant(placed, draft).length === 0)
    .map(({ index, budget: { benchmark } }) => ({
      path: ['budgets', index, 'benchmark'],
      message: `no benchmark ${isGlob(benchmark) ? 'matches' : 'is called'} ${JSON.stringify(benchmark)}${
        didYouMean(benchmark, names) || `; there are ${listed(names)}`
      }`,
    }))
}

export const budgetsMatchMetrics: Rule = (subject) =>
  understood(subject)
    .filter(({ budget, specs }) => matched(budget, specs).length === 0)
    .map(({ index, budget, specs }) => {
      const measured = [...new Set(specs.flatMap(metricsOf))]
      const who = specs.length === 1 ? `benchmark "${specs[0]?.name}"` : 'no benchmark'
      const has = specs.length === 1 ? 'has no metric' : 'has a metric'
      const guess = didYouMean(budget.metric, measured) || `; measured are ${measured.join(', ')}`
      return { path: ['budgets', index, 'metric'], message: `${who} ${has} "${budget.metric}"${guess}` }
    })

const units = {
  s: { is: 'a time', example: '150ms' },
  B: { is: 'a size', example: '250kB' },
  count: { is: 'a count', example: '100' },
  ratio: { is: 'a ratio', example: '5%' },
  '/s': { is: 'a rate', example: '200/s' },
  'B/s': { is: 'a rate', example: '200' },
} as const satisfies Record<BaseUnit, { readonly is: string; readonly example: string }>

export const amountsHaveTheUnitOfTheMetric: Rule = (subject) => {
  if (subject.purpose === 'compare') return []
  const specs = subject.draft.benchmarks.flatMap(({ spec }) => (spec === undefined ? [] : [spec]))
  return (subject.draft.budgets ?? []).flatMap(({ index, budget }) =>
    (['limit', 'floor'] as const).flatMap((key) => {
      const amount = budget[key]
      const metrics = Object.hasOwn(metricKinds, budget.metric) ? [budget.metric] : matched(budget, specs)
      const wrong =
        amount && metrics.filter(hasKnownUnit).find((metric) => !fits(amount, metricKind(metric).unit))
      return amount && wrong ? [{ path: ['budgets', index, key], message: misfit(key, amount, wrong) }] : []
    }),
  )
}

/** What another tool reports under a name of its own has the unit that the tool says. */
function hasKnownUnit(metric: string): boolean {
  return Object.hasOwn(metricKinds, metric.split('.')[0] ?? metric) || Object.hasOwn(resourceMetrics, metric)
}

/** A bare number is in the metric's own unit; of a time it is too easily taken for milliseconds. */
function fits(amount: Quantity, unit: Unit): boolean {
  return amount.unit === unit || (amount.unit === null && unit !== 's')
}

function misfit(key: 'limit' | 'floor', amount: Quantity, metric: string): string {
  const { unit } = metricKind(metric)
  const { is, example } = isBaseUnit(unit) ? units[unit] : { is: unit, example: '100' }
  const written = writeQuantity(amount)
  const like = `write it like "${example}"`
  if (amount.unit === null) return `${written} has no unit, and ${metric} is ${is}: ${like}`
  const relative = key === 'limit' ? 'regression' : 'ignore-below'
  const hint = amount.unit === 'ratio' ? `a relative change belongs to "${relative}"` : like
  return `${written} is ${units[amount.unit].is}, but ${metric} is ${is}: ${hint}`
}

function isBaseUnit(unit: Unit): unit is BaseUnit {
  return Object.hasOwn(units, unit)
}

/** Budgets are merged key by key, so the two may come from different ones: the later one is told. */
export const ignoreBelowIsBelowRegression: Rule = (subject) => {
  const placed = subject.draft.budgets ?? []
  const all = placed.map(({ budget }) => budget)
  const series =
    subject.purpose === 'compare'
      ? all
      : understood(subject).flatMap(({ budget, specs }) =>
          specs.flatMap((spec) =>
            matched(budget, [spec]).flatMap((metric) =>
              rowsOf(spec, all).map((benchmark) => ({ benchmark, metric })),
            ),
          ),
        )
  return series.flatMap(({ benchmark, metric }): Fault[] => {
    const { ignoreBelow, regression } = termsOf(all, { benchmark, metric })
    if (ignoreBelow < regression) return []
    const last = placed.findLast(
      ({ budget }) =>
        matchesBenchmark(budget.benchmark, benchmark) &&
        matchesGlob(budget.metric, metric) &&
        (budget.ignoreBelow !== undefined || budget.regression !== undefined),
    )
    if (last === undefined) return []
    const key = last.budget.ignoreBelow === undefined ? 'regression' : 'ignore-below'
    const [least, most] = [writePercent(ignoreBelow), writePercent(regression)]
    const message = `"ignore-below" (${least}) must be smaller than "regression" (${most}), or ${metric} can never fail`
    return [{ path: ['budgets', last.index, key], message }]
  })
}

/** The benchmark itself, and one name for each budget that is only for rows of it. */
function rowsOf({ name }: Benchmark, budgets: readonly Budget[]): string[] {
  const rows = budgets.map(({ benchmark }) => benchmark.replace(/\*+|\?/g, 'x'))
  return [name, ...rows.filter((row) => row.startsWith(`${name}/`))]
}

/** A suite that cannot fail is green whatever happens. */
export const somethingIsGated: Rule = ({ draft, purpose }) => {
  if (purpose === 'compare') return []
  const budgets = draft.budgets?.map(({ budget }) => budget) ?? defaultBudgets
  const specs = draft.benchmarks.flatMap(({ spec }) => (spec === undefined ? [] : [spec]))
  const isGated = (spec: Benchmark) => {
    const rows = rowsOf(spec, budgets)
    // A tool need not report what the default budgets are for; a budget of the suite's own is taken at its word.
    if (reportsItsOwn(spec))
      return draft.budgets !== undefined && budgets.some(({ benchmark }) => matchesAny(benchmark, rows))
    return rows.some((benchmark) =>
      metricsOf(spec).some((metric) => termsOf(budgets, { benchmark, metric }).gating),
    )
  }
  const free = specs.filter((spec) => !isGated(spec))
  if (free.length === 0 || specs.length < draft.benchmarks.length) return []
  const names = listed(free.map(({ name }) => name))
  // With budgets of their own, people leave benchmarks out on purpose; a gate without any is another matter.
  if (draft.budgets !== undefined && free.length < specs.length) return []
  return [
    {
      path: ['budgets'],
      message: `nothing of ${names} has a budget: it is measured and shown, and cannot fail`,
    },
  ]
}

const matchesAny = (pattern: string, names: readonly string[]) =>
  names.some((name) => matchesBenchmark(pattern, name))

function listed(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 7).join(', ')} and ${names.length - 7} more` : names.join(', ')
}
