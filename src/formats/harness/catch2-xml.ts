// Catch2's XML reporter: nanoseconds, sections nested in test cases.
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { joinName } from '../reading/name.ts'
import { child, type Element, xmlOf } from '../reading/xml.ts'

export const catch2Xml: Format = {
  name: 'catch2-xml',
  tool: 'catch2',
  title: 'Catch2, XML',
  produce: './tests "[!benchmark]" --reporter xml',
  documentation: 'https://github.com/catchorg/Catch2/blob/devel/docs/reporters.md',
  detect: (source) => /<(?:Catch|Catch2TestRun)\b[^>]*>/.test(source.head),
  parse(source) {
    const collect = collector()
    read(collect, [], xmlOf(source.text))
    return collect.result()
  },
}

function read(collect: Collector, path: readonly string[], elements: readonly Element[]): void {
  for (const element of elements) {
    const named = element.name === 'TestCase' || element.name === 'Section'
    if (element.name !== 'BenchmarkResults') {
      read(collect, named ? [...path, element.attributes.name ?? ''] : path, element.children)
      continue
    }
    const benchmark = joinName(...path, element.attributes.name)
    const failed = child(element, 'failed')
    const value = (name: string) => child(element, name)?.attributes.value
    if (failed !== undefined)
      collect.fail({
        benchmark,
        code: 'failed',
        reason: `Benchmark failed: ${failed.attributes.message ?? 'no message'}`,
      })
    else
      collect.summary(wall(benchmark, 1e-9), {
        mean: value('mean'),
        standardDeviation: value('standardDeviation'),
        n: element.attributes.samples,
      })
  }
}
