// What a pull request changes of the rules that it is judged by. It is judged by those of its base; what it changes is
// said at the top of its own comment, so that nobody merges a wider budget without having seen it.
import { matchesBenchmark } from '../model/glob.ts'
import type { Benchmark, Budget, Suite } from '../model/suite/index.ts'

export interface HeldSuite {
  /** Benchmarks as in head; budgets, the gate's settings and the baseline as they count. */
  readonly suite: Suite
  /** One sentence each, in the suite's own key names. */
  readonly edits: readonly string[]
}

/**
 * Budgets, `gate` and `baseline` of `base`, unless its `gate.budgets-from` says `head`. Benchmarks that base does not know yet
 * bring their own budgets.
 */
export function holdToBase(head: Suite, base: Suite, path: string): HeldSuite {
  const known = new Map(base.benchmarks.map((benchmark) => [benchmark.name, benchmark]))
  const fresh = head.benchmarks.filter(({ name }) => !known.has(name))
  const changed = head.benchmarks.filter((benchmark) => {
    const before = known.get(benchmark.name)
    return before !== undefined && !same(before, benchmark)
  })
  const gone = base.benchmarks.filter(({ name }) => !head.benchmarks.some((one) => one.name === name))
  const rules = (['budgets', 'gate', 'baseline'] as const).filter((key) => !same(base[key], head[key]))
  const allowed = base.gate.budgetsFrom === 'head'
  const suite: Suite = allowed
    ? head
    : {
        ...head,
        gate: base.gate,
        // Who chooses the baseline chooses what the change is held against.
        baseline: base.baseline,
        budgets: [...base.budgets, ...fresh.flatMap((benchmark) => budgetsFor(benchmark, head.budgets))],
      }
  const counted = allowed
    ? 'they count at once, as `gate.budgets-from: head` of the base allows'
    : 'those of the base count until this is merged'
  return {
    suite,
    edits: [
      ...named(changed, 'changes how it measures', path),
      ...named(gone, 'removes', path),
      ...(same(base.setup, head.setup) ? [] : [`It changes setup in ${path}.`]),
      ...(rules.length === 0 ? [] : [`It changes ${listed(rules)} in ${path}: ${counted}.`]),
    ],
  }
}

/** `budgets, gate and baseline` */
function listed(keys: readonly string[]): string {
  return keys.join(', ').replace(/, (?=[^,]*$)/, ' and ')
}

function named(benchmarks: readonly Benchmark[], verb: string, path: string): string[] {
  if (benchmarks.length === 0) return []
  return [`It ${verb} ${benchmarks.map(({ name }) => name).join(', ')} in ${path}.`]
}

/** Budgets that speak of `benchmark`, narrowed to it. */
function budgetsFor({ name }: Benchmark, budgets: readonly Budget[]): Budget[] {
  return budgets.flatMap((budget) => {
    if (budget.benchmark.startsWith(`${name}/`)) return [budget]
    return matchesBenchmark(budget.benchmark, name) ? [{ ...budget, benchmark: name }] : []
  })
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
