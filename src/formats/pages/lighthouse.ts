// A Lighthouse report: audits with a number, and the scores. One page load is one sample, and a noisy one.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { at, figureSchema, optionalText, shaped } from '../reading/shape.ts'
import { unitMeaning } from '../reading/unit.ts'

const ReportSchema = v.looseObject({
  requestedUrl: optionalText,
  finalUrl: optionalText,
  finalDisplayedUrl: optionalText,
  runtimeError: v.optional(v.nullable(v.looseObject({ code: optionalText, message: optionalText }))),
  audits: v.record(
    v.string(),
    v.looseObject({
      numericValue: figureSchema,
      numericUnit: optionalText,
      scoreDisplayMode: optionalText,
      errorMessage: optionalText,
    }),
  ),
  categories: v.optional(v.nullable(v.record(v.string(), v.looseObject({ score: figureSchema })))),
})

/** Sums of other audits, or Lighthouse's own effort. */
const repeated = new Set(['metrics', 'diagnostics', 'network-requests', 'main-thread-tasks'])

export const lighthouse: Format = {
  name: 'lighthouse',
  tool: 'lighthouse',
  title: 'Lighthouse, JSON report',
  produce: 'lighthouse http://127.0.0.1:3000 --output json --output-path report.json',
  documentation: 'https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md',
  detect: (source) => at(reportIn(source.json()), 'lighthouseVersion') !== undefined,
  parse(source) {
    const collect = collector()
    const report = shaped(source, ReportSchema, reportIn(source.json()))
    const benchmark = report.requestedUrl ?? report.finalDisplayedUrl ?? report.finalUrl ?? 'lighthouse'
    const error = report.runtimeError
    if (error && error.code !== 'NO_ERROR')
      collect.fail({
        benchmark,
        code: 'runtime-error',
        reason: `Lighthouse could not measure the page: ${error.message ?? error.code}`,
      })
    for (const [metric, audit] of Object.entries(report.audits)) {
      if (audit.scoreDisplayMode === 'error')
        collect.fail({
          benchmark,
          metric,
          code: 'audit-error',
          reason: `The audit failed: ${audit.errorMessage ?? 'no message'}`,
        })
      else if (audit.numericValue !== undefined && audit.numericValue !== null && !repeated.has(metric)) {
        const { unit, scale } = unitMeaning(audit.numericUnit ?? '')
        collect.sample(
          { benchmark, metric, unit, scale, better: 'lower', zeroIsAnAnswer: true },
          audit.numericValue,
        )
      }
    }
    for (const [name, { score }] of Object.entries(report.categories ?? {})) {
      const metric = `score.${name}`
      if (score === null || score === undefined)
        collect.fail({
          benchmark,
          metric,
          code: 'no-score',
          reason: 'Lighthouse gave no score: an audit it rests on failed.',
        })
      else collect.sample({ benchmark, metric, unit: 'ratio', better: 'higher', zeroIsAnAnswer: true }, score)
    }
    return collect.result()
  },
}

/** PageSpeed Insights wraps the report. */
function reportIn(json: unknown): unknown {
  return at(json, 'lighthouseResult') ?? json
}
