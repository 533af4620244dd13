// Dart's benchmark_harness: `Template(RunTime): 1.0 us.`, and its throughput and memory cousins.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { allocated, wall } from '../reading/measured.ts'
import { secondsIn } from '../reading/time.ts'
import { unitMeaning } from '../reading/unit.ts'

const row =
  /^(.+?)\((RunTime(?:Raw)?|CodeSize|MemoryUse|Score|Latency|\w*)\): ([\d.eE+-]+|NaN|Infinity) ?([a-zA-Zµμ/]+)?\.?\s*$/

export const dartHarness: Format = {
  name: 'dart-harness',
  tool: 'dart-harness',
  title: 'Dart benchmark_harness, printed',
  produce: 'dart run benchmark/main.dart',
  documentation: 'https://pub.dev/packages/benchmark_harness',
  detect: (source) => source.lines().some((line) => /^.+?\(RunTime(?:Raw)?\): \S+ us\.\s*$/.test(line)),
  parse(source) {
    const collect = collector()
    for (const line of source.lines()) {
      const found = row.exec(line)
      if (found === null) continue
      const [, benchmark = '', metric = '', value, unit = 'us'] = found
      const seconds = secondsIn(unit)
      if (seconds !== null) collect.sample(wall(benchmark, seconds), value)
      else if (/size|memory/i.test(metric))
        collect.sample({ ...allocated(benchmark), metric: metric.toLowerCase() }, value)
      else collect.sample({ benchmark, metric, ...unitMeaning(unit), zeroIsAnAnswer: true }, value)
    }
    return collect.result()
  },
}
