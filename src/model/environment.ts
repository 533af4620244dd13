// Where a Run was measured, and whether two Runs may be compared across jobs.
import * as v from 'valibot'

export const EnvironmentSchema = v.object({
  cpu: v.optional(v.string()),
  cores: v.optional(v.number()),
  /** Bytes. */
  memory: v.optional(v.number()),
  os: v.optional(v.string()),
  /** `x64`, `arm64`. */
  arch: v.optional(v.string()),
  kernel: v.optional(v.string()),
  /** `ubuntu24 20260817.1` on a hosted runner. */
  runnerImage: v.optional(v.string()),
  /** `{ node: "24.21.0" }`. */
  runtimes: v.optional(v.record(v.string(), v.string())),
  perfGate: v.optional(v.string()),
  /** Changes when the suite's benchmarks or how they are measured change. */
  suiteHash: v.optional(v.string()),
})
export type Environment = Readonly<v.InferOutput<typeof EnvironmentSchema>>

/** What must agree before Runs of different jobs are compared. Versions of perf-gate itself do not count. */
export function fingerprint(environment: Environment): string {
  const { cpu, cores, memory, os, kernel, runnerImage, runtimes } = environment
  // The same kind of runner reports a few megabytes more or less.
  const gigabytes = memory === undefined ? undefined : Math.round(memory / 2 ** 30)
  const versions = Object.entries(runtimes ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([cpu, cores, gigabytes, os, kernel, runnerImage, versions])
}
