// The arithmetic of other tools' decision rules, written anew from what their source does. `peers.ts` says which tool
// uses which.
import { studentCdf, studentQuantile } from '../../src/stats/distributions.ts'
import { mannWhitney } from '../../src/stats/mann-whitney.ts'
import type { Random } from '../../src/stats/random.ts'

/** One metric of one trial as a rule sees it: its iterations, and its one value. */
export interface Sample {
  readonly iterations: readonly number[]
  readonly value: number
}

export interface SamplePair {
  readonly base: Sample
  readonly head: Sample
}

export interface Decision {
  readonly slower: boolean
  readonly pairs: number
}

/** The level that these tools decide at. */
export const usualAlpha = 0.05

export function valuesOf(samples: readonly Sample[]): number[] {
  return samples.map((sample) => sample.value)
}

export function iterationsOf(samples: readonly Sample[]): number[] {
  return samples.flatMap((sample) => sample.iterations)
}

type Take = (samples: readonly Sample[]) => number[]

function sidesOf(
  pairs: readonly SamplePair[],
  take: Take,
): { readonly base: number[]; readonly head: number[] } {
  return { base: take(pairs.map((pair) => pair.base)), head: take(pairs.map((pair) => pair.head)) }
}

export function ratioAbove(pairs: readonly SamplePair[], threshold: number): Decision {
  const first = pairs[0]
  return { slower: first !== undefined && first.head.value / first.base.value > threshold, pairs: 1 }
}

export function mannWhitneySlower(pairs: readonly SamplePair[], take: Take, level: number): Decision {
  const { base, head } = sidesOf(pairs, take)
  const { p, u } = mannWhitney(head, base)
  return { slower: p < level && u > (base.length * head.length) / 2, pairs: pairs.length }
}

export function welchSlower(pairs: readonly SamplePair[]): Decision {
  const { base, head } = sidesOf(pairs, iterationsOf)
  const a = moments(head)
  const b = moments(base)
  const va = a.variance / a.n
  const vb = b.variance / b.n
  const degrees = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1))
  const t = welchT(a, b)
  return { slower: t > 0 && 2 * studentCdf(-t, degrees) < usualAlpha, pairs: pairs.length }
}

interface SampleMoments {
  readonly mean: number
  readonly variance: number
  readonly n: number
}

function moments(values: ArrayLike<number>): SampleMoments {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0
  const mean = sum / values.length
  let squares = 0
  for (let i = 0; i < values.length; i++) squares += ((values[i] ?? 0) - mean) ** 2
  return { mean, variance: squares / (values.length - 1), n: values.length }
}

function welchT(a: SampleMoments, b: SampleMoments): number {
  const error = Math.sqrt(a.variance / a.n + b.variance / b.n)
  return error > 0 ? (a.mean - b.mean) / error : 0
}

// Criterion draws 100 000; for p < 0.05 a thousand is as good, and the table is ready today.
const resamples = 1000

export function criterion(pairs: readonly SamplePair[], take: Take, random: Random): Decision {
  const { base, head } = sidesOf(pairs, take)
  const pooled = [...head, ...base]
  const observed = welchT(moments(head), moments(base))
  const draw = (from: readonly number[], into: Float64Array) => {
    for (let i = 0; i < into.length; i++) into[i] = from[random.integer(from.length)] ?? 0
    return moments(into)
  }
  const a = new Float64Array(head.length)
  const b = new Float64Array(base.length)
  let below = 0
  const changes = new Float64Array(resamples)
  for (let i = 0; i < resamples; i++) {
    // Under "no difference" both sides come from the pooled values; the interval keeps them apart.
    if (welchT(draw(pooled, a), draw(pooled, b)) < observed) below++
    changes[i] = draw(head, a).mean / draw(base, b).mean - 1
  }
  const p = (2 * Math.min(below, resamples - below)) / resamples
  const lower = changes.sort()[Math.floor(0.025 * resamples)] ?? 0
  return { slower: p < usualAlpha && lower > 0.01, pairs: pairs.length }
}

export function tachometer(pairs: readonly SamplePair[]): Decision {
  for (let n = Math.min(20, pairs.length); ; n = Math.min(n + 10, pairs.length)) {
    const { base, head } = sidesOf(pairs.slice(0, n), valuesOf)
    const a = moments(base)
    const b = moments(head)
    const relative = (b.mean - a.mean) / a.mean
    const variance = ((a.variance / n) * b.mean ** 2 + (b.variance / n) * a.mean ** 2) / a.mean ** 4
    const margin = quantile975(n - 1) * Math.sqrt(variance)
    const resolved = Math.abs(relative) > margin
    if (resolved || n === pairs.length) return { slower: resolved && relative > 0, pairs: n }
  }
}

const quantiles = new Map<number, number>()

function quantile975(degrees: number): number {
  const known = quantiles.get(degrees) ?? studentQuantile(0.975, degrees)
  quantiles.set(degrees, known)
  return known
}

export function retryUntilSignificant(pairs: readonly SamplePair[]): Decision {
  const differences = pairs.map(({ base, head }) => head.value - base.value)
  let n = Math.min(5, pairs.length)
  for (let retry = 1; ; retry++) {
    const { mean, variance } = moments(differences.slice(0, n))
    // It divides by n, not n − 1, and takes 2 for Student's quantile (1.96 from 30 pairs on).
    const error = Math.sqrt((variance * (n - 1)) / n / n)
    const significant = Math.abs(mean) > (n >= 30 ? 1.96 : 2) * error
    const next = n + Math.ceil(retry * 1.5)
    if (significant || next > pairs.length) return { slower: significant && mean > 0, pairs: n }
    n = next
  }
}
