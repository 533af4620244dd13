// JUnit reports: how long each test took, in seconds. A time of 0 is below the runner's resolution.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { joinName } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { child, descendants, type Element, xmlOf } from '../reading/xml.ts'

export const junitXml: Format = {
  name: 'junit-xml',
  tool: 'junit',
  title: 'JUnit, durations of tests',
  produce: 'any test runner with a JUnit reporter',
  documentation: 'https://github.com/testmoapp/junitxml',
  detect: (source) => /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:testsuites?)\b/.test(source.head),
  parse(source) {
    const collect = collector()
    const cases = descendants(xmlOf(source.text), 'testcase')
    let instant = 0
    for (const one of cases) {
      const benchmark = joinName(one.attributes.classname ?? one.attributes.class, one.attributes.name)
      const broken = child(one, 'error') ?? child(one, 'failure')
      const skipped = child(one, 'skipped')
      if (broken !== undefined)
        collect.fail({ benchmark, code: 'failed', reason: said('The test failed', broken) })
      else if (skipped !== undefined)
        collect.fail({ benchmark, code: 'skipped', reason: said('The test was skipped', skipped) })
      else {
        if (figure(one.attributes.time) === 0) instant += 1
        collect.sample({ ...wall(benchmark), zeroIsAnAnswer: true }, one.attributes.time)
      }
    }
    if (instant > 0)
      collect.note({
        code: 'below-resolution',
        message: `${instant} of ${cases.length} tests took 0 s: less than the runner's clock shows.`,
      })
    return collect.result()
  },
}

function said(what: string, { attributes, text }: Element): string {
  const why = (attributes.message ?? text ?? attributes.type ?? '').split('\n', 1)[0]
  return why ? `${what}: ${why}` : `${what}.`
}
