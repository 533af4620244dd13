// cargo-criterion --message-format=json: one message per line.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { figure } from '../reading/number.ts'
import { at, figureSchema } from '../reading/shape.ts'
import { secondsIn } from '../reading/time.ts'

const MessageSchema = v.looseObject({
  reason: v.literal('benchmark-complete'),
  id: v.string(),
  iteration_count: v.array(figureSchema),
  measured_values: v.array(figureSchema),
  unit: v.string(),
})

export const cargoCriterion: Format = {
  name: 'cargo-criterion',
  tool: 'criterion',
  title: 'cargo-criterion, messages',
  produce: 'cargo criterion --message-format=json',
  documentation: 'https://bheisler.github.io/criterion.rs/book/cargo_criterion/external_tools.html',
  detect: (source) =>
    source.head.includes('"reason"') &&
    source.jsonLines().some(({ value }) => at(value, 'reason') === 'benchmark-complete'),
  parse(source) {
    const collect = collector()
    for (const { value } of source.jsonLines()) {
      if (!v.is(MessageSchema, value)) continue
      const scale = secondsIn(value.unit) ?? 1e-9
      for (const [index, total] of value.measured_values.entries()) {
        const count = figure(value.iteration_count[index])
        const time = figure(total)
        collect.sample(
          wall(value.id, scale),
          count !== null && count > 0 && time !== null ? time / count : total,
        )
      }
    }
    return collect.result()
  },
}
