// One benchmark as a rule sees it, made of the few figures that a case is about.

import type { Observed } from '../../../src/judge/advice/rule.ts'
import type { Figure, Figures } from '../../../src/model/figures.ts'
import { metricKind } from '../../../src/model/metric.ts'
import type { Judged } from '../../../src/model/verdict.ts'
import { row } from '../../report/samples.ts'

/** A metric's value, or more of its figure. */
type Given = Readonly<Record<string, number | Partial<Figure>>>

export function figures(given: Given): Figures {
  return Object.fromEntries(
    Object.entries(given).map(([metric, parts]) => {
      const figure = typeof parts === 'number' ? { value: parts } : parts
      const { value = 0 } = figure
      const { unit } = metricKind(metric)
      return [
        metric,
        { unit, value, mean: value, p95: null, count: 1, distinct: null, variation: null, ...figure },
      ]
    }),
  )
}

export interface Case {
  readonly title: string
  readonly head?: Given
  readonly base?: Given
  readonly rows?: readonly Partial<Judged>[]
  readonly machine?: Observed['machine']
  readonly trials?: number
  readonly saturated?: number
}

export function observed({ head = {}, base = head, rows = [], machine, ...rest }: Case): Observed {
  return {
    benchmark: 'checkout',
    base: figures(base),
    head: figures(head),
    rows: rows.map((parts) => row('checkout', parts)),
    machine: machine ?? { cores: 4, memory: 16e9 },
    trials: rest.trials ?? 20,
    saturated: rest.saturated ?? 0,
  }
}
