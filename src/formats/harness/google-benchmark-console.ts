// Google Benchmark as printed: names may hold spaces, so rows are read from their figures outwards.
import type { Format } from '../format.ts'
import { scaledFigure } from '../reading/number.ts'
import { type GoogleRow, importGoogle, markAggregates } from './google-benchmark-rows.ts'

const row =
  /^(\S.*?)\s+([\d.e+-]+|nan|inf) (ns|us|ms|s)\s+([\d.e+-]+|nan|inf) (ns|us|ms|s)\s+(\d+)(?:\s+(.*))?$/
const heading = /^Benchmark\s+Time\s+CPU\s+Iterations\b/
const percentages = /^(\S.*?)_cv\s+[\d.]+ %\s+[\d.]+ %/
const broken = /^(\S.*?)\s+(?:ERROR OCCURRED|SKIPPED): '(.*)'\s*$/

export const googleBenchmarkConsole: Format = {
  name: 'google-benchmark-console',
  tool: 'google-benchmark',
  title: 'Google Benchmark, printed',
  produce: './bench',
  documentation: 'https://google.github.io/benchmark/user_guide.html#output-formats',
  detect: (source) => source.lines().some((line) => heading.test(line)),
  parse(source) {
    const rows: GoogleRow[] = []
    let columns: readonly Column[] = []
    for (const line of source.lines()) {
      if (heading.test(line)) columns = columnsOf(line)
      const found = row.exec(line)
      const error = broken.exec(line)
      if (error !== null)
        rows.push({
          name: error[1] ?? '',
          error: error[2] ?? '',
          realTime: 0,
          cpuTime: 0,
          timeUnit: 'ns',
          counters: {},
        })
      if (found === null || percentages.test(line)) continue
      const [, name = '', realTime, timeUnit = 'ns', cpuTime, , iterations, rest] = found
      rows.push({
        name,
        realTime,
        cpuTime,
        timeUnit,
        repetitions: iterations,
        counters: { ...countersOf(rest ?? ''), ...tabulated(line, columns) },
      })
    }
    return importGoogle(markAggregates(rows))
  },
}

/** `bytes_per_second=3.24096G/s foo=42 inverted=1.2us` */
function countersOf(text: string): Record<string, unknown> {
  const pairs = [...text.matchAll(/(\S+?)=(\S+)/g)]
  return Object.fromEntries(pairs.map(([, name = '', written = '']) => [name, counterOf(name, written)]))
}

/** Bytes count in 1024s, everything else in 1000s; what is no figure is for the collector to name. */
function counterOf(name: string, written: string): unknown {
  const bare = written.replace(/(?:\/s|(?<=[\da-zA-Z])s)$/, '')
  return scaledFigure(bare, name === 'bytes_per_second' ? 1024 : 1000) ?? written
}

interface Column {
  readonly name: string
  /** Columns are set right: where heading and figures end. */
  readonly end: number
}

/** `--benchmark_counters_tabular`: counters have columns of their own, which differ from block to block. */
function columnsOf(line: string): readonly Column[] {
  const start = line.indexOf('Iterations') + 'Iterations'.length
  return [...line.slice(start).matchAll(/\S+/g)].flatMap(({ 0: name, index }) =>
    name.startsWith('UserCounters') ? [] : [{ name, end: start + index + name.length }],
  )
}

function tabulated(line: string, columns: readonly Column[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.flatMap(({ name, end }) => {
      const written = /\S+$/.exec(line.slice(0, end))?.[0]
      return written === undefined || written.includes('=') ? [] : [[name, counterOf(name, written)] as const]
    }),
  )
}
