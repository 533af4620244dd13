// tachometer --json-file: milliseconds; each sample is a page load of its own, so each is one trial.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { bytes, wall } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { at, figureSchema, listOf, optionalText, shaped } from '../reading/shape.ts'

const FileSchema = v.looseObject({
  benchmarks: v.array(
    v.looseObject({
      name: v.string(),
      version: optionalText,
      bytesSent: figureSchema,
      measurement: v.optional(v.nullable(v.looseObject({ name: optionalText, mode: optionalText }))),
      browser: v.optional(v.nullable(v.looseObject({ name: optionalText }))),
      samples: v.array(figureSchema),
    }),
  ),
})

const modes = new Set(['performance', 'callback', 'expression'])

export const tachometer: Format = {
  name: 'tachometer',
  tool: 'tachometer',
  title: 'tachometer, JSON',
  produce: 'tachometer --json-file result.json …',
  documentation: 'https://github.com/google/tachometer',
  detect: (source) => {
    const first = listOf(at(source.json(), 'benchmarks'))[0]
    return at(first, 'bytesSent') !== undefined && at(first, 'browser') !== undefined
  },
  parse(source) {
    const collect = collector()
    for (const { name, version, measurement, browser, bytesSent, samples } of shaped(source, FileSchema)
      .benchmarks) {
      const benchmark = withParameters(name, {
        version,
        measurement: measurement?.name,
        browser: browser?.name,
      })
      if (samples.length === 0) collect.fail({ benchmark, code: 'no-samples', reason: 'It has no samples.' })
      for (const [trial, sample] of samples.entries()) collect.sample(wall(benchmark, 1e-3), sample, trial)
      if (bytesSent !== undefined && bytesSent !== null) collect.exact(bytes(benchmark), bytesSent)
      const mode = measurement?.mode
      if (mode && !modes.has(mode))
        collect.note({
          code: 'unknown-mode',
          message: `tachometer knows no measurement mode ${JSON.stringify(mode)}; its samples are taken as milliseconds.`,
          where: benchmark,
        })
    }
    return collect.result()
  },
}
