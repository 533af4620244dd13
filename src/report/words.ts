// What things are called: one vocabulary for all renderers. Time gets slower, files get larger, everything else gets
// higher or lower; which of them is bad is the metric's own matter.
import type { Judged, RowVerdict } from '../model/verdict.ts'
import { amount, amounts } from './amounts.ts'
import { allMetrics } from './failures.ts'
import { clip, harmless } from './foreign.ts'
import { multiple, percent } from './numbers.ts'

/** A comparison as far as words need it. */
export type Measured = Pick<
  Judged,
  'benchmark' | 'metric' | 'unit' | 'better' | 'base' | 'head' | 'ratio' | 'mode'
>

type Character = 'pace' | 'memory' | 'size' | 'level'

function characterOf({ metric, unit, better }: Measured): Character {
  if (unit === 's' && better === 'lower') return 'pace'
  if ((unit === '/s' || unit === 'B/s') && better === 'higher') return 'pace'
  if (metric === 'leak') return 'level'
  if (unit === 'B' && better === 'lower') return /^(memory|heap|rss)\b/.test(metric) ? 'memory' : 'size'
  return 'level'
}

interface Wording {
  /** `3.1 % …` */
  readonly worse: string
  readonly better: string
  /** A change for the worse: `… of 3.1 %`. */
  readonly loss: string
}

function wordingOf(measured: Measured): Wording {
  const wordings: Readonly<Record<Character, Wording>> = {
    pace: { worse: 'slower', better: 'faster', loss: 'a slowdown' },
    memory: { worse: 'higher', better: 'lower', loss: 'growth' },
    size: { worse: 'larger', better: 'smaller', loss: 'growth' },
    level:
      measured.better === 'lower'
        ? { worse: 'higher', better: 'lower', loss: 'a rise' }
        : { worse: 'lower', better: 'higher', loss: 'a drop' },
  }
  return wordings[characterOf(measured)]
}

/** `a slowdown`, `growth`, `a rise`: a change for the worse in this metric. */
export function lossWord(measured: Measured): string {
  return wordingOf(measured).loss
}

/** What worse means for these rows: `slower`, `slower or larger`; `worse` when that would be a list. */
export function worseWord(rows: readonly Measured[]): string {
  const words = new Set(rows.map((row) => wordingOf(row).worse))
  return words.size > 2 ? 'worse' : [...words].join(' or ')
}

/** What better means for these rows. */
export function betterWord(rows: readonly Measured[]): string {
  const words = new Set(rows.map((row) => wordingOf(row).better))
  return words.size > 2 ? 'better' : [...words].join(' or ')
}

/** Relative change for the worse: 0.072, negative when it got better, `null` when it is unknown. */
export function harm({ ratio, better }: Pick<Measured, 'ratio' | 'better'>): number | null {
  if (ratio === null || !Number.isFinite(ratio)) return null
  return better === 'lower' ? ratio - 1 : 1 - ratio
}

/** What became of the benchmark, to follow its name: `is 7.2 % slower`, `uses 7.2 % more memory`. */
export function changeWords(measured: Measured): string {
  const { ratio, base, head, unit } = measured
  const worsening = harm(measured)
  const noun = metricName(measured.metric)
  if (ratio === null || worsening === null) {
    if (base === 0 && head !== null) return `now has ${noun} ${amount(head, unit)}, base had none`
    return `changed in ${noun}`
  }
  const wording = wordingOf(measured)
  const word = worsening > 0 ? wording.worse : wording.better
  const size = percent(Math.abs(ratio - 1))
  const many = ratio >= 2 ? multiple(ratio) : null
  switch (characterOf(measured)) {
    case 'pace':
      if (many !== null && worsening > 0) return `takes ${many} times as long`
      return many === null ? `is ${size} ${word}` : `is ${many} times as fast`
    case 'memory':
      if (many !== null) return `uses ${many} times as much ${noun}`
      return `uses ${size} ${worsening > 0 ? 'more' : 'less'} ${noun}`
    case 'size':
      return many === null ? `is ${size} ${word}` : `is ${many} times as large`
    case 'level':
      return many === null ? `has ${size} ${word} ${noun}` : `has ${many} times the ${noun}`
  }
}

const longestName = 100

/** A benchmark's name as part of a sentence; one of a thousand characters would be the sentence. */
export function nameOf({ benchmark }: { readonly benchmark: string }): string {
  return clip(harmless(benchmark), longestName) || '(no name)'
}

/** `latency.p99.9` as words, `latency p99.9`, for tables; the row of all metrics of a benchmark says so. */
export function metricTitle(metric: string): string {
  if (metric === allMetrics) return 'all'
  // A point between digits is part of a number.
  return metric.replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
}

const sentenceNames: Readonly<Record<string, string>> = {
  cpu: 'CPU',
  wall: 'wall time',
  memory: 'peak memory',
  bytes: 'size',
  leak: 'memory growth per operation',
  'memory.tree': 'memory of all processes',
}

/** A metric inside a sentence: `CPU`, `latency p95`. */
export function metricName(metric: string): string {
  return (Object.hasOwn(sentenceNames, metric) ? sentenceNames[metric] : undefined) ?? metricTitle(metric)
}

/** Metric and both values: `CPU 12.1 → 13.0 ms`; only the values where the sentence has named the metric. */
export function valuesWords(measured: Measured): string {
  const { range } = amounts(measured.base, measured.head, measured.unit, { exact: measured.mode === 'exact' })
  const said = measured.metric === 'bytes' || ['memory', 'level'].includes(characterOf(measured))
  return said ? range : `${metricName(measured.metric)} ${range}`
}

/** Metric and both values, for a sentence that has not named the metric. */
export function namedValues({ metric, unit, base, head, mode }: Measured): string {
  const { range } = amounts(base, head, unit, { exact: mode === 'exact' })
  return `${metricName(metric)} ${range}`
}

interface Labels {
  readonly one: string
  readonly many: string
}
const same = (label: string): Labels => ({ one: label, many: label })

/** How rows are counted in a headline: `1 regression, 10 unchanged`. In the order of a headline. */
const labels = {
  regression: { one: 'regression', many: 'regressions' },
  'over-limit': same('over limit'),
  failed: same('failed'),
  gone: same('gone'),
  inconclusive: same('inconclusive'),
  accepted: same('accepted'),
  improvement: { one: 'improvement', many: 'improvements' },
  'no-change': same('unchanged'),
  new: same('new'),
} as const satisfies Record<RowVerdict, Labels>

export const verdictOrder = Object.keys(labels) as readonly RowVerdict[]

/** `1 regression`, `3 unchanged`. */
export function verdictCount(verdict: RowVerdict, howMany: number): string {
  return `${howMany} ${howMany === 1 ? labels[verdict].one : labels[verdict].many}`
}

/** One row's verdict by itself: `regression`, `unchanged`. */
export function verdictWord(verdict: RowVerdict): string {
  return labels[verdict].one
}
