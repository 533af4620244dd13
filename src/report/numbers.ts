// Shares, changes, intervals and counts as people read them; amounts with units are in amounts.ts. All else in perf-gate
// holds base units. Whatever cannot be shown (null, NaN, infinite) becomes a dash, never a word of the machine's.

/** Shown where there is no number. */
export const none = '–'
export const minus = '−'

/** Digits with separators and a real minus sign. */
export function decimal(value: number, options: Intl.NumberFormatOptions): string {
  if (!Number.isFinite(value)) return none
  const key = JSON.stringify(options)
  const format = formats.get(key) ?? new Intl.NumberFormat('en-US', { signDisplay: 'negative', ...options })
  formats.set(key, format)
  return format.format(value).replace('-', minus)
}

/** Making one takes far longer than using it, and a report has thousands of numbers in a dozen formats. */
const formats = new Map<string, Intl.NumberFormat>()

export function isFiniteNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
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

/** A whole number with separators: `1,204`. */
export function count(value: number): string {
  return Number.isFinite(value) ? decimal(value, { maximumFractionDigits: 0 }) : none
}

/** A count and its noun: `1 pair`, `11 pairs`. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${count(value)} ${value === 1 ? singular : plural}`
}
