// Advice on a few benchmarks at once, more of it than is shown in a comment: by the rules themselves.
import { advise } from '../../src/judge/advice/advise.ts'
import type { Advice } from '../../src/model/advice.ts'
import { observed } from '../judge/advice/observed.ts'
import { environment, undecided } from './samples.ts'

const load = {
  requests: 1200,
  'error-rate': 0.034,
  'errors.status-500': 28,
  'errors.check-contains': 13,
  timeouts: 0,
  connections: 20,
  'connections.opened': 1190,
  latency: { value: 0.031, mean: 0.048, p95: 0.31, count: 1159 },
  memory: 1.31e9,
}

const seen = (benchmark: string, head: Parameters<typeof observed>[0]['head'] = {}, base = head) => ({
  ...observed({ title: benchmark, head, base }),
  benchmark,
})

export const advised: readonly Advice[] = advise({
  figures: [
    seen('checkout', load, { ...load, latency: { ...load.latency, variation: 0.21 } }),
    seen('search', { latency: { value: 0.02, mean: 0.03, p95: 0.1, count: 800 } }),
    seen('cart', { latency: { value: 0.02, mean: 0.03, p95: 0.12, count: 800 } }),
    seen('parse/large', { 'gc.share': 0.22, 'gc.pause': 0.41 }),
    seen('session', { leak: 96 }),
  ],
  rows: [undecided],
  machine: environment,
})
