// libtest's events as JSON lines.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { throughput, wall } from '../reading/measured.ts'
import { at, figureSchema, optionalText } from '../reading/shape.ts'

const EventSchema = v.looseObject({
  type: v.picklist(['bench', 'test']),
  name: v.string(),
  event: optionalText,
  median: figureSchema,
  mib_per_second: figureSchema,
  stdout: optionalText,
})

export const cargoBenchJson: Format = {
  name: 'cargo-bench-json',
  tool: 'cargo',
  title: 'cargo bench, libtest JSON',
  produce: 'cargo +nightly bench -- -Z unstable-options --format json',
  documentation: 'https://doc.rust-lang.org/rustc/tests/index.html#--format-format',
  detect: (source) =>
    /"type":\s*"(?:bench|suite)"/.test(source.head) &&
    source
      .jsonLines()
      .some(({ value }) => at(value, 'type') === 'bench' || at(value, 'test_count') !== undefined),
  parse(source) {
    const collect = collector()
    for (const { value } of source.jsonLines()) {
      if (!v.is(EventSchema, value)) continue
      const { type, name: benchmark, event, median, mib_per_second: rate, stdout } = value
      if (type === 'bench') {
        collect.summary(wall(benchmark, 1e-9), { median })
        if (rate !== undefined && rate !== null)
          collect.sample({ ...throughput(benchmark, 2 ** 20), unit: 'B/s' }, rate)
      } else if (event === 'failed')
        collect.fail({
          benchmark,
          code: 'failed',
          reason: 'cargo bench reported it as failed.',
          ...(stdout ? { output: stdout } : {}),
        })
      else if (event === 'ignored')
        collect.fail({ benchmark, code: 'ignored', reason: 'cargo bench ignored it.' })
    }
    return collect.result()
  },
}
