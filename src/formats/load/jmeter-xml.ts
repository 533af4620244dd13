// JMeter's result file as XML: `t` is milliseconds, `s` success, `lb` the label.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { noteClosedModel } from '../reading/load.ts'
import { figure } from '../reading/number.ts'
import { requests } from '../reading/requests.ts'
import { descendants, xmlOf } from '../reading/xml.ts'

export const jmeterXml: Format = {
  name: 'jmeter-xml',
  tool: 'jmeter',
  title: 'JMeter, result file as XML',
  produce: 'jmeter -n -t plan.jmx -l result.jtl -Jjmeter.save.saveservice.output_format=xml',
  documentation: 'https://jmeter.apache.org/usermanual/listeners.html#xmlformat2.1',
  detect: (source) => /<testResults\b/.test(source.head),
  parse(source) {
    const collect = collector()
    const all = requests()
    for (const { attributes } of descendants(xmlOf(source.text), 'httpSample', 'sample')) {
      const started = figure(attributes.ts)
      all.add({
        benchmark: attributes.lb ?? '',
        latency: (figure(attributes.t) ?? Number.NaN) / 1000,
        failed: attributes.s === 'false',
        startedAt: started === null ? null : started / 1000,
        complaint: [attributes.rc, attributes.rm].filter((part) => part).join(' '),
      })
    }
    all.collectInto(collect)
    noteClosedModel(collect, 'JMeter')
    return collect.result()
  },
}
