// Counts of iai and its heirs (iai-callgrind, gungraun): deterministic, so exact.
import type { Collector, Measured } from '../reading/collect.ts'
import { count } from '../reading/measured.ts'
import { figure } from '../reading/number.ts'

/** `Estimated Cycles` → `estimated-cycles`. */
export function countName(label: string): string {
  return label
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

export function collectCount(collect: Collector, benchmark: string, label: string, value: unknown): void {
  const metric = countName(label)
  const number = figure(value)
  // A program of no instructions was not run.
  if (number === 0 && metric === 'instructions')
    collect.fail({
      benchmark,
      metric,
      code: 'zero-count',
      reason: 'No instructions were counted: nothing was run.',
    })
  else collect.exact(measuredOf(benchmark, metric), value)
}

/** Costs of all kinds; the rates are percentages, and hits are the good part. */
function measuredOf(benchmark: string, metric: string): Measured {
  if (/(?:hit|miss)-rate$/.test(metric))
    return {
      ...count(benchmark, metric, metric.endsWith('hit-rate') ? 'higher' : 'lower'),
      unit: 'ratio',
      scale: 0.01,
    }
  return { ...count(benchmark, metric), ...(/bytes/.test(metric) ? { unit: 'B' } : {}) }
}
