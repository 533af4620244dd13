// Every way a report can be written down. Adding one is one file and one line here.
import type { Report, ReportFormat } from '../../model/report.ts'
import type { RenderOptions } from '../options.ts'
import { comment } from './comment.ts'
import { html } from './html/index.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { summary } from './summary.ts'
import { terminal } from './terminal.ts'

export type { ReportFormat } from '../../model/report.ts'
export type { RenderOptions } from '../options.ts'
export { annotations } from './annotations.ts'

/** Pure: the same report and options give the same text. */
export type Renderer = (report: Report, options?: RenderOptions) => string

export const renderers = { terminal, comment, summary, html, junit, json } as const satisfies Record<
  ReportFormat,
  Renderer
>

/** Where `perf-gate run` leaves each of them in its output folder; the terminal's is not kept. */
export const fileNames = {
  comment: 'comment.md',
  summary: 'summary.md',
  html: 'report.html',
  junit: 'junit.xml',
  json: 'report.json',
} as const satisfies Record<Exclude<ReportFormat, 'terminal'>, string>
