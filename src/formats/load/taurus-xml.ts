// Taurus' final-stats report with `dump-xml`: seconds. The group without a label is the sum of the others.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { collectLoad } from '../reading/load.ts'
import { figure } from '../reading/number.ts'
import { child, descendants, type Element, xmlOf } from '../reading/xml.ts'

export const taurusXml: Format = {
  name: 'taurus-xml',
  tool: 'taurus',
  title: 'Taurus, final statistics as XML',
  produce: 'bzt test.yml  (reporting: module final-stats, dump-xml: stats.xml)',
  documentation: 'https://gettaurus.org/docs/Reporting/',
  detect: (source) => /<FinalStatus\b/.test(source.head),
  parse(source) {
    const collect = collector()
    const root = xmlOf(source.text)
    const seconds = figure(descendants(root, 'TestDuration')[0]?.text) ?? 0
    const groups = descendants(root, 'Group')
    const single = groups.filter((group) => group.attributes.label)
    for (const group of single.length > 0 ? single : groups) {
      const value = (name: string) => figure(child(group, name)?.attributes.value)
      const requests = value('throughput') ?? (value('succ') ?? 0) + (value('fail') ?? 0)
      collectLoad(collect, {
        benchmark: group.attributes.label || 'taurus',
        requests,
        errors: value('fail'),
        // `throughput` counts samples.
        ...(seconds > 0 ? { throughput: requests / seconds } : {}),
        latency: {
          kind: 'summary',
          figures: {
            mean: value('avg_rt'),
            standardDeviation: value('stdev_rt'),
            n: requests,
            median: percentile(group, '50.0'),
            min: percentile(group, '0.0'),
            max: percentile(group, '100.0'),
            quantiles: Object.fromEntries(
              ['90.0', '95.0', '99.0', '99.9'].map((share) => [share, percentile(group, share)]),
            ),
          },
        },
      })
    }
    return collect.result()
  },
}

function percentile(group: Element, share: string): string | undefined {
  return group.children.find((one) => one.name === 'perc' && one.attributes.param === share)?.attributes.value
}
