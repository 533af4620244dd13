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
 * Hosts that load may be sent to: those that both `suite` and its base allow. Whatever else the base lets a pull
 * request decide for itself, it never decides whom a runner is turned on.
 * @param allowed of the base; none where it has no suite
 */
export function holdHostsToBase(suite: Suite, allowed: readonly string[], path: string): HeldSuite {
  const proposedHosts = suite.allowHosts.filter((host) => !covers(allowed, host))
  const allowHosts = [
    ...suite.allowHosts.filter((host) => covers(allowed, host)),
    // One port of a host that is allowed, where all of them are asked for.
    ...allowed.filter((host) => !suite.allowHosts.includes(host) && covers(suite.allowHosts, host)),
  ]
  const benchmarks = suite.benchmarks.map((benchmark) =>
    benchmark.kind === 'load' ? { ...benchmark, allowHosts, proposedHosts } : benchmark,
  )
  const added = `It adds ${proposedHosts.join(', ')} to allow-hosts in ${path}: nothing is sent there until this is merged.`
  return { suite: { ...suite, allowHosts, benchmarks }, edits: proposedHosts.length === 0 ? [] : [added] }
}

/** `name` covers `name:80`. */
function covers(list: readonly string[], host: string): boolean {
  return list.includes(host) || list.includes(host.replace(/:\d+$/, ''))
}

/**
 * Budgets, `gate` and `baseline` of `base`, unless its `gate.budgets-from` says `head`. Benchmarks that base does not know yet
 * bring their own budgets.
 */
export function holdToBase(proposed: Suite, base: Suite, path: string): HeldSuite {
  const { suite: head, edits: hosts } = holdHostsToBase(proposed, base.allowHosts, path)
  const known = new Map(base.benchmarks.map((benchmark) => [benchmark.name, benchmark]))
  const fresh = head.benchmarks.filter(({ name }) => !known.has(name))
  const changed = head.benchmarks.filter((benchmark) => {
    const before = known.get(benchmark.name)
    return before !== undefined && !same(withoutHosts(before), withoutHosts(benchmark))
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
      ...hosts,
      ...named(changed, 'changes how it measures', path),
      ...named(gone, 'removes', path),
      ...(same(base.setup, head.setup) ? [] : [`It changes setup in ${path}.`]),
      ...(rules.length === 0 ? [] : [`It changes ${listed(rules)} in ${path}: ${counted}.`]),
    ],
  }
}

/** As it measures: whom it may be sent to is told by itself. */
const withoutHosts = (benchmark: Benchmark): Benchmark =>
  benchmark.kind === 'load' ? { ...benchmark, allowHosts: [], proposedHosts: [] } : benchmark

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
