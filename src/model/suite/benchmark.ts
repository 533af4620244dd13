// What can be measured. One schema per kind; the key that names the kind (`task:`, `command:`, `files:`) decides.
import * as v from 'valibot'
import { StatisticSchema } from '../statistic.ts'
import { DurationSchema } from './quantity.ts'

const text = (description: string) => v.pipe(v.string(), v.nonEmpty(), v.description(description))
const count = (description: string) =>
  v.pipe(v.number(), v.integer('expected a whole number'), v.minValue(1), v.description(description))

/** Keys of every kind that runs a program. */
const program = {
  cwd: v.optional(text("Directory to run in, relative to the side's root.")),
  env: v.optional(
    v.pipe(
      v.record(v.string(), v.union([v.string(), v.pipe(v.number(), v.toString())])),
      v.description('Environment variables.'),
    ),
    {},
  ),
  timeout: v.optional(
    v.pipe(DurationSchema, v.description('Limit for one trial; its whole process tree is killed after it.')),
    '60s',
  ),
  prepare: v.optional(text('Command to run before each trial, not measured.')),
  metrics: v.optional(
    v.pipe(
      v.array(v.picklist(['cpu', 'wall', 'memory'])),
      v.nonEmpty(),
      v.description('Which metrics to record; all of them when absent.'),
    ),
  ),
  statistic: v.optional(
    v.pipe(
      v.record(v.string(), StatisticSchema),
      v.description("How a trial's iterations become its value, per metric."),
    ),
    {},
  ),
}

export const TaskSchema = v.pipe(
  v.strictObject({
    task: text('A JS or TS module; every exported function is one benchmark.'),
    'trial-time': v.optional(
      v.pipe(DurationSchema, v.description('How long one trial measures, after warm-up.')),
      '400ms',
    ),
    'warm-up': v.optional(
      v.pipe(DurationSchema, v.description('How long a trial runs before it measures.')),
      '200ms',
    ),
    iterations: v.optional(count('Calls per sample, instead of a calibrated number.')),
    trials: v.optional(
      v.pipe(
        v.picklist(['plain', 'ping-pong']),
        v.description(
          'How a pair runs: one process after the other, or both alive and taking turns sample by sample.',
        ),
      ),
      'plain',
    ),
    ...program,
  }),
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
    iterations: v.optional(count('Runs per trial, instead of a calibrated number.')),
    'warm-up': v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(0), v.description('Runs before the measured ones.')),
    ),
    'exit-code': v.optional(
      v.pipe(v.number(), v.integer(), v.description('The exit code that counts as success.')),
      0,
    ),
    ...program,
  }),
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
      v.union([
        v.pipe(v.string(), v.nonEmpty()),
        v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty()),
      ]),
      v.transform((patterns) => (typeof patterns === 'string' ? [patterns] : patterns)),
      v.description('Glob pattern or patterns; their sizes are added up.'),
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
  v.transform((files) => ({ kind: 'files' as const, ...files })),
)

/** The registry: kind key → schema. Adding a kind is one schema and one line here. */
export const benchmarkSchemas = { task: TaskSchema, command: CommandSchema, files: FilesSchema } as const
export type BenchmarkKind = keyof typeof benchmarkSchemas

type Specs = { [Kind in BenchmarkKind]: v.InferOutput<(typeof benchmarkSchemas)[Kind]> }
export type TaskBenchmark = Named<Specs['task']>
export type CommandBenchmark = Named<Specs['command']>
export type FilesBenchmark = Named<Specs['files']>
type Named<Spec> = Readonly<Spec> & { readonly name: string }

/** One entry of `benchmarks:` with its defaults filled in. */
export type Benchmark = { [Kind in BenchmarkKind]: Named<Specs[Kind]> }[BenchmarkKind]

/** Which kinds a written benchmark names; exactly one is right. */
export function kindsIn(written: unknown): BenchmarkKind[] {
  if (typeof written !== 'object' || written === null) return []
  return (Object.keys(benchmarkSchemas) as BenchmarkKind[]).filter((kind) => Object.hasOwn(written, kind))
}

const kinds = Object.keys(benchmarkSchemas)

export const BenchmarkSchema = v.lazy((written) => {
  const named = kindsIn(written)
  const [kind] = named
  if (kind !== undefined && named.length === 1)
    return benchmarkSchemas[kind] as (typeof benchmarkSchemas)['task']
  return v.pipe(
    v.custom<never>(
      () => false,
      named.length === 0
        ? `expected one of ${kinds.map((key) => `"${key}"`).join(', ')}: it says what is measured`
        : `expected only one of ${named.map((key) => `"${key}"`).join(' and ')}`,
    ),
  ) as unknown as (typeof benchmarkSchemas)['task']
})
