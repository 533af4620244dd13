// What can be measured. One schema per kind; the key that names the kind (`task:`, `command:`, `files:`) decides.
import * as v from 'valibot'
import { StatisticSchema } from '../statistic.ts'
import { duration, positiveDuration } from './amount.ts'
import { LeakSchema } from './leak.ts'
import { LoadSchema } from './load.ts'
import { MonitorSchema } from './monitor.ts'

/** Metrics of every kind that runs a program. */
export const programMetrics = ['cpu', 'wall', 'memory'] as const
/** Measured only where `metrics` names it, because it takes runs of its own. */
export const countedMetric = 'instructions'

const text = (description: string) =>
  v.pipe(v.string(), v.nonEmpty('expected some text'), v.description(description))
const wholeNumber = (least: number, description: string) =>
  v.pipe(
    v.number(),
    v.integer('expected a whole number'),
    v.minValue(least, `expected ${least} or more`),
    v.description(description),
  )
const trimmed = v.pipe(v.string(), v.trim(), v.nonEmpty('expected some text'))

/** Keys of every kind that runs a program. */
const program = {
  cwd: v.optional(text("Directory to run in, relative to the side's root.")),
  env: v.optional(
    v.pipe(
      v.record(
        v.string(),
        v.union(
          [v.string(), v.pipe(v.number(), v.toString()), v.pipe(v.boolean(), v.toString())],
          'expected text, a number, true or false',
        ),
      ),
      v.description(
        'Environment variables, beside those of perf-gate itself, of which tokens are held back.',
      ),
    ),
    {},
  ),
  timeout: v.optional(
    positiveDuration('Limit for one trial; its whole process tree is killed after it.'),
    '60s',
  ),
  monitor: MonitorSchema,
  prepare: v.optional(text('Command to run before each trial, not measured.')),
  metrics: v.optional(
    v.pipe(
      v.array(v.picklist([...programMetrics, countedMetric])),
      v.nonEmpty('expected at least one metric'),
      v.description('Which metrics to record; `cpu`, `wall` and `memory` when absent.'),
    ),
  ),
  statistic: v.optional(
    v.pipe(
      v.record(v.pipe(v.string(), v.values(programMetrics)), StatisticSchema),
      v.description("How a trial's iterations become its value, per metric."),
    ),
    {},
  ),
}

export const TaskSchema = v.pipe(
  v.strictObject({
    task: text('A JS or TS module; every exported function is one benchmark.'),
    'trial-time': v.optional(positiveDuration('How long one trial measures, after warm-up.'), '400ms'),
    'warm-up': v.optional(duration('How long a trial runs before it measures.'), '200ms'),
    iterations: v.optional(wholeNumber(1, 'Calls per sample, instead of a calibrated number.')),
    leak: v.optional(LeakSchema),
    slow: v.optional(positiveDuration('List single calls and phases that take longer than this.')),
    trials: v.optional(
      v.pipe(
        v.picklist(['plain', 'ping-pong']),
        v.description(
          'How a pair runs: one process after the other, or both alive and taking turns sample by sample.',
        ),
      ),
      // Half the noise: bench/trials/README.md.
      'ping-pong',
    ),
    ...program,
  }),
  v.title('task'),
  v.description('Functions of a JS or TS module, each trial in a fresh process.'),
  v.transform(({ 'trial-time': trialTime, 'warm-up': warmUp, ...rest }) => ({
    kind: 'task' as const,
    trialTime,
    warmUp,
    ...rest,
  })),
)

export const CommandSchema = v.pipe(
  v.strictObject({
    command: text('A command line, run by the shell in a fresh process per iteration.'),
    iterations: v.optional(wholeNumber(1, 'Runs per trial, instead of a calibrated number.')),
    'warm-up': v.optional(wholeNumber(0, 'Runs before the measured ones.')),
    import: v.optional(
      text(
        "Read what it prints instead of timing it: a format or a tool of `perf-gate formats`, or `auto`; each of the tool's benchmarks is a row.",
      ),
    ),
    results: v.optional(
      v.pipe(
        v.union([trimmed, v.pipe(v.array(trimmed), v.nonEmpty('expected at least one file'))]),
        v.description('With `import`: the file or files it writes its results to, as paths or globs.'),
        v.transform((patterns) => (typeof patterns === 'string' ? [patterns] : patterns)),
      ),
    ),
    profile: v.optional(
      text(
        'For programs that are not Node.js: a command line that runs it once under a profiler and leaves folded stacks in the file $PERF_GATE_PROFILE.',
      ),
    ),
    'exit-code': v.optional(
      v.pipe(
        v.number(),
        v.integer('expected a whole number'),
        v.description('The exit code that counts as success.'),
      ),
      0,
    ),
    ...program,
  }),
  v.title('command'),
  v.description('A command line, measured from start to exit with all its child processes.'),
  v.transform(({ 'exit-code': exitCode, 'warm-up': warmUp, ...rest }) => ({
    kind: 'command' as const,
    exitCode,
    warmUp,
    ...rest,
  })),
)

export const FilesSchema = v.pipe(
  v.strictObject({
    files: v.pipe(
      v.union([trimmed, v.pipe(v.array(trimmed), v.nonEmpty('expected at least one pattern'))]),
      v.description('Glob pattern or patterns; their sizes are added up.'),
      v.transform((patterns) => (typeof patterns === 'string' ? [patterns] : patterns)),
    ),
    compress: v.optional(
      v.pipe(
        v.picklist(['none', 'gzip', 'brotli']),
        v.description('Compression under which `bytes` is counted.'),
      ),
      'none',
    ),
    each: v.optional(v.pipe(v.boolean(), v.description('Also one row per file.')), false),
    cwd: v.optional(text("Directory of the patterns, relative to the side's root.")),
  }),
  v.title('files'),
  v.description('Sizes of files, compared exactly.'),
  v.transform((files) => ({ kind: 'files' as const, ...files })),
)

/** The registry: kind key → schema. Adding a kind is one schema and one line here (and one in facts.ts). */
export const benchmarkSchemas = {
  task: TaskSchema,
  command: CommandSchema,
  files: FilesSchema,
  load: LoadSchema,
} as const
export type BenchmarkKind = keyof typeof benchmarkSchemas
export const benchmarkKinds = Object.keys(benchmarkSchemas) as readonly BenchmarkKind[]

/** A benchmark of any kind as it is written; which kind it is, its keys say: see `kindsIn`. */
export const BenchmarkSchema = v.union([TaskSchema, CommandSchema, FilesSchema, LoadSchema])

type Specs = { [Kind in BenchmarkKind]: v.InferOutput<(typeof benchmarkSchemas)[Kind]> }
export type TaskBenchmark = Named<Specs['task']>
export type CommandBenchmark = Named<Specs['command']>
export type FilesBenchmark = Named<Specs['files']>
export type LoadBenchmark = Named<Specs['load']>
type Named<Spec> = Readonly<Spec> & { readonly name: string }

/** One entry of `benchmarks:` with its defaults filled in. */
export type Benchmark = { [Kind in BenchmarkKind]: Named<Specs[Kind]> }[BenchmarkKind]

/** Which kinds a written benchmark names; exactly one is right. */
export function kindsIn(written: unknown): BenchmarkKind[] {
  if (typeof written !== 'object' || written === null) return []
  return benchmarkKinds.filter((kind) => Object.hasOwn(written, kind))
}
