// Small Runs for tests: values in, Runs of one measurement out.

import type { DecisionSettings } from '../../src/compare/settings.ts'
import { emptyRun, type Run, type Runs } from '../../src/model/run.ts'
import type { Series } from '../../src/model/series.ts'
import type { Terms } from '../../src/model/terms.ts'
import { drawPairs, type NoiseName } from '../stats/noise.ts'

export const gatingTerms: Terms = { gating: true, regression: 0.05, ignoreBelow: 0.01, onRegression: 'fail' }

export function settings(
  overrides: Partial<DecisionSettings> & { readonly gates?: (metric: string) => Partial<Terms> } = {},
): DecisionSettings {
  const { gates = () => ({}), ...rest } = overrides
  return {
    alpha: 0.01,
    maxPairs: 40,
    terms: ({ metric }) => ({ ...gatingTerms, ...gates(metric) }),
    ...rest,
  }
}

/** One value per trial, or the samples of each trial. */
export function trials(
  values: readonly (number | readonly number[])[],
  about: Partial<Omit<Series, 'evidence'>> & { readonly positions?: readonly number[] } = {},
): Series {
  const { positions, ...rest } = about
  return {
    benchmark: 'parse',
    metric: 'cpu',
    unit: 's',
    better: 'lower',
    ...rest,
    evidence: {
      kind: 'trials',
      trials: values.map((value, round) => ({
        round,
        ...(positions?.[round] === undefined ? {} : { position: positions[round] }),
        samples: typeof value === 'number' ? [value] : [...value],
      })),
    },
  }
}

export function exact(value: number, about: Partial<Omit<Series, 'evidence'>> = {}): Series {
  return {
    benchmark: 'bundle',
    metric: 'bytes',
    unit: 'B',
    better: 'lower',
    ...about,
    evidence: { kind: 'exact', value },
  }
}

export function runs(
  base: readonly Series[],
  head: readonly Series[],
  parts: { readonly base?: Partial<Run>; readonly head?: Partial<Run> } = {},
): Runs {
  const measurement = 'test'
  return {
    base: emptyRun({ measurement, series: [...base], ...parts.base }),
    head: emptyRun({ measurement, series: [...head], ...parts.head }),
  }
}

/** A metric of 10 ms under that noise, both sides, in random order; head does `change` more work. */
export function noisy(
  noise: NoiseName,
  options: {
    readonly seed: number
    readonly pairs: number
    readonly change?: number
    readonly about?: Partial<Omit<Series, 'evidence'>>
  },
): { readonly base: Series; readonly head: Series } {
  const { seed, pairs, change = 0, about = {} } = options
  const drawn = drawPairs(noise, seed, pairs, Math.log1p(change))
  return {
    base: trials(
      drawn.map(({ base }) => 0.01 * Math.exp(base)),
      { ...about, positions: drawn.map(({ headFirst }) => (headFirst ? 1 : 0)) },
    ),
    head: trials(
      drawn.map(({ head }) => 0.01 * Math.exp(head)),
      { ...about, positions: drawn.map(({ headFirst }) => (headFirst ? 0 : 1)) },
    ),
  }
}

/** Numbers of a comparison or report that JSON could not hold. */
export function unwritable(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path]
  if (value === undefined) return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => unwritable(inner, `${path}.${key}`))
}
