// The figures of a summary, in base units. A figure that a tool left out or could not work out is left out here too.
import { figure, scaleBy } from './number.ts'

/** As written by the tool: numbers, numbers in strings, null, "NaN". */
export interface SummaryFigures {
  readonly mean?: unknown
  readonly standardDeviation?: unknown
  /** How many repetitions the figures rest on. */
  readonly n?: unknown
  readonly median?: unknown
  readonly min?: unknown
  readonly max?: unknown
  /** Keys as in statistics: `p95`. */
  readonly quantiles?: Readonly<Record<string, unknown>>
}

export interface Figures {
  mean?: number
  standardDeviation?: number
  n?: number
  median?: number
  min?: number
  max?: number
  quantiles?: Record<string, number>
}

/** `nonNegative`: durations; a figure below zero is then an artefact and left out. */
export function figuresOf(written: SummaryFigures, scale: number, nonNegative: boolean): Figures {
  const usable = (value: number | null): value is number =>
    value !== null && Number.isFinite(value) && !(nonNegative && value < 0)
  const figures: Figures = {}
  for (const key of ['mean', 'standardDeviation', 'median', 'min', 'max'] as const) {
    const value = scaled(written[key], scale)
    if (usable(value) && !(key === 'standardDeviation' && value < 0)) figures[key] = value
  }
  const n = figure(written.n)
  if (n !== null && n >= 0) figures.n = n
  const quantiles = Object.entries(written.quantiles ?? {}).flatMap(([key, one]): [string, number][] => {
    const value = scaled(one, scale)
    const name = quantileName(key)
    return name !== null && usable(value) ? [[name, value]] : []
  })
  if (quantiles.length > 0) figures.quantiles = Object.fromEntries(quantiles)
  return figures
}

function scaled(written: unknown, scale: number): number | null {
  const value = figure(written)
  return value === null ? null : scaleBy(value, scale)
}

/** `p(99.9)`, `99.9`, `p99_9`, `99th`, `99.9%` → `p99.9`; `null` for what is no percentile. */
export function quantileName(written: string): string | null {
  const match = /^p?\(?(\d{1,3}(?:[._]\d+)?)\)?(?:th|st|nd|rd|%)?$/i.exec(written.trim())
  const value = match === null ? Number.NaN : Number(match[1]?.replace('_', '.'))
  return value >= 0 && value <= 100 ? `p${value}` : null
}
