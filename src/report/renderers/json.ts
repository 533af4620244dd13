// The report for machines: the Report itself.
import type { Report } from '../../model/report.ts'

export function json(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
