// The Suite: the one schema of perf-gate.yml. Input is what a person writes, output what the code uses: base units,
// camelCase, defaults filled. The editor's JSON schema, the docs' option tables and the checks all come from here.
import * as v from 'valibot'
import { metricKinds } from '../metric.ts'
import { BaselineSchema } from './baseline.ts'
import { type Benchmark, BenchmarkSchema } from './benchmark.ts'
import { type Budget, BudgetSchema } from './budget.ts'
import { GateSchema } from './gate.ts'

export type { BaselineSpec } from './baseline.ts'
export { BaselineSchema } from './baseline.ts'
export type {
  Benchmark,
  BenchmarkKind,
  CommandBenchmark,
  FilesBenchmark,
  LoadBenchmark,
  TaskBenchmark,
} from './benchmark.ts'
export type { Budget } from './budget.ts'
export { describeBenchmark, describeMetrics, hasVariants, metricsOf, reportsItsOwn } from './facts.ts'
export type { Gate } from './gate.ts'
export type { LoadSpec, Work } from './load.ts'
export { loadTime, longestLoadTime } from './load-facts.ts'
export type { Condition, StressSpec } from './load-keys.ts'
export type { LoadModel } from './load-model.ts'
export type { Check, Extraction, Pause, RequestSpec, ScenarioSpec } from './load-request.ts'
export type { ServiceSpec } from './service.ts'

/** Budgets of a suite that declares none: every metric that is gated by default, with its own default change. */
export const defaultBudgets: readonly Budget[] = Object.entries(metricKinds)
  .filter(([, kind]) => kind.gatedByDefault)
  .map(([metric, kind]) => ({
    benchmark: '**',
    metric,
    limit: undefined,
    regression: kind.regression,
    ignoreBelow: kind.ignoreBelow,
    floor: undefined,
    onRegression: undefined,
  }))

/** Names that stay whole in a table, a path, a glob and a shell word list. */
export const benchmarkName = /^[^\s/|<>`*?[\]{}\p{Cc}][^|<>`*?[\]{}\p{Cc}]*$/u

const commandLine = v.pipe(v.string(), v.nonEmpty('expected a command'))

export const SuiteSchema = v.pipe(
  v.strictObject({
    name: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[^\p{Cc}]+$/u, 'expected a name in one line'),
        v.description('Tells several suites of one repository apart.'),
      ),
      'perf-gate',
    ),
    setup: v.optional(
      v.pipe(
        v.union([commandLine, v.array(commandLine)]),
        v.description('Commands that build a side, run once per side in its own checkout.'),
        v.transform((commands) => (typeof commands === 'string' ? [commands] : commands)),
      ),
      [],
    ),
    // May be empty: a suite that only holds budgets judges results that other tools measured.
    benchmarks: v.optional(
      v.pipe(
        v.record(
          v.pipe(
            v.string(),
            v.regex(benchmarkName, 'expected a name without | < > ` * ? [ ] { } or a leading "/"'),
          ),
          BenchmarkSchema,
        ),
        v.description('What is measured: name → benchmark.'),
      ),
      {},
    ),
    budgets: v.optional(
      v.pipe(v.array(BudgetSchema), v.description('What metrics may cost; later ones win, key by key.')),
    ),
    gate: v.optional(GateSchema, {}),
    'allow-hosts': v.optional(
      v.pipe(
        v.array(
          v.pipe(
            v.string(),
            v.regex(/^[\w.:[\]-]+$/, 'expected a host name, or name:port'),
            v.transform((host) => host.toLowerCase()),
          ),
        ),
        v.description(
          'Hosts beside this machine that load may be sent to; in a pull request only those of its base.',
        ),
      ),
      [],
    ),
    baseline: v.optional(BaselineSchema, {}),
  }),
  v.title('perf-gate suite'),
  v.description('perf-gate.yml: what is measured, and what it may cost.'),
  v.transform(({ benchmarks, budgets, 'allow-hosts': allowHosts, ...rest }) => ({
    ...rest,
    allowHosts,
    benchmarks: Object.entries(benchmarks).map(
      ([name, spec]): Benchmark => (spec.kind === 'load' ? { ...spec, name, allowHosts } : { ...spec, name }),
    ),
    budgets: budgets ?? defaultBudgets,
  })),
)
export type Suite = Readonly<v.InferOutput<typeof SuiteSchema>>
export type WrittenSuite = v.InferInput<typeof SuiteSchema>
