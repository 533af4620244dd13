// Google Benchmark, CSV: user counters are the columns after error_message.
import type { Format } from '../format.ts'
import { csvOf } from '../reading/csv.ts'
import { figure } from '../reading/number.ts'
import { importGoogle, markAggregates } from './google-benchmark-rows.ts'

const heading = /^name,iterations,real_time,cpu_time,time_unit,/m
const fixed = [
  'name',
  'iterations',
  'real_time',
  'cpu_time',
  'time_unit',
  'label',
  'error_occurred',
  'error_message',
]

export const googleBenchmarkCsv: Format = {
  name: 'google-benchmark-csv',
  tool: 'google-benchmark',
  title: 'Google Benchmark, CSV',
  produce: './bench --benchmark_out=bench.csv --benchmark_out_format=csv',
  documentation: 'https://google.github.io/benchmark/user_guide.html#output-formats',
  detect: (source) => heading.test(source.head),
  parse(source) {
    const start = heading.exec(source.text)?.index ?? 0
    const rows = csvOf(source.text.slice(start)).rows.map(({ cells }) => ({
      name: cells.name ?? '',
      realTime: cells.real_time,
      cpuTime: cells.cpu_time,
      timeUnit: cells.time_unit || 'ns',
      repetitions: cells.iterations,
      ...(cells.error_occurred === 'true' ? { error: cells.error_message || 'it gave no message' } : {}),
      counters: Object.fromEntries(
        Object.entries(cells).filter(([name, value]) => !fixed.includes(name) && figure(value) !== null),
      ),
    }))
    return importGoogle(markAggregates(rows))
  },
}
