// What differences between identical sides say about a way to run pairs: their spread, and what the gate would make of
// it: how many pairs clear an unchanged metric, and how often 5 % more would be found.
import type { Calibrated } from '../../src/measure/driver.ts'
import { createEvidence, scalesOf } from '../../src/stats/evidence.ts'
import { lowerQuartile, mad, median } from '../../src/stats/quantile.ts'
import { createRandom } from '../../src/stats/random.ts'

export const designs = ['plain', 'ping-pong'] as const
export type Design = (typeof designs)[number]

type Samples = readonly number[]

/** Log-ratio of both sides' values. */
const ofValues = (value: (samples: Samples) => number) => (base: Samples, head: Samples) =>
  Math.log(value(head) / value(base))

/** The middle of what each turn says by itself. Only trials in turns have turns; of others it pairs strangers. */
const turnByTurn = (base: Samples, head: Samples) =>
  median(base.map((value, turn) => Math.log((head[turn] ?? Number.NaN) / value)))

/** Ways to make one difference of two trials: the gate's own first. */
export const estimates = {
  'cpu, median': { metric: 'cpu', difference: ofValues(median) },
  'wall, lower quartile': { metric: 'wall', difference: ofValues(lowerQuartile) },
  'cpu, lower quartile': { metric: 'cpu', difference: ofValues(lowerQuartile) },
  'cpu, turn by turn': { metric: 'cpu', difference: turnByTurn },
  'wall, turn by turn': { metric: 'wall', difference: turnByTurn },
} as const
export type Estimate = keyof typeof estimates
export const estimateNames = Object.keys(estimates) as Estimate[]

/** One pair: log-ratios, and how long the pair took. */
export interface Differences extends Readonly<Record<Estimate, number>> {
  readonly seconds: number
}

export interface Measured {
  readonly name: string
  readonly ways: Readonly<Record<Design, Calibrated>>
  readonly differences: Readonly<Record<Design, Differences[]>>
}

interface Summary {
  /** 1.4826 · MAD. */
  readonly robustSd: number
  readonly sd: number
  /** Mean pairs until "no change" of 5 % is shown, or the limit. */
  readonly pairsToClear: number
  /** Share of resampled sequences in which +5 % is found. */
  readonly power: number
  /** Median seconds per pair. */
  readonly seconds: number
}

const maxPairs = 40
const minPairs = 5
const resamples = 400
/** A suite of twelve metrics at alpha 1 %. */
const threshold = 12 / 0.01
const ignoreBelow = Math.log(1.01)
const regression = Math.log(1.05)

/** Pairs after which the evidence against `delta` on `side` reaches `enough`; `null` within the limit. */
function pairsUntil(
  differences: readonly number[],
  bet: { readonly side: 1 | -1; readonly delta: number },
  enough: number,
): number | null {
  const evidence = createEvidence(bet)
  const scales = scalesOf(differences)
  for (const [index, difference] of differences.entries()) {
    evidence.add(difference, scales[index] as number)
    if (index + 1 >= minPairs && evidence.sup >= enough) return index + 1
  }
  return null
}

function summaryOf(pairs: readonly Differences[], estimate: Estimate): Summary {
  const values = pairs.map((pair) => pair[estimate])
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const random = createRandom(1)
  let cleared = 0
  let found = 0
  for (let resample = 0; resample < resamples; resample += 1) {
    // Sides are the same code: either sign of a difference was as likely.
    const drawn = Array.from({ length: maxPairs }, () => {
      const value = values[random.integer(values.length)] as number
      return random.coin() ? value : -value
    })
    cleared += pairsUntil(drawn, { side: -1, delta: regression }, 20) ?? maxPairs
    const slowed = drawn.map((value) => value + regression)
    if (pairsUntil(slowed, { side: 1, delta: ignoreBelow }, threshold) !== null) found += 1
  }
  return {
    robustSd: 1.4826 * mad(values),
    sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)),
    pairsToClear: cleared / resamples,
    power: found / resamples,
    seconds: median(pairs.map((pair) => pair.seconds)),
  }
}

const percent = (value: number) => (100 * value).toFixed(1)

/** A Markdown table: a row per workload, plain / ping-pong in each cell; the last row is the median. */
export function table(measured: readonly Measured[], estimate: Estimate): string {
  const columns: readonly [string, (summary: Summary) => number, (value: number) => string][] = [
    ['robust sd %', (summary) => summary.robustSd, percent],
    ['sd %', (summary) => summary.sd, percent],
    ['pairs to clear', (summary) => summary.pairsToClear, (value) => value.toFixed(1)],
    ['power at +5 %', (summary) => summary.power, (value) => (100 * value).toFixed(0)],
    ['s per pair', (summary) => summary.seconds, (value) => value.toFixed(2)],
  ]
  const rows = measured.map(({ name, differences }) => ({
    name,
    summaries: designs.map((design) => summaryOf(differences[design], estimate)),
  }))
  const cells = (values: readonly (readonly number[])[]) =>
    values.map((pair, column) => pair.map((value) => columns[column]?.[2](value)).join(' / ')).join(' | ')
  const valuesOf = (summaries: readonly Summary[]) =>
    columns.map(([, pick]) => summaries.map((summary) => pick(summary)))
  const medians = columns.map(([, pick]) =>
    designs.map((_, design) => median(rows.map(({ summaries }) => pick(summaries[design] as Summary)))),
  )
  return [
    `| ${estimate}: plain / ping-pong | ${columns.map(([title]) => title).join(' | ')} |`,
    `|---|${columns.map(() => '--:|').join('')}`,
    ...rows.map(({ name, summaries }) => `| ${name} | ${cells(valuesOf(summaries))} |`),
    `| **median** | ${cells(medians)} |`,
  ].join('\n')
}
