// Schemas of amounts: checked as people write them, handed on in base units. The description comes with the schema so
// that it stands before the conversion, where the JSON schema for editors finds it.
import * as v from 'valibot'
import { parseDuration, parsePercent, parseQuantity, parseRate, patterns, type Quantity } from './quantity.ts'

const expectations = {
  duration: 'expected a duration such as "500ms", "20s" or "8m"',
  percent: 'expected a percentage such as "5%"',
  quantity: 'expected an amount such as "150ms", "250kB" or a number',
} as const

function written<Output>(
  kind: 'duration' | 'percent',
  parse: (text: string) => Output | null,
  description: string,
) {
  const message = expectations[kind]
  return v.pipe(
    v.string(message),
    v.regex(patterns[kind], message),
    v.title(kind === 'percent' ? 'percentage' : kind),
    v.description(description),
    v.rawTransform(({ dataset, addIssue, NEVER }): Output => {
      const value = parse(dataset.value)
      if (value !== null) return value
      addIssue({ message })
      return NEVER
    }),
  )
}

/** Seconds, 0 or more. */
export const duration = (description: string) => written('duration', parseDuration, description)

/** Seconds, more than 0. */
export const positiveDuration = (description: string) =>
  v.pipe(duration(description), v.gtValue(0, 'expected more than no time'))

/** A ratio from 0 to 1, written in percent. */
export const percent = (description: string) =>
  v.pipe(written('percent', parsePercent, description), v.maxValue(1, 'expected at most "100%"'))

/** An amount of any unit, or a bare number in the metric's own. */
export const quantity = (description: string) =>
  v.pipe(
    v.union([v.string(), v.number()], expectations.quantity),
    v.title('amount'),
    v.description(description),
    v.rawTransform(({ dataset, addIssue, NEVER }): Quantity => {
      const value = parseQuantity(String(dataset.value))
      if (value !== null) return value
      addIssue({ message: expectations.quantity })
      return NEVER
    }),
  )

/** Per second, more than 0. */
export const rate = (description: string) =>
  v.pipe(
    v.string('expected a rate such as "200/s"'),
    v.regex(patterns.rate, 'expected a rate such as "200/s"'),
    v.description(description),
    v.rawTransform(({ dataset, addIssue, NEVER }): number => {
      const value = parseRate(dataset.value)
      if (value !== null && value > 0) return value
      addIssue({ message: 'expected a rate such as "200/s"' })
      return NEVER
    }),
  )
