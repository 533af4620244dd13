// For every rule of advice: in what it fires and what it then says it saw, and in what it stays silent. The compiler
// misses no rule here, the test none without cases.
import type { AdviceRule } from '../../../src/model/advice.ts'
import type { Case } from './observed.ts'

interface Fires extends Case {
  /** As a report writes it, after the benchmark's name. */
  readonly seen: string
}

const undecided = { metric: 'cpu', verdict: 'inconclusive', outcome: 'warn' } as const

export const cases: Readonly<
  Record<AdviceRule, { readonly fires: readonly Fires[]; readonly silent: readonly Case[] }>
> = {
  errors: {
    fires: [
      {
        title: 'many kinds, the most frequent first',
        head: {
          requests: 1000,
          'error-rate': 0.05,
          'errors.status-500': 30,
          'errors.reset': 12,
          'errors.check-contains': 7,
          'errors.dns': 1,
        },
        seen: '5.0 % of the requests fail (30 × status-500, 12 × reset, 7 × check-contains)',
      },
      {
        title: 'a 503 with Retry-After is told as a rate limit',
        head: {
          requests: 1000,
          'error-rate': 0.08,
          'rate-limited': 40,
          'errors.status-503': 50,
          'errors.status-500': 30,
        },
        seen: '4.0 % of the requests fail (30 × status-500, 10 × status-503)',
      },
      { title: 'an imported rate alone', head: { 'error-rate': 0.01 }, seen: '1.0 % of the requests fail' },
    ],
    silent: [
      { title: 'nothing failed', head: { requests: 1000, 'error-rate': 0 } },
      { title: 'a few', head: { requests: 1000, 'error-rate': 0.009, 'errors.reset': 9 } },
      {
        title: 'nothing but timeouts and rate limits',
        head: { requests: 1000, 'error-rate': 0.06, timeouts: 40, 'errors.timeout': 40, 'rate-limited': 20 },
      },
    ],
  },
  timeouts: {
    fires: [
      {
        title: 'one in a hundred',
        head: { requests: 600, timeouts: 6 },
        seen: '6 of 600 requests (1.0 %) got no answer in time',
      },
    ],
    silent: [
      { title: 'none', head: { requests: 600, timeouts: 0 } },
      { title: 'one in two thousand', head: { requests: 2000, timeouts: 1 } },
      { title: 'not a load', head: { cpu: 1 } },
    ],
  },
  'rate-limits': {
    fires: [
      {
        title: '429 and 503 with Retry-After',
        head: { requests: 1000, 'rate-limited': 400, 'errors.status-429': 300 },
        seen: '400 of 1,000 requests (40 %) were told to come back later',
      },
      {
        title: 'imported: only the status is known',
        head: { requests: 1000, 'errors.status-429': 10 },
        seen: '10 of 1,000 requests (1.0 %) were told to come back later',
      },
    ],
    silent: [
      { title: 'none', head: { requests: 1000 } },
      { title: 'a 503 that names no time', head: { requests: 1000, 'errors.status-503': 500 } },
    ],
  },
  'generator-saturated': {
    fires: [
      {
        title: 'in half of the trials',
        trials: 20,
        saturated: 10,
        seen: 'in 10 of 20 trials the load generator was the bottleneck',
      },
    ],
    silent: [
      { title: 'in one of twenty', trials: 20, saturated: 1 },
      { title: 'no trials at all', trials: 0 },
    ],
  },
  'growing-memory': {
    fires: [
      { title: 'a leak', head: { leak: 96 }, seen: 'every operation leaves 96 B behind' },
      {
        title: 'a soak',
        head: { 'drift.memory': 0.35 },
        seen: 'memory rose by 35 % while the load stayed the same',
      },
    ],
    silent: [
      { title: 'no leak', head: { leak: 0, 'leak.increase': 3e6 } },
      { title: 'a leak test that is not sure', head: { 'leak.increase': 3e6 } },
      { title: 'a soak that settles', head: { 'drift.memory': 0.04 } },
    ],
  },
  'low-throughput': {
    fires: [
      {
        title: 'half of what arrived',
        head: { requests: 3000, 'achieved-rate': 0.52 },
        seen: 'only 52 % of what arrived was answered well while the load lasted',
      },
      {
        title: 'dropped, as another tool counted',
        head: { requests: 900, 'dropped-iterations': 100 },
        seen: '10 % of what was intended was never begun',
      },
      {
        title: 'more users, less done',
        head: { 'throughput-retention': 0.6 },
        seen: 'the heaviest level gets only 60 % of the throughput of the lightest',
      },
    ],
    silent: [
      { title: 'it keeps up', head: { requests: 3000, 'achieved-rate': 0.99, dropped: 0 } },
      { title: 'a closed model', head: { requests: 3000, throughput: 3 } },
      { title: 'more users, a little more done', head: { 'throughput-retention': 1.2 } },
    ],
  },
  'cpu-saturated': {
    fires: [
      { title: 'all cores, watched', head: { 'cpu.share': 3.9 }, seen: 'it keeps 3.90 of 4 cores busy' },
      {
        title: 'one core of a service that falls behind',
        head: { cpu: 0.002, requests: 5000, 'load-time': 10, 'achieved-rate': 0.7 },
        seen: 'it keeps 1 of 4 cores busy and gets 70 % of the load done in time',
      },
    ],
    silent: [
      { title: 'one core of a command', head: { 'cpu.share': 1 } },
      { title: 'one core of a service that keeps up', head: { 'cpu.share': 0.95, 'achieved-rate': 1 } },
      {
        title: 'users that wait for their answers',
        head: { cpu: 0.002, requests: 5000, 'load-time': 10 },
      },
      { title: 'nobody knows the machine', head: { 'cpu.share': 3.9 }, machine: {} },
      { title: 'one core is all there is', head: { 'cpu.share': 1 }, machine: { cores: 1 } },
    ],
  },
  'event-loop-blocked': {
    fires: [
      {
        title: 'a service',
        head: { requests: 100, 'loop.delay': 0.08, 'loop.busy': 0.4 },
        seen: 'the event loop is late by 80.0 ms at its 99th percentile, and busy 40 % of the time',
      },
      {
        title: 'a command that waits for others between two long steps',
        head: { 'loop.delay': 0.4, 'loop.busy': 0.6 },
        seen: 'the event loop is late by 400 ms at its 99th percentile, and busy 60 % of the time',
      },
    ],
    silent: [
      {
        title: 'a service that answers at once',
        head: { requests: 100, 'loop.delay': 0.01, 'loop.busy': 0.4 },
      },
      { title: 'a command that computes from beginning to end', head: { 'loop.delay': 2, 'loop.busy': 1 } },
      { title: 'a command that starts up', head: { 'loop.delay': 0.06, 'loop.busy': 0.5 } },
    ],
  },
  'gc-heavy': {
    fires: [
      {
        title: 'a quarter of the time',
        head: { 'gc.share': 0.25, 'gc.pause': 0.3 },
        seen: 'garbage collection takes 25 % of the time (300 ms in all)',
      },
    ],
    silent: [
      { title: 'a little', head: { 'gc.share': 0.04, 'gc.pause': 0.3 } },
      { title: 'a good part of nothing', head: { 'gc.share': 0.25, 'gc.pause': 0.01 } },
    ],
  },
  'tail-far-above-mean': {
    fires: [
      {
        title: 'a distribution',
        head: { latency: { value: 0.01, mean: 0.02, p95: 0.13, count: 600 } },
        seen: 'p95 is 130 ms, 6.5 times the mean of 20.0 ms',
      },
      {
        title: 'what a tool printed',
        head: { 'latency.mean': 0.02, 'latency.p95': 0.13 },
        seen: 'p95 is 130 ms, 6.5 times the mean of 20.0 ms',
      },
    ],
    silent: [
      { title: 'twice the mean', head: { latency: { mean: 0.02, p95: 0.04, count: 600 } } },
      { title: 'exactly three times', head: { latency: { mean: 0.02, p95: 0.06, count: 600 } } },
      { title: 'of half a millisecond', head: { latency: { mean: 0.0001, p95: 0.0006, count: 600 } } },
      { title: 'of forty requests', head: { latency: { mean: 0.02, p95: 0.13, count: 40 } } },
      { title: 'iterations of a task', head: { wall: { mean: 0.02, p95: 0.13, count: 600 } } },
    ],
  },
  'slow-mean': {
    fires: [
      {
        title: 'more than a second',
        head: { latency: { value: 1.1, mean: 1.4, count: 300 } },
        seen: 'the mean latency is 1.40 s',
      },
    ],
    silent: [
      { title: 'half a second', head: { latency: { mean: 0.5, count: 300 } } },
      { title: 'a task that takes long', head: { wall: 3, cpu: 3 } },
    ],
  },
  'high-memory': {
    fires: [
      {
        title: 'more than 1 GB',
        head: { memory: 1.4e9 },
        seen: 'peak memory is 1.40 GB, 8.8 % of the machine',
      },
      {
        title: 'more than half of a small machine, all processes together',
        head: { memory: 2e8, 'memory.tree': 3e8 },
        machine: { memory: 5e8 },
        seen: 'peak memory is 300 MB, 60 % of the machine',
      },
      {
        title: 'on a machine that nobody knows',
        head: { memory: 2e9 },
        machine: {},
        seen: 'peak memory is 2.00 GB',
      },
    ],
    silent: [
      { title: 'a Node process', head: { memory: 9e7, 'memory.tree': 2.4e8 } },
      { title: 'not measured', head: {} },
    ],
  },
  'connection-churn': {
    fires: [
      {
        title: 'one for each request',
        head: { requests: 600, connections: 8, 'connections.opened': 600 },
        seen: '600 connections were opened for 600 requests',
      },
    ],
    silent: [
      { title: 'kept alive', head: { requests: 600, connections: 50, 'connections.opened': 50 } },
      { title: 'one user each, once', head: { requests: 120, connections: 100, 'connections.opened': 100 } },
      { title: 'a few requests', head: { requests: 20, connections: 1, 'connections.opened': 20 } },
      { title: 'imported', head: { requests: 600 } },
    ],
  },
  'noisy-baseline': {
    fires: [
      {
        title: 'undecided, and base differs from itself',
        base: { cpu: { value: 0.01, variation: 0.2 } },
        rows: [undecided],
        seen: 'cpu of base alone varies by 20 % from trial to trial; 5.0 % must be noticed',
      },
      {
        title: 'a quantile stands on its distribution',
        base: { latency: { value: 0.01, variation: 0.3 } },
        rows: [{ ...undecided, metric: 'latency.p95' }],
        seen: 'latency.p95 of base alone varies by 30 % from trial to trial; 5.0 % must be noticed',
      },
    ],
    silent: [
      {
        title: 'decided all the same',
        base: { cpu: { value: 0.01, variation: 0.2 } },
        rows: [{ metric: 'cpu', verdict: 'no-change' }],
      },
      {
        title: 'undecided, and base differs as much as usual',
        base: { cpu: { value: 0.01, variation: 0.09 } },
        rows: [undecided],
      },
      {
        title: 'a metric without a budget',
        base: { cpu: { value: 0.01, variation: 0.2 } },
        rows: [
          {
            ...undecided,
            terms: { gating: false, regression: 0.05, ignoreBelow: 0.01, onRegression: 'fail' },
          },
        ],
      },
    ],
  },
  'trial-too-short': {
    fires: [
      {
        title: 'a few requests',
        head: { requests: 30, latency: { value: 0.01, count: 30 } },
        seen: 'its latency rests on 30 requests a trial',
      },
      {
        title: 'a clock of 10 ms',
        head: { cpu: { value: 0.01, count: 20, distinct: 2 } },
        seen: 'the clock of cpu shows 2 different numbers in all samples',
      },
    ],
    silent: [
      { title: 'enough requests', head: { requests: 600, latency: { value: 0.01, count: 600 } } },
      { title: 'a clock that tells them apart', head: { cpu: { value: 0.01, count: 20, distinct: 300 } } },
      { title: 'one run per trial', head: { cpu: { value: 0.01, count: 1, distinct: 2 } } },
      {
        title: 'a count that is always the same',
        head: { instructions: { value: 1e6, count: 20, distinct: 1 } },
      },
    ],
  },
}
