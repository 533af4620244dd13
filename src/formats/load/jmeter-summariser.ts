// The lines that JMeter logs while it runs: `summary =` holds the total so far, `summary +` the part since the last.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { collectLoad, noteClosedModel } from '../reading/load.ts'

const total =
  /(?:^|[Ss]ummariser: |^|INFO o\.a\.j\.r\.Summariser: )([\w .-]+?)\s+=\s+(\d+) in\s+([\d.:,]+)s?\s*=\s+([\d.,]+)\/s Avg:\s+(\d+) Min:\s+(\d+) Max:\s+(\d+) Err:\s+(\d+) \(/

export const jmeterSummariser: Format = {
  name: 'jmeter-summariser',
  tool: 'jmeter',
  title: 'JMeter, summary lines',
  produce: 'jmeter -n -t plan.jmx  (its log or output)',
  documentation: 'https://jmeter.apache.org/usermanual/component_reference.html#Generate_Summary_Results',
  detect: (source) => source.lines().some((line) => total.test(line)),
  parse(source) {
    const collect = collector()
    const last = new Map<string, RegExpExecArray>()
    for (const line of source.lines()) {
      const found = total.exec(line)
      if (found !== null) last.set((found[1] ?? '').trim(), found)
    }
    for (const [benchmark, [, , requests, , throughput, mean, min, max, errors]] of last)
      collectLoad(collect, {
        benchmark,
        requests,
        errors,
        // Written in the language of the machine: 35,4/s.
        throughput: throughput?.replace(',', '.'),
        latency: { kind: 'summary', scale: 1e-3, figures: { mean, n: requests, min, max } },
      })
    noteClosedModel(collect, 'JMeter')
    return collect.result()
  },
}
