// All that a renderer may read. Numbers are unformatted, base units. A report can be saved, re-rendered and published
// later by another job; it then is data from outside and is checked against this schema.
import * as v from 'valibot'
import { AdviceSchema } from './advice.ts'
import { ComparisonSchema } from './comparison.ts'
import { EnvironmentSchema } from './environment.ts'
import { ExplanationSchema } from './explanation.ts'
import { FailureSchema } from './failure.ts'
import { NoticeSchema } from './notice.ts'
import { sides } from './side.ts'
import { JudgedSchema, outcomes } from './verdict.ts'

export const reportFormat = 'perf-gate/report'
export const reportVersion = 1

/** Every way a report can be written down. */
export const reportFormats = ['terminal', 'comment', 'summary', 'html', 'junit', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

const CommitSchema = v.object({
  commit: v.optional(v.string()),
  ref: v.optional(v.string()),
  directory: v.optional(v.string()),
  dirty: v.optional(v.boolean()),
})

export const ReportSchema = v.object({
  format: v.literal(reportFormat),
  version: v.literal(reportVersion),
  suite: v.string(),
  createdAt: v.string(),
  verdict: v.picklist(outcomes),
  comparisons: v.array(JudgedSchema),
  /** The same metrics against earlier Runs of the base branch, shown beside; they never fail a paired gate. */
  recorded: v.optional(v.array(ComparisonSchema), []),
  /** The earlier Runs: how many, of which commit the nearest is, and how many commits that lies before the base. */
  baseline: v.optional(v.object({ commit: v.string(), distance: v.number(), runs: v.number() })),
  failures: v.optional(v.array(v.object({ ...FailureSchema.entries, side: v.picklist(sides) })), []),
  notices: v.optional(v.array(NoticeSchema), []),
  /** From profiles of both sides, of benchmarks that became worse. */
  explanations: v.optional(v.array(ExplanationSchema), []),
  /** What the figures say beside the verdict, the most urgent first. */
  advice: v.optional(v.array(AdviceSchema), []),
  /** What the change edits of the rules that it is judged by: one sentence each. */
  edits: v.optional(v.array(v.string())),
  change: v.object({
    base: CommitSchema,
    head: CommitSchema,
    reason: v.picklist(['merge-base', 'previous-commit', 'last-commit', 'named', 'folders', 'files']),
    distance: v.optional(v.number()),
  }),
  /** How it was measured; absent parts are unknown, as for imported files. */
  measured: v.object({
    /** `exact`: nothing but sizes and counts; `mixed`: rows of several kinds beside exact ones. */
    mode: v.picklist(['paired', 'recorded', 'imported', 'exact', 'mixed']),
    alpha: v.number(),
    /** How many metrics the error rate is shared by. */
    family: v.number(),
    pairs: v.number(),
    /** The base was not built: it is what an earlier run had built and kept of it. */
    restored: v.optional(v.boolean()),
    /** Seconds. */
    elapsed: v.optional(v.number()),
    seed: v.optional(v.number()),
    environment: v.optional(EnvironmentSchema),
    perfGate: v.optional(v.string()),
  }),
})
export type Report = Readonly<v.InferOutput<typeof ReportSchema>>
