// Writing the report of a suite with two hundred rows, each way that a pull request sees it.
import { compareRuns } from '../../src/compare/compare-runs.ts'
import { judge } from '../../src/judge/judge.ts'
import { termsOf } from '../../src/model/terms.ts'
import { compose } from '../../src/report/compose.ts'
import { renderers } from '../../src/report/renderers/index.ts'
import { cpuBudget, madeUpRuns } from './made-up-runs.ts'

const terms = (series: { readonly benchmark: string; readonly metric: string }) =>
  termsOf([cpuBudget], series)
const runs = madeUpRuns(200, 8)
const { comparisons } = compareRuns({ ...runs, settings: { alpha: 0.01, maxPairs: 40, terms } })
const report = compose({
  suite: 'made-up',
  createdAt: '2026-01-01T00:00:00.000Z',
  verdict: judge({ comparisons, terms, onInconclusive: 'warn', failures: [] }),
  change: { base: runs.base.subject, head: runs.head.subject, reason: 'merge-base', distance: 1 },
  runs,
  alpha: 0.01,
})

export const comment = (): string => renderers.comment(report)
export const summary = (): string => renderers.summary(report)
export const html = (): string => renderers.html(report)
export const terminal = (): string => renderers.terminal(report)
