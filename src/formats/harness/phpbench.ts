// phpbench's XML dump: microseconds. Each iteration is a process of its own: one trial each.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { memory, wall } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { child, descendants, type Element, xmlOf } from '../reading/xml.ts'

export const phpbench: Format = {
  name: 'phpbench',
  tool: 'phpbench',
  title: 'phpbench, XML',
  produce: 'phpbench run --dump-file=phpbench.xml',
  documentation: 'https://phpbench.readthedocs.io/en/latest/',
  detect: (source) => /<phpbench\b/.test(source.head),
  parse(source) {
    const collect = collector()
    for (const benchmark of descendants(xmlOf(source.text), 'benchmark'))
      for (const subject of descendants(benchmark.children, 'subject'))
        for (const variant of descendants(subject.children, 'variant')) {
          const name = `${(benchmark.attributes.class ?? '').replace(/^\\/, '')}::${subject.attributes.name ?? ''}`
          const named = withParameters(name, parametersOf(variant))
          const error = descendants(variant.children, 'error')[0]
          if (error !== undefined)
            collect.fail({
              benchmark: named,
              code: 'threw',
              reason: `The benchmark threw: ${error.text.split('\n', 1)[0]}`,
            })
          const failures = descendants(variant.children, 'failure')
          for (const failure of failures)
            collect.fail({
              benchmark: named,
              code: 'assertion-failed',
              reason: `phpbench's own assertion failed: ${failure.text}`,
            })
          const iterations = variant.children.filter((one) => one.name === 'iteration')
          if (iterations.length === 0 && error === undefined)
            collect.fail({ benchmark: named, code: 'no-samples', reason: 'It has no iterations.' })
          for (const [trial, { attributes }] of iterations.entries()) {
            collect.sample(wall(named, 1e-6), attributes['time-avg'], trial)
            if (figure(attributes['mem-peak']) !== null)
              collect.sample(memory(named), attributes['mem-peak'], trial)
          }
        }
    return collect.result()
  },
}

function parametersOf(variant: Element): Record<string, string | undefined> {
  const set = child(variant, 'parameter-set')
  const all = set?.children.filter((one) => one.name === 'parameter') ?? []
  if (all.length > 0)
    return Object.fromEntries(all.map(({ attributes }) => [attributes.name ?? '', attributes.value]))
  const name = set?.attributes.name
  return name && name !== '0' ? { set: name } : {}
}
