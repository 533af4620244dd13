// Google Benchmark as printed: names may hold spaces, so rows are read from their figures outwards.
import type { Format } from '../format.ts'
import { scaledFigure } from '../reading/number.ts'
import { type GoogleRow, importGoogle, markAggregates } from './google-benchmark-rows.ts'

const row =
  /^(\S.*?)\s+([\d.e+-]+|nan|inf) (ns|us|ms|s)\s+([\d.e+-]+|nan|inf) (ns|us|ms|s)\s+(\d+)(?:\s+(.*))?$/
const percentages = /^(\S.*?)_cv\s+[\d.]+ %\s+[\d.]+ %/
const broken = /^(\S.*?)\s+(?:ERROR OCCURRED|SKIPPED): '(.*)'\s*$/

export const googleBenchmarkConsole: Format = {
  name: 'google-benchmark-console',
  tool: 'google-benchmark',
  title: 'Google Benchmark, printed',
  produce: './bench',
  documentation: 'https://google.github.io/benchmark/user_guide.html#output-formats',
  detect: (source) => /^Benchmark\s+Time\s+CPU\s+Iterations\b/m.test(source.text),
  parse(source) {
    const rows: GoogleRow[] = []
    for (const line of source.lines()) {
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
        counters: countersOf(rest ?? ''),
      })
    }
    return importGoogle(markAggregates(rows))
  },
}

/** `bytes_per_second=3.24096G/s foo=42`: bytes count in 1024s, everything else in 1000s. */
function countersOf(text: string): Record<string, number> {
  const pairs = [...text.matchAll(/(\S+?)=([\d.e+-]+(?:[kKMGT]i?)?)(?:\/s)?(?=\s|$)/g)]
  return Object.fromEntries(
    pairs.flatMap(([, name = '', written = '']) => {
      const value = scaledFigure(written, name === 'bytes_per_second' ? 1024 : 1000)
      return value === null ? [] : [[name, value] as const]
    }),
  )
}
