// All rules of advice: one file and one line each. The compiler misses no name of `adviceRules`, and the tests no rule
// without a case in which it fires and one in which it stays silent.
import type { AdviceRule } from '../../model/advice.ts'
import { connectionChurn } from './connection-churn.ts'
import { cpuSaturated } from './cpu-saturated.ts'
import { errors } from './errors.ts'
import { eventLoopBlocked } from './event-loop-blocked.ts'
import { gcHeavy } from './gc-heavy.ts'
import { generatorSaturated } from './generator-saturated.ts'
import { growingMemory } from './growing-memory.ts'
import { highMemory } from './high-memory.ts'
import { lowThroughput } from './low-throughput.ts'
import { noisyBaseline } from './noisy-baseline.ts'
import { rateLimits } from './rate-limits.ts'
import type { Rule } from './rule.ts'
import { slowMean } from './slow-mean.ts'
import { tailFarAboveMean } from './tail-far-above-mean.ts'
import { timeouts } from './timeouts.ts'
import { trialTooShort } from './trial-too-short.ts'

export const rules = {
  errors,
  timeouts,
  'rate-limits': rateLimits,
  'generator-saturated': generatorSaturated,
  'growing-memory': growingMemory,
  'low-throughput': lowThroughput,
  'cpu-saturated': cpuSaturated,
  'event-loop-blocked': eventLoopBlocked,
  'gc-heavy': gcHeavy,
  'tail-far-above-mean': tailFarAboveMean,
  'slow-mean': slowMean,
  'high-memory': highMemory,
  'connection-churn': connectionChurn,
  'noisy-baseline': noisyBaseline,
  'trial-too-short': trialTooShort,
} as const satisfies Record<AdviceRule, Rule>
