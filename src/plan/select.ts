// Which benchmarks `--only` asks for. Names of rows (`parse/large`) are known only when the module is loaded, so they
// select their benchmark here, and the plan carries the patterns on.
import { couldMatchBelow, matchesBenchmark } from '../model/glob.ts'
import { didYouMean } from '../model/nearest.ts'
import type { Notice } from '../model/notice.ts'
import { type Benchmark, hasVariants } from '../model/suite/index.ts'

export type Selected = { readonly benchmarks: readonly Benchmark[] } | { readonly faults: readonly Notice[] }

/** All benchmarks without patterns; a pattern that is for none of them is a fault. */
export function select(benchmarks: readonly Benchmark[], only: readonly string[]): Selected {
  if (only.length === 0) return { benchmarks }
  const unknown = only.filter((pattern) => !benchmarks.some((benchmark) => asksFor(pattern, benchmark)))
  if (unknown.length === 0)
    return { benchmarks: benchmarks.filter((one) => only.some((pattern) => asksFor(pattern, one))) }
  const names = benchmarks.map(({ name }) => name)
  return {
    faults: unknown.map((pattern) => ({
      code: 'unknown-benchmark',
      message: `only: no benchmark is called ${JSON.stringify(pattern)}${
        didYouMean(pattern, names) || `; there are ${names.join(', ')}`
      }`,
    })),
  }
}

function asksFor(pattern: string, benchmark: Benchmark): boolean {
  if (matchesBenchmark(pattern, benchmark.name)) return true
  return hasVariants(benchmark) && couldMatchBelow(pattern, benchmark.name)
}

/** Whether the row `name` was asked for: the question of `measure`, which learns the names of rows. */
export function isWanted({ only }: { readonly only?: readonly string[] }, name: string): boolean {
  return only === undefined || only.some((pattern) => matchesBenchmark(pattern, name))
}
