// size-limit --json: bytes under its compression, and the times of a browser where it ran one.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { at, figureSchema, listOf, optionalText, shaped } from '../reading/shape.ts'

const SizeLimitSchema = v.array(
  v.looseObject({
    name: optionalText,
    passed: v.optional(v.nullable(v.boolean())),
    size: figureSchema,
    sizeLimit: figureSchema,
    running: figureSchema,
    loading: figureSchema,
  }),
)

export const sizeLimit: Format = {
  name: 'size-limit',
  tool: 'size-limit',
  title: 'size-limit, JSON',
  produce: 'size-limit --json',
  documentation: 'https://github.com/ai/size-limit',
  detect: (source) =>
    listOf(source.json()).some(
      (one) =>
        at(one, 'size') !== undefined && at(one, 'name') !== undefined && at(one, 'value') === undefined,
    ),
  parse(source) {
    const collect = collector()
    for (const [index, { name, passed, size, sizeLimit: limit, running, loading }] of shaped(
      source,
      SizeLimitSchema,
    ).entries()) {
      const benchmark = name || `entry ${index + 1}`
      collect.exact({ benchmark, metric: 'bytes', unit: 'B', better: 'lower' }, size)
      // Times of a real browser, in seconds.
      for (const [metric, value] of [
        ['running', running],
        ['loading', loading],
      ] as const)
        if (value !== undefined && value !== null)
          collect.sample({ benchmark, metric, unit: 's', better: 'lower', zeroIsAnAnswer: true }, value)
      if (passed === false)
        collect.fail({
          benchmark,
          metric: 'bytes',
          code: 'limit-exceeded',
          reason: `size-limit's own limit${limit ? ` of ${limit} bytes` : ''} was exceeded.`,
        })
    }
    return collect.result()
  },
}
