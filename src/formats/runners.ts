// The runners of a distributed load test, each of which wrote a file, → one result: their histograms merge exactly, their
// counts and rates add up. They are known by their time: runners ran at once, repetitions one after the other.
import type { Evidence } from '../model/evidence.ts'
import { type Series, seriesKey } from '../model/series.ts'
import type { Imported, Span } from './format.ts'
import { mergeHistograms } from './reading/histogram.ts'

/** Two files are of one test when they share so much of the shorter one's time. */
const shared = 0.5

/** Files of one test as one part; all others as they are. */
export function runnersTogether(files: readonly Imported[]): readonly Imported[] {
  const tests: (readonly [Span, Imported[]])[] = []
  const others: Imported[] = []
  for (const file of files) {
    const { span } = file
    if (span === undefined) {
      others.push(file)
      continue
    }
    const test = tests.find(([of]) => ranAtOnce(of, span))
    if (test === undefined) tests.push([span, [file]])
    else test[1].push(file)
  }
  return [...tests.map(([, runners]) => together(runners)), ...others]
}

function ranAtOnce(one: Span, other: Span): boolean {
  const common = Math.min(one.to, other.to) - Math.max(one.from, other.from)
  const shorter = Math.min(one.to - one.from, other.to - other.from)
  return common > 0 && common >= shared * shorter
}

function together(runners: readonly Imported[]): Imported {
  const [first] = runners
  if (first !== undefined && runners.length === 1) return first
  const groups = new Map<string, Series[]>()
  for (const series of runners.flatMap((runner) => runner.series))
    groups.set(seriesKey(series), [...(groups.get(seriesKey(series)) ?? []), series])
  const series = [...groups.values()].flatMap((group) => {
    const [one] = group
    return one === undefined ? [] : [{ ...one, evidence: joined(group, runners) }]
  })
  return {
    series,
    failures: runners.flatMap((runner) => runner.failures),
    notices: [
      ...runners.flatMap((runner) => runner.notices),
      {
        code: 'runners-merged',
        message: `${runners.length} files are of one load test, for they ran at the same time: their histograms were merged, their counts and rates added up.`,
      },
    ],
  }
}

/** @param group the same series of several runners */
function joined(group: readonly Series[], runners: readonly Imported[]): Evidence {
  const kinds = group.map(({ evidence }) => evidence)
  const [first] = kinds
  const rounds = kinds.flatMap((each) => (each.kind === 'histogram' ? each.rounds : []))
  if (rounds.length > 0)
    return {
      kind: 'histogram',
      rounds: [{ round: 0, histogram: mergeHistograms(rounds.map(({ histogram }) => histogram)) }],
    }
  const summaries = kinds.flatMap((each) => (each.kind === 'summary' ? [each] : []))
  if (summaries.length > 0) return pooled(summaries)
  const total = group.reduce((sum, series) => sum + figureIn(series), 0)
  // A share of the requests: of all of them, as each runner's own share weighs.
  const value = group[0]?.unit === 'ratio' ? weighted(group, runners) : total
  if (first?.kind === 'exact') return { kind: 'exact', value }
  return { kind: 'trials', trials: [{ round: 0, samples: [value] }] }
}

function figureIn({ evidence }: Series): number {
  if (evidence.kind === 'exact') return evidence.value
  return evidence.kind === 'trials' ? (evidence.trials[0]?.samples[0] ?? 0) : 0
}

function weighted(group: readonly Series[], runners: readonly Imported[]): number {
  let weights = 0
  let sum = 0
  for (const share of group) {
    const runner = runners.find(({ series }) => series.includes(share))
    const requests = runner?.series.find(
      ({ benchmark, metric }) => benchmark === share.benchmark && metric === 'requests',
    )
    const weight = requests === undefined ? 1 : figureIn(requests)
    weights += weight
    sum += weight * figureIn(share)
  }
  return weights === 0 ? 0 : sum / weights
}

type Summary = Extract<Evidence, { readonly kind: 'summary' }>

/** Mean and spread of all values together; quantiles of parts do not make quantiles of the whole, and are left out. */
function pooled(summaries: readonly Summary[]): Summary {
  const parts = summaries.map(({ mean, median, n, standardDeviation }) => ({
    centre: mean ?? median ?? 0,
    n: n ?? 1,
    deviation: standardDeviation ?? 0,
  }))
  const n = parts.reduce((sum, part) => sum + part.n, 0)
  const mean = parts.reduce((sum, part) => sum + part.n * part.centre, 0) / Math.max(1, n)
  const squares = parts.reduce(
    (sum, part) => sum + Math.max(0, part.n - 1) * part.deviation ** 2 + part.n * (part.centre - mean) ** 2,
    0,
  )
  const known = (values: readonly (number | undefined)[]) => values.filter((value) => value !== undefined)
  const lowest = known(summaries.map(({ min }) => min))
  const highest = known(summaries.map(({ max }) => max))
  return {
    kind: 'summary',
    mean,
    n,
    ...(n > 1 ? { standardDeviation: Math.sqrt(squares / (n - 1)) } : {}),
    ...(lowest.length > 0 ? { min: Math.min(...lowest) } : {}),
    ...(highest.length > 0 ? { max: Math.max(...highest) } : {}),
  }
}
