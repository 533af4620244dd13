// Measured amounts in the unit that a person would use for them, with as many digits as it takes to tell base from head.
import { decimal, isFiniteNumber, minus, none } from './numbers.ts'

interface Scale {
  /** Smallest magnitude, in base units, that this scale is for. */
  readonly from: number
  /** Base units in one of this scale. */
  readonly size: number
  /** Written after the number, with its space. */
  readonly suffix: string
}

const scale = (size: number, suffix: string, from = size): Scale => ({ from, size, suffix })
const thousands = (unit: string): readonly Scale[] => [
  scale(1, ` ${unit}`, 0),
  scale(1e3, ` k${unit}`),
  scale(1e6, ` M${unit}`),
  scale(1e9, ` G${unit}`),
]

const scales: Readonly<Record<string, readonly Scale[]>> = {
  s: [scale(1e-9, ' ns', 0), scale(1e-6, ' µs'), scale(1e-3, ' ms'), scale(1, ' s'), scale(60, ' min', 600)],
  B: thousands('B'),
  'B/s': thousands('B/s'),
  '/s': [scale(1, '/s', 0), scale(1e6, ' M/s')],
  count: [scale(1, '', 0), scale(1e6, ' M', 1e7)],
  ratio: [scale(0.01, ' %', 0)],
}

/** A unit that an imported tool brought along stays as it is. */
function scalesOf(unit: string): readonly Scale[] {
  return (
    (Object.hasOwn(scales, unit) ? scales[unit] : undefined) ?? [scale(1, unit === '' ? '' : ` ${unit}`, 0)]
  )
}

function scaleFor(magnitude: number, unit: string): Scale {
  const fitting = scalesOf(unit)
  // Zero has no magnitude: 0 s, not 0 ns.
  if (magnitude === 0) return fitting.find((each) => each.size === 1) ?? fitting[0] ?? scale(1, '')
  return fitting.findLast((each) => magnitude >= each.from) ?? fitting[0] ?? scale(1, '')
}

/** Beyond these, digits are written as a power of ten. */
function isUnwieldy(scaled: number): boolean {
  const magnitude = Math.abs(scaled)
  return Number.isFinite(scaled) && magnitude !== 0 && (magnitude >= 1e12 || magnitude < 1e-6)
}

function fixed(scaled: number, decimals: number): string {
  if (isUnwieldy(scaled)) return scaled.toExponential(2).replaceAll('-', minus)
  return decimal(scaled, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

/** Decimals that give `scaled` this many significant digits, at most. */
function decimalsFor(scaled: number, significant: number): number {
  if (scaled === 0) return 0
  return Math.max(0, Math.min(9, significant - 1 - Math.floor(Math.log10(Math.abs(scaled)))))
}

/** One amount with three significant digits: `12.1 ms`, `1.2 MB`; whole bytes and counts stay whole. */
export function amount(value: number | null, unit: string): string {
  return amounts(value, null, unit).base
}

export interface Amounts {
  readonly base: string
  readonly head: string
  /** Both, with the unit once where they share it: `12.1 → 13.0 ms`; only one where they are equal. */
  readonly range: string
}

/**
 * Two amounts to be read side by side: one unit for both, and as many digits as it takes to see that they differ.
 * `exact` amounts are shown to the last unit when that is where they differ: `250,001 B`.
 */
export function amounts(
  base: number | null,
  head: number | null,
  unit: string,
  { exact = false }: { readonly exact?: boolean } = {},
): Amounts {
  const present = [base, head].filter(isFiniteNumber)
  const [shared, decimals] = sharedDigits(present, unit, exact)
  const apart =
    Math.max(...present.map(Math.abs)) > 1000 * Math.min(...present.map(Math.abs)) && !present.includes(0)
  const parts = [base, head].map((value) => {
    if (!isFiniteNumber(value)) return { digits: none, suffix: '' }
    if (value === 0) return { digits: '0', suffix: shared.suffix }
    // 3 ns beside 2 s would be 0.000000003 s: then each has its own unit.
    if (!apart) return { digits: fixed(value / shared.size, decimals), suffix: shared.suffix }
    const [own, ownDecimals] = sharedDigits([value], unit, exact)
    return { digits: fixed(value / own.size, ownDecimals), suffix: own.suffix }
  })
  const [left = { digits: none, suffix: '' }, right = { digits: none, suffix: '' }] = parts
  const leftText = left.digits + left.suffix
  const rightText = right.digits + right.suffix
  const first = left.suffix === right.suffix ? left.digits : leftText
  const range = base === head ? rightText : `${first} → ${rightText}`
  return { base: leftText, head: rightText, range }
}

const fewestDigits = 3
const mostDigits = 5

/** The scale for all of `values`, and the decimals that show them and their difference. */
function sharedDigits(values: readonly number[], unit: string, exact: boolean): [Scale, number] {
  const magnitude = Math.max(0, ...values.map(Math.abs))
  const chosen = scaleFor(magnitude, unit)
  const scaled = magnitude / chosen.size
  const fewest = decimalsFor(scaled, unit === 'ratio' ? 2 : fewestDigits)
  const most = exact ? 9 : decimalsFor(scaled, mostDigits)
  let decimals = fewest
  while (decimals < most && !showsDifference(values, chosen, decimals)) decimals += 1
  const whole = (unit === 'B' || unit === 'count') && values.every(Number.isInteger)
  // 250,001 B says more than 250.001 kB.
  const tooFine = exact && decimals > decimalsFor(scaled, mostDigits)
  if (whole && (chosen.size === 1 || tooFine)) return [scale(1, unit === 'B' ? ' B' : ''), 0]
  return [chosen, decimals]
}

/** Whether rounding leaves the difference within half of what it is: 12.14 and 12.15 must not become 12.1 and 12.2. */
function showsDifference(values: readonly number[], { size }: Scale, decimals: number): boolean {
  const [base = 0, head = base] = values
  const step = 10 ** decimals
  const shown = (Math.round((head / size) * step) - Math.round((base / size) * step)) / step
  const real = (head - base) / size
  return Math.abs(shown - real) <= Math.abs(real) / 2
}

/** An amount that a person wrote into the suite, shown as short as it can be: `150 ms`, `250 kB`. */
export function writtenAmount(value: number, unit: string): string {
  if (!Number.isFinite(value)) return none
  const chosen = scaleFor(Math.abs(value), unit)
  return decimal(value / chosen.size, { maximumSignificantDigits: 6 }) + chosen.suffix
}

/** The difference of two exact amounts with its sign: `+912 B`, `−3`. */
export function difference(base: number, head: number, unit: string): string {
  const delta = head - base
  const text = amount(Math.abs(delta), unit)
  return delta === 0 ? text : `${delta > 0 ? '+' : minus}${text}`
}

/** How long something took: `12 s`, `3 min 12 s`, `1 h 5 min`. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return none
  if (seconds < 10) return writtenAmount(Math.max(0, Math.round(seconds * 10) / 10), 's')
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min${whole % 60 === 0 ? '' : ` ${whole % 60} s`}`
  const minutes = Math.round(whole / 60)
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`
}
