// Kinds of noise for calibration: pairs of ln values of identical programs, in random order. Each model is harsher than
// what it is named after usually is; the coin decides which of the two trials is head.
import { createRandom, type Random } from '../../src/stats/random.ts'

/** ln of the value of the first and second trial of a pair, at that round of the run. */
type Noise = (random: Random, round: number) => readonly [number, number]

export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform())
}

/** Student's t with two degrees of freedom: infinite variance. */
const heavy = (random: Random) => normal(random) / Math.sqrt(-Math.log(1 - random.uniform()))

export const noises = {
  normal: (random) => [0.02 * normal(random), 0.02 * normal(random)],
  'heavy tails': (random) => [0.02 * heavy(random), 0.02 * heavy(random)],
  /** A neighbour starts and stops; within a pair it may hit one trial only. */
  bursts: (random, round) => {
    const trial = () =>
      0.01 * normal(random) + (Math.sin(round / 3) > 0.3 && random.coin() ? 0.4 * random.uniform() : 0)
    return [trial(), trial()]
  },
  /** The machine gets slower and slower, so the second trial always costs more. */
  drift: (random, round) => [
    0.03 * round + 0.01 * normal(random),
    0.03 * round + 0.015 + 0.01 * normal(random),
  ],
  /** Two speeds, as from two layouts of memory. */
  bimodal: (random) => {
    const trial = () => (random.coin() ? 0.08 : 0) + 0.003 * normal(random)
    return [trial(), trial()]
  },
  /** A clock with few ticks: nearly all values are one of two or three. */
  quantised: (random) => {
    const trial = () => Math.log(Math.round(20 * Math.exp(0.02 * normal(random))))
    return [trial(), trial()]
  },
  /** The second process of a pair is 3 % slower, always. */
  'position effect': (random) => [0.004 * normal(random), 0.03 + 0.004 * normal(random)],
} as const satisfies Record<string, Noise>

export type NoiseName = keyof typeof noises

/** ln values of `pairs` pairs; head does exp(`effect`) times the work of base. */
export function drawPairs(
  name: NoiseName,
  seed: number,
  pairs: number,
  effect = 0,
): { readonly base: number; readonly head: number; readonly headFirst: boolean }[] {
  const random = createRandom(seed)
  return Array.from({ length: pairs }, (_, round) => {
    const [first, second] = noises[name](random, round)
    const headFirst = random.coin()
    return headFirst
      ? { base: second, head: first + effect, headFirst }
      : { base: first, head: second + effect, headFirst }
  })
}

export function drawDifferences(name: NoiseName, seed: number, pairs: number, effect = 0): number[] {
  return drawPairs(name, seed, pairs, effect).map(({ base, head }) => head - base)
}
