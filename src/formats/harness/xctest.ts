// XCTest's measure blocks, as xcodebuild and swift test print them. All values of one run of the test.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { guessedBetter } from '../reading/guess.ts'
import { wall } from '../reading/measured.ts'
import { unitMeaning } from '../reading/unit.ts'

const measured =
  /Test Case '(?:-\[)?([^'\]]+)\]?' measured \[([^,\]]+), ([^\]]+)\] average: ([\d.]+|nan|inf),.*? values: \[([^\]]*)\]/
const outcome = /Test Case '(?:-\[)?([^'\]]+)\]?' (failed|skipped) \(/

export const xctest: Format = {
  name: 'xctest',
  tool: 'xctest',
  title: 'XCTest, measure',
  produce: 'swift test  or  xcodebuild test',
  documentation: 'https://developer.apple.com/documentation/xctest/performance-tests',
  detect: (source) => source.lines().some((line) => measured.test(line)),
  parse(source) {
    const collect = collector()
    const names = new Set(source.lines().flatMap((line) => nameOf(measured.exec(line)?.[1]) ?? []))
    for (const line of source.lines()) {
      const found = measured.exec(line)
      const broken = outcome.exec(line)
      const benchmark = nameOf(found?.[1] ?? broken?.[1]) ?? ''
      if (found !== null) {
        const [, , metric = '', unit = '', , values = ''] = found
        const written = values.split(',').map((value) => value.trim())
        if (
          /^(?:Clock Monotonic )?(?:Wall Clock )?Time$/i.test(metric) ||
          (unit === 'seconds' && metric === 'Time')
        )
          collect.samples(wall(benchmark), written)
        else {
          const meaning = unitMeaning(unit)
          const better = meaning.sure ? meaning.better : guessedBetter(collect, metric, 'lower')
          collect.samples({ benchmark, metric, ...meaning, better, zeroIsAnAnswer: true }, written)
        }
      } else if (broken !== null && (broken[2] === 'failed' || names.has(benchmark)))
        collect.fail({ benchmark, code: broken[2] ?? 'failed', reason: `XCTest reports it as ${broken[2]}.` })
    }
    return collect.result()
  },
}

/** `Module.Class testSort` and `Class.testSort` → `Module.Class/testSort`. */
function nameOf(written: string | undefined): string | undefined {
  return written?.replace(/[ .](?=[^ .]+$)/, '/')
}
