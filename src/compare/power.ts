// What the evidence rule would do with noise like this: measurements drawn from measured pairs, decided by the very
// ledger that decides real ones. For `perf-gate calibrate`.
import type { Pace } from '../model/calibration.ts'
import { seriesKey } from '../model/series.ts'
import type { Terms } from '../model/terms.ts'
import { createRandom, type Random } from '../stats/random.ts'
import { createLedger, type State } from './ledger.ts'
import type { Certainty } from './settings.ts'

export interface PowerSettings extends Certainty {
  /** Metrics that share alpha, this one included. */
  readonly family: number
  readonly terms: Pick<Terms, 'regression' | 'ignoreBelow'>
  readonly seed: number
  /** Simulated measurements. */
  readonly repeats: number
}

const identity = { benchmark: 'simulated', metric: 'value', unit: 's', better: 'lower' } as const
const key = seriesKey(identity)

/**
 * How often, and after how many pairs, the rule comes to `answer` when head is worse by `effect`.
 * @param effects log ratios of pairs of one and the same program
 * @param effect log ratio that is added to each: 0 for an unchanged program
 */
export function paceOf(
  effects: readonly number[],
  effect: number,
  answer: Exclude<State, 'undecided' | 'improvement'>,
  settings: PowerSettings,
): Pace {
  const random = createRandom(settings.seed)
  let pairs = 0
  let right = 0
  for (let repeat = 0; repeat < settings.repeats; repeat++) {
    const ended = measureOnce(effects, effect, random, settings)
    pairs += ended.pairs
    if (ended.state === answer || (answer === 'no-change' && ended.state === 'improvement')) right++
  }
  return { pairs: pairs / settings.repeats, share: right / settings.repeats }
}

function measureOnce(
  effects: readonly number[],
  effect: number,
  random: Random,
  settings: PowerSettings,
): { readonly state: State; readonly pairs: number } {
  const { family, maxPairs, terms } = settings
  const ledger = createLedger({
    ...settings,
    terms: () => ({ ...terms, gating: true, onRegression: 'fail' }),
  })
  // The others of the family have shown nothing yet: the hardest moment to be the first regression.
  for (let other = 1; other < family; other++)
    ledger.families.gating.update(String(other), { worse: 1, equivalent: 1, better: 1 })
  let state: State = 'undecided'
  let round = 0
  while (round < maxPairs && state === 'undecided') {
    // Which of the two was called head is an accident: both were the same program.
    const drawn = (effects[random.integer(effects.length)] ?? 0) * (random.coin() ? 1 : -1)
    const first = random.coin() ? 'base' : 'head'
    const head = Math.exp(drawn + effect)
    ledger.record(identity, [{ round, base: { value: 1 }, head: { value: head }, exact: false, first }])
    state = ledger.stateOf(key)
    round++
  }
  return { state, pairs: round }
}

/** What is asked for when the smallest slowdown is looked for: found this often. */
export const wantedPower = 0.9
const least = 0.001
const most = 3
/** The answer is this near, as a share of itself: finer than the noise of the simulation. */
const precision = 0.04

/**
 * The smallest slowdown, as a share, that is found in nine of ten measurements when `regression` asks for it; `null`
 * when none up to four times as slow is.
 */
export function smallestSlowdown(effects: readonly number[], settings: PowerSettings): number | null {
  const isFound = (slowdown: number) => {
    const terms = {
      regression: slowdown,
      ignoreBelow: Math.min(settings.terms.ignoreBelow, slowdown / 5),
    }
    const { share } = paceOf(effects, Math.log1p(slowdown), 'regression', { ...settings, terms })
    return share >= wantedPower
  }
  if (!isFound(most)) return null
  let missed = Math.log(least)
  let found = Math.log(most)
  while (found - missed > precision) {
    const middle = (found + missed) / 2
    if (isFound(Math.exp(middle))) found = middle
    else missed = middle
  }
  return Math.exp(found)
}
