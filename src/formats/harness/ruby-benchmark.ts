// Ruby's Benchmark.bm and bmbm: user, system, total and, in brackets, real time. Rows that start with > are sums.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { cpu, wall } from '../reading/measured.ts'
import { figure } from '../reading/number.ts'
import { rubyException } from './ruby-exception.ts'

const row = /^(.*?)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+\(\s*([\d.]+|NaN)\)\s*$/
const rehearsal = /^Rehearsal -+$/

export const rubyBenchmark: Format = {
  name: 'ruby-benchmark',
  tool: 'ruby-benchmark',
  title: 'Ruby Benchmark, printed',
  produce: 'ruby bench.rb  (Benchmark.bm or bmbm)',
  documentation: 'https://ruby-doc.org/stdlib/libdoc/benchmark/rdoc/Benchmark.html',
  detect: (source) =>
    /^[ \t]+user\s+system\s+total\s+real[ \t]*$/m.test(source.text) ||
    (/^Rehearsal -+$/m.test(source.text) && source.lines().some((line) => row.test(line))),
  parse(source) {
    const collect = collector()
    let rehearsing = false
    let unnamed = 0
    for (const line of source.lines()) {
      // bmbm runs everything twice: the rehearsal is warm-up.
      if (rehearsal.test(line)) rehearsing = true
      else if (/^-+ total: /.test(line)) rehearsing = false
      const exception = rubyException(line)
      if (exception !== null)
        collect.fail({
          benchmark: exception.label.replace(/:$/, '') || 'ruby',
          code: 'threw',
          reason: `It raised ${exception.reason}.`,
        })
      const found = row.exec(line)
      if (found === null || rehearsing) continue
      const [, label = '', , , total, real] = found
      if (label.startsWith('>')) continue
      if (label.trim() === '') unnamed += 1
      const benchmark = label.trim().replace(/:$/, '') || `report ${unnamed}`
      collect.sample(wall(benchmark), real)
      // CPU time counts in ticks; none is below its resolution.
      if ((figure(total) ?? 0) > 0) collect.sample(cpu(benchmark), total)
    }
    // A label is printed before its block runs, without a line break.
    const last = source.lines().at(-1) ?? ''
    if (last.trim() !== '' && !row.test(last) && !/^-+ total: |^\s+(?:user|from)\s|\(\w+\)$/.test(last))
      collect.fail({
        benchmark: last.trim().replace(/:$/, ''),
        code: 'not-completed',
        reason: 'It was begun, and the output ends before its times.',
      })
    return collect.result()
  },
}
