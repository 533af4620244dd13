// What a program and all its children took from the machine while they ran, and what the machine had left.
import * as v from 'valibot'
import { NoticeSchema } from './notice.ts'

const amount = v.pipe(v.number(), v.finite(), v.minValue(0))

export const ResourcesSchema = v.object({
  /** Seconds that were watched. */
  elapsed: amount,
  /** How often somebody looked. */
  samples: amount,
  /** Seconds, user + system, of the whole tree. */
  cpu: amount,
  /** Bytes, of all processes together: the most that was seen at once, and the mean over time. */
  peakMemory: amount,
  meanMemory: amount,
  /** The most at once; absent where the system does not tell. */
  processes: amount,
  threads: v.optional(amount),
  descriptors: v.optional(amount),
  /** Context switches, voluntary and not. */
  switches: v.optional(amount),
  /** Bytes read from and written to storage; absent where the system does not tell. */
  read: v.optional(amount),
  written: v.optional(amount),
  machine: v.object({
    cores: amount,
    /** Share of all cores that was busy, and the share of it that a hypervisor gave to others. */
    busy: v.optional(amount),
    steal: v.optional(amount),
    /** Runnable processes, the one-minute average at the end. */
    load: v.optional(amount),
    /** Bytes, the least that was available. */
    available: v.optional(amount),
    /** Bytes: where the control group (the container) used more than ever before, how much. */
    groupPeak: v.optional(amount),
    /** Seconds that the control group was kept from running because it had used up its share of the cores. */
    throttled: v.optional(amount),
  }),
  /** What could not be seen. */
  notices: v.optional(v.array(NoticeSchema), []),
})
export type Resources = Readonly<v.InferOutput<typeof ResourcesSchema>>

/** What a Node.js process says of itself when it ends. */
const RuntimeFiguresSchema = v.object({
  /** Bytes, the most that was seen. */
  heapUsed: amount,
  heapTotal: amount,
  external: amount,
  /** Seconds, of each garbage collection. */
  pauses: v.array(amount),
  /** Seconds, 99th percentile. */
  loopDelay: amount,
  /** Share of the time that the event loop was not waiting. */
  loopUtilization: amount,
})
export type RuntimeFigures = Readonly<v.InferOutput<typeof RuntimeFiguresSchema>>

/** `null` for a file that a killed process left half, or that is none. */
export function readRuntimeFigures(text: string): RuntimeFigures | null {
  try {
    const result = v.safeParse(RuntimeFiguresSchema, JSON.parse(text))
    return result.success ? result.output : null
  } catch {
    return null
  }
}
