// The terms of one metric's comparison: all budgets that match it, merged; later ones win key by key.
import { metricKind } from './metric.ts'
import type { Budget } from './suite/index.ts'
import type { Quantity } from './suite/quantity.ts'

export interface Terms {
  /** A budget names this metric, so it can fail the gate. Otherwise it is measured and shown. */
  readonly gating: boolean
  /** Relative change for the worse that must be noticed: 0.05. */
  readonly regression: number
  /** Relative changes below this do not count: 0.01. */
  readonly ignoreBelow: number
  readonly limit?: Quantity
  readonly floor?: Quantity
  readonly onRegression: 'fail' | 'warn' | 'ignore'
}

export type MatchGlob = (pattern: string, name: string) => boolean

/** Terms of a metric; `matches` decides globs, so that this file needs no library. */
export function termsOf(
  budgets: readonly Budget[],
  series: { readonly benchmark: string; readonly metric: string },
  matches: MatchGlob = matchesGlob,
): Terms {
  const kind = metricKind(series.metric)
  let terms: Terms = {
    gating: false,
    regression: kind.regression,
    ignoreBelow: kind.ignoreBelow,
    onRegression: 'fail',
  }
  for (const budget of budgets) {
    const benchmarkMatches =
      matches(budget.benchmark, series.benchmark) || series.benchmark.startsWith(`${budget.benchmark}/`)
    if (!benchmarkMatches || !matches(budget.metric, series.metric)) continue
    terms = {
      ...terms,
      gating: true,
      ...(budget.regression === undefined ? {} : { regression: budget.regression }),
      ...(budget.ignoreBelow === undefined ? {} : { ignoreBelow: budget.ignoreBelow }),
      ...(budget.limit === undefined ? {} : { limit: budget.limit }),
      ...(budget.floor === undefined ? {} : { floor: budget.floor }),
      ...(budget.onRegression === undefined ? {} : { onRegression: budget.onRegression }),
    }
  }
  return terms
}

/** `*` within one part of a name, `**` across parts, `?` one character; everything else is itself. */
export function matchesGlob(pattern: string, name: string): boolean {
  const source = pattern
    .split(/(\*\*|\*|\?)/)
    .map((part) =>
      part === '**'
        ? '.*'
        : part === '*'
          ? '[^/]*'
          : part === '?'
            ? '[^/]'
            : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
    )
    .join('')
  return new RegExp(`^${source}$`, 'u').test(name)
}
