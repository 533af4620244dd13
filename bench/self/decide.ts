// The decision core on a suite of forty metrics with twenty pairs each: what is added to every run of the gate.
import { compareRuns } from '../../src/compare/compare-runs.ts'
import { createDecider } from '../../src/compare/decider.ts'
import { pairsOf } from '../../src/compare/pairs.ts'
import type { DecisionSettings } from '../../src/compare/settings.ts'
import { termsOf } from '../../src/model/terms.ts'
import { cpuBudget, madeUpRuns } from './made-up-runs.ts'

const settings: DecisionSettings = {
  alpha: 0.01,
  maxPairs: 40,
  terms: (series) => termsOf([cpuBudget], series),
}

const unchanged = madeUpRuns(40, 20)
const slower = madeUpRuns(40, 20, 1.05)
const pairs = pairsOf(unchanged)

export function compareUnchanged(): unknown {
  return compareRuns({ ...unchanged, settings })
}

export function compareSlower(): unknown {
  return compareRuns({ ...slower, settings })
}

/** The question after each pair. */
export function stopRule(): unknown {
  const decider = createDecider(settings)
  for (const pair of pairs) decider.observe(pair)
  return decider.settled('group-1/benchmark-1')
}
