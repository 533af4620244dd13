// Rows of Google Benchmark, whichever way they were written: repetitions become samples, aggregates are no benchmarks.
import type { Imported } from '../format.ts'
import { collector, type Measured } from '../reading/collect.ts'
import { guessedBetter } from '../reading/guess.ts'
import { allocations, cpu, memory, wall } from '../reading/measured.ts'
import { figure } from '../reading/number.ts'
import { secondsIn } from '../reading/time.ts'
import { betterByName } from '../reading/unit.ts'

export interface GoogleRow {
  /** As printed: `BM_Str/8/repeats:3_mean` for an aggregate. */
  readonly name: string
  /** `mean`, `median`, `stddev`, `cv`, `BigO` …; absent for a repetition; `true` for an aggregate that does not say. */
  readonly aggregate?: string | true | undefined
  readonly realTime: unknown
  readonly cpuTime: unknown
  readonly timeUnit: string
  readonly repetitions?: unknown
  /** Why it failed or was skipped. */
  readonly error?: string | undefined
  /** User counters, `bytes_per_second` and `items_per_second` among them. */
  readonly counters: Readonly<Record<string, unknown>>
}

const suffix = /^(.+)_(mean|median|stddev|cv|min|max|BigO|RMS)$/

/** For writers that do not mark aggregates: a suffix counts when the name without it is a row too, or several suffixes share it. */
export function markAggregates(rows: readonly GoogleRow[]): GoogleRow[] {
  const names = new Set(rows.map((row) => row.name))
  const stems = new Map<string, number>()
  for (const { name } of rows) {
    const stem = suffix.exec(name)?.[1]
    if (stem !== undefined) stems.set(stem, (stems.get(stem) ?? 0) + 1)
  }
  return rows.map((row) => {
    const [, stem = '', kind] = suffix.exec(row.name) ?? []
    return kind !== undefined && (names.has(stem) || (stems.get(stem) ?? 0) > 1)
      ? { ...row, aggregate: kind }
      : row
  })
}

/** `BM_Sort/size:8/threads:2` with its parameters as everywhere: `BM_Sort/size=8/threads=2`. */
export function googleName(written: string): string {
  return written.replace(/\/([A-Za-z_]\w*):(?=[^:/][^/]*(?:\/|$))/g, '/$1=')
}

export function importGoogle(written: readonly GoogleRow[]): Imported {
  const collect = collector()
  const rows = written.map((row) => ({ ...row, name: googleName(row.name) }))
  const single = rows.filter((row) => row.aggregate === undefined)
  for (const row of single) {
    if (row.error !== undefined) {
      collect.fail({
        benchmark: row.name,
        code: 'error',
        reason: `The benchmark reported an error: ${row.error}`,
      })
      continue
    }
    for (const [measured, value] of figuresOf(row.name, row)) {
      collect.sample(measured, value)
      if (measured.guessed) guessedBetter(collect, measured.metric, 'lower')
    }
  }
  // With --benchmark_report_aggregates_only the aggregates are all there is.
  const known = new Set(single.map((row) => row.name))
  const groups = new Map<string, GoogleRow[]>()
  for (const row of rows)
    if (typeof row.aggregate === 'string' && !known.has(stemOf(row)))
      groups.set(stemOf(row), [...(groups.get(stemOf(row)) ?? []), row])
  for (const [benchmark, aggregates] of groups) {
    const by = new Map(aggregates.map((row) => [row.aggregate, row]))
    const mean = by.get('mean') ?? by.get('median')
    if (mean === undefined) continue
    for (const [measured, value] of figuresOf(benchmark, mean)) {
      const other = (kind: string) => {
        const row = by.get(kind)
        return row === undefined
          ? undefined
          : figuresOf(benchmark, row).find(([one]) => one.metric === measured.metric)?.[1]
      }
      collect.summary(measured, {
        mean: by.has('mean') ? value : undefined,
        median: other('median'),
        standardDeviation: other('stddev'),
        n: mean.repetitions,
        min: other('min'),
        max: other('max'),
      })
    }
  }
  const bare = new Set(
    rows.filter((row) => row.aggregate === true && !known.has(row.name)).map((row) => row.name),
  )
  for (const benchmark of bare)
    collect.fail({
      benchmark,
      code: 'aggregate-only',
      reason: 'Only aggregate rows were written for it, without saying which.',
    })
  return collect.result()
}

function stemOf(row: GoogleRow): string {
  const end = `_${row.aggregate}`
  return row.name.endsWith(end) ? row.name.slice(0, -end.length) : row.name
}

/** `guessed`: nothing tells which way is better. */
type GoogleMetric = Measured & { readonly guessed?: boolean }

function figuresOf(benchmark: string, row: GoogleRow): (readonly [GoogleMetric, unknown])[] {
  const scale = secondsIn(row.timeUnit) ?? 1e-9
  // Manual time leaves CPU time at zero.
  const processor = figure(row.cpuTime) === 0 ? [] : [[cpu(benchmark, scale), row.cpuTime] as const]
  const counters = Object.entries(row.counters).map(
    ([name, value]) => [counter(benchmark, name), value] as const,
  )
  return [[wall(benchmark, scale), row.realTime], ...processor, ...counters]
}

function counter(benchmark: string, name: string): GoogleMetric {
  // Of a MemoryManager.
  if (name === 'allocs_per_iter') return allocations(benchmark)
  if (name === 'max_bytes_used') return memory(benchmark)
  if (name === 'total_allocated_bytes' || name === 'net_heap_growth')
    return { ...memory(benchmark), metric: name }
  if (name === 'bytes_per_second')
    return { benchmark, metric: 'throughput', unit: 'B/s', better: 'higher', zeroIsAnAnswer: true }
  const perSecond = name === 'items_per_second'
  const better = perSecond ? 'higher' : (betterByName(name) ?? (/rate/i.test(name) ? 'higher' : null))
  return {
    benchmark,
    metric: name,
    unit: perSecond ? '/s' : 'count',
    better: better ?? 'lower',
    zeroIsAnAnswer: true,
    guessed: better === null,
  }
}
