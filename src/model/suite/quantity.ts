// How people write amounts in a suite (`5%`, `8m`, `250kB`, `200/s`), turned into base units as they are checked.
import * as v from 'valibot'
import type { BaseUnit } from '../unit.ts'

const secondsPer: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  min: 60,
  h: 3600,
}
const bytesPer: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
}

export interface Quantity {
  readonly value: number
  /** `null`: written without a unit, taken in the metric's own. */
  readonly unit: BaseUnit | null
}

function split(text: string): { amount: number; suffix: string } | null {
  const match = /^\s*(\d+(?:_\d+)*(?:\.\d+)?(?:e[+-]?\d+)?)\s*([^\d\s].*?)?\s*$/i.exec(text)
  if (match === null) return null
  return { amount: Number(match[1]?.replaceAll('_', '')), suffix: match[2] ?? '' }
}

/** `90s`, `1m30s`, `250ms` → seconds; `null` when it is none. */
export function parseDuration(text: string): number | null {
  const parts = [...text.trim().matchAll(/(\d+(?:\.\d+)?)\s*(ns|us|µs|ms|min|s|m|h)/g)]
  if (
    parts.length === 0 ||
    parts
      .map((part) => part[0])
      .join('')
      .replace(/\s/g, '') !== text.replace(/\s/g, '')
  )
    return null
  return parts.reduce((sum, part) => sum + Number(part[1]) * (secondsPer[part[2] ?? ''] ?? Number.NaN), 0)
}

/** `250kB`, `1.5 MiB` → bytes; `null` when it is none. */
export function parseSize(text: string): number | null {
  const parts = split(text)
  const factor = parts === null ? undefined : bytesPer[parts.suffix]
  return parts === null || factor === undefined ? null : parts.amount * factor
}

/** `5%` or `0.05` → 0.05; `null` when it is none. */
export function parsePercent(text: string): number | null {
  const parts = split(text)
  if (parts === null) return null
  if (parts.suffix === '%') return parts.amount / 100
  return null
}

/** `200/s`, `12000/min` → per second; `null` when it is none. */
export function parseRate(text: string): number | null {
  const match = /^(.+?)\s*\/\s*(s|m|min|h)$/.exec(text.trim())
  const amount = match?.[1] === undefined ? Number.NaN : Number(match[1])
  const per = secondsPer[match?.[2] ?? '']
  return Number.isFinite(amount) && amount >= 0 && per !== undefined ? amount / per : null
}

/** Any of the above, or a bare number. */
export function parseQuantity(text: string): Quantity | null {
  const duration = parseDuration(text)
  if (duration !== null) return { value: duration, unit: 's' }
  const size = parseSize(text)
  if (size !== null) return { value: size, unit: 'B' }
  const percent = parsePercent(text)
  if (percent !== null) return { value: percent, unit: 'ratio' }
  const rate = parseRate(text)
  if (rate !== null) return { value: rate, unit: '/s' }
  const bare = split(text)
  return bare !== null && bare.suffix === '' ? { value: bare.amount, unit: null } : null
}

function written<Output>(parse: (text: string) => Output | null, expected: string) {
  return v.pipe(
    v.union([v.string(), v.number()], `expected ${expected}`),
    v.rawTransform(({ dataset, addIssue, NEVER }): Output => {
      const value = parse(String(dataset.value))
      if (value === null) {
        addIssue({ message: `expected ${expected}, found ${JSON.stringify(dataset.value)}` })
        return NEVER
      }
      return value
    }),
  )
}

/** Seconds. */
export const DurationSchema = written(parseDuration, 'a duration such as "500ms", "20s" or "8m"')
/** Bytes. */
export const SizeSchema = written(parseSize, 'a size such as "250kB" or "1.5MiB"')
/** A ratio: 0.05. */
export const PercentSchema = written(parsePercent, 'a percentage such as "5%"')
/** Per second. */
export const RateSchema = written(parseRate, 'a rate such as "200/s"')
export const QuantitySchema = written(
  parseQuantity,
  'an amount such as "150ms", "250kB", "1%", "200/s" or a number',
)
