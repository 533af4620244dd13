// Asks every rule about every benchmark. Advice stands beside the verdict: nothing here can change a row or an outcome.
import { type Advice, adviceRules } from '../../model/advice.ts'
import type { BenchmarkFigures } from '../../model/figures.ts'
import type { Judged } from '../../model/verdict.ts'
import { rules } from './registry.ts'
import type { Observed, Rule } from './rule.ts'

export interface AdviseInput {
  readonly figures: readonly BenchmarkFigures[]
  readonly rows: readonly Judged[]
  readonly machine: Observed['machine']
}

/** One entry per rule that fired, the most urgent first; in each, the benchmarks in which it did, the clearest first. */
export function advise({ figures, rows, machine }: AdviseInput): Advice[] {
  const observed = figures.map(
    (each): Observed => ({
      ...each,
      rows: rows.filter(({ benchmark }) => benchmark === each.benchmark),
      machine,
    }),
  )
  return adviceRules.flatMap((name) => {
    const { title, why, attempt, look, ...rule }: Rule = rules[name]
    const fired = observed.flatMap((each) => {
      const evidence = rule.examine(each)
      return evidence === null ? [] : [{ benchmark: each.benchmark, ...evidence }]
    })
    if (fired.length === 0) return []
    const seen = withoutParts(fired)
      .sort((a, b) => b.excess - a.excess)
      .map(({ benchmark, seen: words }) => ({ benchmark, words: [...words] }))
    return [{ rule: name, title, seen, why, attempt, look }]
  })
}

/** A step or a stage of a benchmark that is told itself says nothing new. */
function withoutParts<Fired extends { readonly benchmark: string }>(fired: readonly Fired[]): Fired[] {
  return fired.filter(({ benchmark }) => !fired.some((other) => benchmark.startsWith(`${other.benchmark}/`)))
}
