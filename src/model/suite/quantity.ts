// How people write amounts in a suite (`5%`, `8m`, `250kB`, `200/s`), and how such amounts are written back: base
// units inside, the suite's own spelling outside. Writing and reading again gives the same amount.
import type { BaseUnit } from '../unit.ts'

export interface Quantity {
  readonly value: number
  /** `null`: written without a unit, taken in the metric's own. */
  readonly unit: BaseUnit | null
}

// Both code points that keyboards and programs produce for "micro".
const secondsPer: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
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

const amount = '\\d+(?:_\\d+)*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?'
const time = 'ns|us|µs|μs|ms|min|s|m|h'

/** Grammar of each amount, for the checks here and for editors. */
export const patterns = {
  duration: new RegExp(`^\\s*(?:${amount}\\s*(?:${time})\\s*)+$`),
  size: new RegExp(`^\\s*${amount}\\s*(?:${Object.keys(bytesPer).join('|')})\\s*$`),
  percent: new RegExp(`^\\s*${amount}\\s*%\\s*$`),
  rate: new RegExp(`^\\s*${amount}\\s*/\\s*(?:s|m|min|h)\\s*$`),
  bare: new RegExp(`^\\s*${amount}\\s*$`),
} as const

function read(text: string, pattern: RegExp): { amount: number; suffix: string } | null {
  if (!pattern.test(text)) return null
  const compact = text.replace(/[\s_]/g, '')
  const [digits = ''] = new RegExp(`^${amount}`).exec(compact) ?? []
  const value = Number(digits)
  return Number.isFinite(value) ? { amount: value, suffix: compact.slice(digits.length) } : null
}

/** `90s`, `1m30s`, `250ms` → seconds; `null` when it is none. */
export function parseDuration(text: string): number | null {
  if (!patterns.duration.test(text)) return null
  let seconds = 0
  let coarser = Number.POSITIVE_INFINITY
  for (const [, digits, unit] of text
    .replace(/[\s_]/g, '')
    .matchAll(new RegExp(`(${amount})(${time})`, 'g'))) {
    const factor = secondsPer[unit ?? ''] ?? Number.POSITIVE_INFINITY
    // `30s1m` and `1m1m` are slips of the pen.
    if (factor >= coarser) return null
    coarser = factor
    seconds += Number(digits) * factor
  }
  return Number.isFinite(seconds) ? seconds : null
}

/** `250kB`, `1.5 MiB` → bytes; `null` when it is none. */
export function parseSize(text: string): number | null {
  const parts = read(text, patterns.size)
  return parts === null ? null : parts.amount * (bytesPer[parts.suffix] ?? 1)
}

/** `5%` → 0.05; `null` when it is none. A number without the sign is none: 5 could be 5 % or 500 %. */
export function parsePercent(text: string): number | null {
  const parts = read(text, patterns.percent)
  return parts === null ? null : parts.amount / 100
}

/** `200/s`, `12000/min` → per second; `null` when it is none. */
export function parseRate(text: string): number | null {
  const parts = read(text, patterns.rate)
  return parts === null ? null : parts.amount / (secondsPer[parts.suffix.slice(1)] ?? 1)
}

/** Any of the above, or a bare number. */
export function parseQuantity(text: string): Quantity | null {
  const readings: readonly (readonly [number | null, BaseUnit | null])[] = [
    [parseDuration(text), 's'],
    [parseSize(text), 'B'],
    [parsePercent(text), 'ratio'],
    [parseRate(text), '/s'],
    [read(text, patterns.bare)?.amount ?? null, null],
  ]
  for (const [value, unit] of readings) if (value !== null) return { value, unit }
  return null
}

/** Twelve digits: enough for anything a person writes, too few for the dust of binary fractions. */
function digits(value: number): string {
  return String(Number(value.toPrecision(12)))
}

/** The shortest spelling with at least one whole unit: `150ms`, neither `0.15s` nor `150000µs`. */
function inUnits(value: number, units: readonly string[], factors: Readonly<Record<string, number>>): string {
  const spellings = units.map((unit) => {
    const amount = value / (factors[unit] ?? 1)
    return { whole: amount >= 1, text: `${digits(amount)}${unit}` }
  })
  const whole = spellings.filter((spelling) => spelling.whole)
  const [first, ...rest] = (whole.length === 0 ? spellings : whole).map(({ text }) => text)
  return rest.reduce((best, next) => (next.length < best.length ? next : best), first ?? '')
}

/** Seconds → `8m`, `1m30s`, `250ms`. */
export function writeDuration(seconds: number): string {
  if (seconds === 0) return '0s'
  if (seconds >= 60 && Number.isInteger(seconds)) {
    const parts = [
      [Math.floor(seconds / 3600), 'h'],
      [Math.floor((seconds % 3600) / 60), 'm'],
      [seconds % 60, 's'],
    ] as const
    return parts.map(([value, unit]) => (value === 0 ? '' : `${value}${unit}`)).join('')
  }
  return inUnits(seconds, ['s', 'ms', 'µs', 'ns'], secondsPer)
}

/** Bytes → `250kB`, `1.5MiB`: whichever says it shorter. */
export function writeSize(bytes: number): string {
  return inUnits(bytes, ['B', 'kB', 'MB', 'GB', 'KiB', 'MiB', 'GiB'], bytesPer)
}

/** 0.05 → `5%`. */
export function writePercent(ratio: number): string {
  return `${digits(ratio * 100)}%`
}

/** Per second → `200/s`. */
export function writeRate(perSecond: number): string {
  return `${digits(perSecond)}/s`
}

/** The inverse of `parseQuantity`. */
export function writeQuantity({ value, unit }: Quantity): string {
  switch (unit) {
    case 's':
      return writeDuration(value)
    case 'B':
      return writeSize(value)
    case 'ratio':
      return writePercent(value)
    case '/s':
      return writeRate(value)
    default:
      return digits(value)
  }
}
