// Numbers as people read them. Everything else in perf-gate holds base units; this is the one place that scales,
// rounds and signs. Whatever cannot be shown (null, NaN, infinite) becomes a dash, never a word of the machine's.

/** Shown where there is no number. */
export const none = '–'
const minus = '−'

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

function decimal(value: number, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat('en-US', { signDisplay: 'negative', ...options })
    .format(value)
    .replace('-', minus)
}

/** Beyond these, digits are written as a power of ten. */
function isUnwieldy(scaled: number): boolean {
  const magnitude = Math.abs(scaled)
  return magnitude !== 0 && (magnitude >= 1e12 || magnitude < 1e-6)
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

function isFiniteNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
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

function percentDigits(percent: number): number {
  const magnitude = Math.abs(percent)
  if (magnitude >= 99.95) return 0
  if (magnitude >= 0.995) return 1
  return magnitude >= 0.01 || magnitude === 0 ? 2 : 3
}

/** A share without a sign: 0.072 is `7.2 %`. */
export function percent(share: number | null): string {
  if (!isFiniteNumber(share)) return none
  const value = share * 100
  if (value !== 0 && Math.abs(value) < 0.001) return 'less than 0.001 %'
  const digits = percentDigits(value)
  return `${decimal(value, { maximumFractionDigits: digits })} %`
}

/** A share that a person wrote: 0.05 is `5 %`. */
export function writtenPercent(share: number): string {
  return Number.isFinite(share) ? `${decimal(share * 100, { maximumSignificantDigits: 4 })} %` : none
}

/** A share that is a promise (`none can be more than …`), so it is never rounded down. */
export function percentBound(share: number): string {
  if (!Number.isFinite(share)) return none
  const value = share * 100
  const decimals = value >= 99.95 ? 0 : 1
  return `${decimal(roundTo(value, decimals, Math.ceil), { maximumFractionDigits: decimals })} %`
}

/** From this ratio on, `×12` is easier to read than `+1,100 %`. */
const timesFrom = 10

function times(ratio: number): string {
  return `×${multiple(ratio)}`
}

/** How many times as much: `2.4`, from ratio 2.4. */
export function multiple(ratio: number): string {
  return decimal(ratio, { maximumSignificantDigits: ratio < timesFrom ? 2 : 3 })
}

/** A relative change from head over base: 1.072 is `+7.2 %`, 0.9 is `−10.0 %`, 12.4 is `×12.4`. */
export function change(ratio: number | null): string {
  if (!isFiniteNumber(ratio)) return none
  if (ratio === 1) return '0 %'
  if (ratio >= timesFrom) return times(ratio)
  const value = (ratio - 1) * 100
  const sign = value > 0 ? '+' : minus
  if (Math.abs(value) < 0.001) return `${sign}<0.001 %`
  const digits = percentDigits(value)
  const shown = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return `${sign}${decimal(Math.abs(value), shown)} %`
}

/** An interval of ratios: [1.059, 1.084] is `+5.9 to +8.4 %`. Rounded outwards, so that it never promises more. */
export function interval(bounds: readonly [number, number] | null): string {
  if (bounds === null || !bounds.every(Number.isFinite)) return none
  const [low, high] = bounds
  if (high >= timesFrom) return `${times(low)} to ${times(high)}`
  const width = (high - low) * 100
  const decimals = width >= 10 || high >= 2 ? 0 : width >= 0.2 ? 1 : 2
  const signed = (ratio: number, round: (value: number) => number) => {
    const rounded = roundTo((ratio - 1) * 100, decimals, round)
    if (rounded === 0) return '0'
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
    return `${rounded > 0 ? '+' : minus}${decimal(Math.abs(rounded), digits)}`
  }
  const [from, to] = [signed(low, Math.floor), signed(high, Math.ceil)]
  return from === to ? `${from} %` : `${from} to ${to} %`
}

/** Rounds in one direction, but lets 5.8999999999 be the 5.9 that it is. */
function roundTo(value: number, decimals: number, round: (value: number) => number): number {
  const factor = 10 ** decimals
  return round(Number((value * factor).toPrecision(9))) / factor
}

/** `p < 0.001`, `p = 0.004`; `null` where there is none to show. */
export function significance(p: number | null): string | null {
  if (!isFiniteNumber(p)) return null
  if (p < 0.001) return 'p < 0.001'
  return `p = ${decimal(Math.min(1, p), { maximumSignificantDigits: p < 0.01 ? 1 : 2 })}`
}

/** How long something took: `12 s`, `3 min 12 s`, `1 h 5 min`. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return none
  if (seconds < 10) return amount(Math.max(0, seconds), 's')
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min${whole % 60 === 0 ? '' : ` ${whole % 60} s`}`
  const minutes = Math.round(whole / 60)
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`
}

/** A whole number with separators: `1,204`. */
export function count(value: number): string {
  return Number.isFinite(value) ? decimal(value, { maximumFractionDigits: 0 }) : none
}

/** A count and its noun: `1 pair`, `11 pairs`. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${count(value)} ${value === 1 ? singular : plural}`
}
