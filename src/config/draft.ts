// A suite as far as it can be understood, so that the rules that look across keys can speak up beside the faults of
// single keys, and all are told at once.
import * as v from 'valibot'
import { benchmarkSchemas, kindsIn } from '../model/suite/benchmark.ts'
import { type Budget, BudgetSchema } from '../model/suite/budget.ts'
import type { Benchmark } from '../model/suite/index.ts'
import { valueAt } from './explain.ts'
import { type Fault, type Path, pathText } from './fault.ts'
import { isMapping } from './shape.ts'

export interface Draft {
  /** `spec` is absent where the benchmark is too broken to say what it measures. */
  readonly benchmarks: readonly { readonly name: string; readonly spec?: Benchmark }[]
  /** With their places in the file; absent when the suite has none and the defaults hold. */
  readonly budgets?: readonly { readonly index: number; readonly budget: Budget }[]
}

/** The draft of `written` without what `faults` point at. */
export function draftOf(written: unknown, faults: readonly Fault[]): Draft {
  const sound = without(written, new Set(faults.map(({ path }) => pathText(path))))
  const benchmarks = valueAt(written, ['benchmarks'])
  const budgets = valueAt(sound, ['budgets'])
  return {
    benchmarks: Object.keys(isMapping(benchmarks) ? benchmarks : {}).map((name) => {
      const item = valueAt(sound, ['benchmarks', name])
      const [kind] = kindsIn(item)
      const parsed = kind === undefined ? undefined : v.safeParse(benchmarkSchemas[kind], item)
      return parsed?.success ? { name, spec: { ...parsed.output, name } } : { name }
    }),
    ...(Array.isArray(budgets) ? { budgets: budgets.flatMap(readable) } : {}),
  }
}

function readable(item: unknown, index: number): { index: number; budget: Budget }[] {
  const parsed = v.safeParse(BudgetSchema, item)
  return parsed.success ? [{ index, budget: parsed.output }] : []
}

/** A copy in which everything at fault is undefined. */
function without(value: unknown, faulty: ReadonlySet<string>, path: Path = []): unknown {
  if (faulty.has(pathText(path)) && path.length > 0) return undefined
  if (Array.isArray(value))
    return value.map((item: unknown, index) => without(item, faulty, [...path, index]))
  if (!isMapping(value)) return value
  const members = Object.entries(value).map(
    ([key, item]) => [key, without(item, faulty, [...path, key])] as const,
  )
  return Object.fromEntries(members.filter(([, item]) => item !== undefined))
}
