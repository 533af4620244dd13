// `load:` a load test, optionally beside a `service:`: keys as they are written → what the code uses.
import * as v from 'valibot'
import { LeakSchema } from './leak.ts'
import { engineMisfit, engineOf } from './load-engine.ts'
import { loadEntries } from './load-keys.ts'
import { misfit, modelOf, workOf } from './load-model.ts'
import { MonitorSchema } from './monitor.ts'
import { ServiceSchema } from './service.ts'

const text = (description: string) =>
  v.pipe(v.string(), v.nonEmpty('expected some text'), v.description(description))

const WrittenSchema = v.strictObject(loadEntries)
const untouched = v.parse(WrittenSchema, {})

export const LoadSpecSchema = v.pipe(
  WrittenSchema,
  v.title('load'),
  v.description('A load test: what is sent, how much of it, and for how long.'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const message = engineMisfit(dataset.value, untouched) ?? misfit(dataset.value)
    if (message === null) return dataset.value
    addIssue({ message })
    return NEVER
  }),
  v.transform((load) => ({
    target: load.target,
    /** Who sends the requests, when not perf-gate: `work` is empty then. */
    engine: engineOf(load),
    work: workOf(load),
    model: modelOf(load),
    maxConnections: load['max-connections'],
    startDelay: load['start-delay'],
    gracefulStop: load['graceful-stop'],
    warmUp: load['warm-up'],
    data: load.data,
    tags: load.tags,
    timeout: load.timeout,
    http: load.http,
    insecure: load.tls.insecure,
    ca: load.tls.ca,
    transport: load.transport,
    workers: load.workers,
    soak: load.soak,
    abortWhen: load['abort-when'],
  })),
)
export type LoadSpec = Readonly<v.InferOutput<typeof LoadSpecSchema>>
export type Work = LoadSpec['work']

export const LoadSchema = v.pipe(
  v.strictObject({
    load: LoadSpecSchema,
    service: v.optional(ServiceSchema),
    monitor: MonitorSchema,
    leak: v.optional(LeakSchema),
    cwd: v.optional(text("Directory of `function` and `data`, relative to the side's root.")),
    prepare: v.optional(text('Command to run before each trial, not measured.')),
    env: v.optional(
      v.pipe(v.record(v.string(), v.string()), v.description('Environment variables of the generator.')),
      {},
    ),
  }),
  v.title('load'),
  v.description('A load test of a service or a function: one trial is one round of load.'),
  v.transform((written) => ({
    kind: 'load' as const,
    /** Filled in from the suite's `allow-hosts`. */
    allowHosts: [] as readonly string[],
    /** Those that a pull request would add to them: nothing is sent there. */
    proposedHosts: [] as readonly string[],
    ...written,
  })),
)
