// The evidence rule: a bet on the sign and size of paired log ratios that pays only if base and head differ. Under
// identical code and random order each difference is symmetric given the past, so the wealth of the bettor is a
// nonnegative supermartingale and by Ville's inequality P(it ever reaches 1/a) ≤ a, whatever the shape of the noise and
// whenever we stop. docs/how-it-decides.md explains it; Waudby-Smith and Ramdas (2024) is the theory of betting.
import { madOfSorted, madToSigma } from './quantile.ts'

/** Shares of the wealth, and the stake that each share keeps betting with. */
const stakes: readonly [number, number, number, number] = [0.35, 0.65, 0.9, 1]
const weights: readonly [number, number, number, number] = [0.1, 0.2, 0.3, 0.4]

const firstScale = 0.02
const pairsWithFirstScale = 3
const leastScale = 0.003

/** Keeps long runs of agreeing pairs finite: 2^n overflows after a thousand. */
const mostWealth = 1e300

/** A bet against one statement about the effect. */
export interface Bet {
  /** The effect that is bet against, as a log ratio. */
  readonly delta: number
  /** +1 bets against "effect ≤ delta", −1 against "effect ≥ delta". */
  readonly side: 1 | -1
}

/** What counts as a full step for the next difference, from the earlier ones only. */
export interface Scale {
  /** For the next difference, as a log ratio. */
  next(): number
  add(difference: number): void
}

/** 2 % for the first three pairs, then max(0.3 %, 1.4826 · MAD of the earlier differences). */
export function createScale(): Scale {
  // Ascending, so that the MAD needs no sort.
  const earlier: number[] = []
  return {
    next: () =>
      earlier.length < pairsWithFirstScale
        ? firstScale
        : Math.max(leastScale, madToSigma * madOfSorted(earlier)),
    add: (difference) => {
      let hole = earlier.length
      earlier.push(difference)
      while (hole > 0 && (earlier[hole - 1] as number) > difference) {
        earlier[hole] = earlier[hole - 1] as number
        hole--
      }
      earlier[hole] = difference
    },
  }
}

/** The scales of all differences in their order. */
export function scalesOf(differences: readonly number[]): number[] {
  const scale = createScale()
  return differences.map((difference) => {
    const known = scale.next()
    scale.add(difference)
    return known
  })
}

export interface EvidenceProcess {
  /** The e-value after all pairs so far; 1 before the first. */
  readonly value: number
  /** The largest it has ever been: what is held against the threshold. */
  readonly sup: number
  /** One more pair: its difference and the scale that was known before it. Constant time. */
  add(difference: number, scale: number): void
}

/** Evidence against `bet`, growing pair by pair: Σ_k w_k Π_i (1 + λ_k · clip(side · (d_i − delta) / s_i, −1, 1)). */
export function createEvidence(bet: Bet): EvidenceProcess {
  const { delta, side } = bet
  // Four wealths, their sum, and the largest sum. An array of doubles changes in place; a captured variable would be
  // allocated anew at each change, millions of times in a large suite.
  const state = [...weights, 1, 1]
  return {
    get value() {
      return state[4] as number
    },
    get sup() {
      return state[5] as number
    },
    add(difference, scale) {
      const step = clip((side * (difference - delta)) / scale)
      const w0 = Math.min(mostWealth, (state[0] as number) * (1 + stakes[0] * step))
      const w1 = Math.min(mostWealth, (state[1] as number) * (1 + stakes[1] * step))
      const w2 = Math.min(mostWealth, (state[2] as number) * (1 + stakes[2] * step))
      const w3 = Math.min(mostWealth, (state[3] as number) * (1 + stakes[3] * step))
      const value = w0 + w1 + w2 + w3
      state[0] = w0
      state[1] = w1
      state[2] = w2
      state[3] = w3
      state[4] = value
      if (value > (state[5] as number)) state[5] = value
    },
  }
}

export interface AverageEvidence {
  /** The mean of the processes when last looked at; 1 before. */
  readonly value: number
  /** The largest that the mean has ever been; at most the mean of what each was at its best. */
  readonly sup: number
  /** Takes in what the processes have come to. Once after each pair, when all that bet on it have been fed. */
  update(): void
}

/**
 * The average of several bets on the same pairs. The mean of e-values is an e-value however they depend on each other
 * (Vovk and Wang, E-values: calibration, combination and applications, 2021), and the mean of supermartingales is one,
 * so the bound of one process holds for the average. Against the best of them it costs at most a factor of their
 * number. A process may sit a pair out, if that does not depend on which trial is called head.
 */
export function averageEvidence(processes: readonly EvidenceProcess[]): AverageEvidence {
  let value = 1
  let sup = 1
  return {
    get value() {
      return value
    },
    get sup() {
      return sup
    },
    update: () => {
      let total = 0
      for (const process of processes) total += process.value
      value = processes.length === 0 ? 1 : total / processes.length
      if (value > sup) sup = value
    },
  }
}

/** Evidence of a whole record at once: the e-value after each pair, and the largest. */
export function evidenceOf(
  differences: readonly number[],
  bet: Bet,
): { readonly values: readonly number[]; readonly value: number; readonly sup: number } {
  const process = createEvidence(bet)
  const scales = scalesOf(differences)
  const values = differences.map((difference, index) => {
    process.add(difference, scales[index] as number)
    return process.value
  })
  return { values, value: process.value, sup: process.sup }
}

/**
 * Whether the evidence against `bet` reaches `threshold` after any pair. The inner loop of the confidence sequence, so
 * it stops at the first pair that answers and allocates nothing.
 */
export function reaches(
  differences: ArrayLike<number>,
  scales: ArrayLike<number>,
  bet: Bet,
  threshold: number,
): boolean {
  let [w0, w1, w2, w3] = weights
  for (let index = 0; index < differences.length; index++) {
    const step = clip((bet.side * ((differences[index] as number) - bet.delta)) / (scales[index] as number))
    w0 *= 1 + stakes[0] * step
    w1 *= 1 + stakes[1] * step
    w2 *= 1 + stakes[2] * step
    w3 *= 1 + stakes[3] * step
    if (w0 + w1 + w2 + w3 >= threshold) return true
  }
  return false
}

function clip(step: number): number {
  return Math.max(-1, Math.min(1, step))
}
