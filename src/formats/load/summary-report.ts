// The report that hey prints and oha took over: `Summary:`, a latency distribution, status codes, errors.
import type { Collector } from '../reading/collect.ts'
import { collectLoad } from '../reading/load.ts'
import { durationOf } from '../reading/time.ts'

/** What oha still had on its way when the time was up; not an answer and not an error. */
const cutOff = /aborted due to deadline/

export function readSummaryReport(collect: Collector, benchmark: string, text: string): void {
  const statuses = [...section(text, 'Status code distribution').matchAll(/\[(\d{3})\]\s+(\d+) responses/g)]
  const errors = [...section(text, 'Error distribution').matchAll(/\[(\d+)\]\s+(.+)/g)].filter(
    ([, , said = '']) => !cutOff.test(said),
  )
  const answered = statuses.reduce((sum, [, , n]) => sum + Number(n), 0)
  const bad = statuses.reduce((sum, [, status, n]) => (Number(status) >= 400 ? sum + Number(n) : sum), 0)
  const broken = errors.reduce((sum, [, n]) => sum + Number(n), 0)
  const field = (name: string) =>
    new RegExp(`^[ \\t]*${name}:[ \\t]+(.+?)[ \\t]*$`, 'm').exec(text)?.[1] ?? ''
  // hey prints "0% in 0.0000 secs" for a percentile that it had too few requests for.
  const quantiles = [...text.matchAll(/^[ \t]*([\d.]+)%%? in ([\d.]+) ?(\w+)/gm)].flatMap(
    ([, share, value, unit]) =>
      Number(share) > 0 ? [[`p${Number(share)}`, durationOf(`${value}${unit}`)] as const] : [],
  )
  collectLoad(collect, {
    benchmark,
    requests: answered + broken,
    errors: bad + broken,
    throughput: field('Requests/sec'),
    complaint: errors[0]?.[2]?.trim(),
    latency: {
      kind: 'summary',
      figures: {
        mean: durationOf(field('Average')),
        n: answered,
        median: quantiles.find(([name]) => name === 'p50')?.[1],
        min: durationOf(field('Fastest')),
        max: durationOf(field('Slowest')),
        quantiles: Object.fromEntries(quantiles),
      },
    },
  })
}

function section(text: string, title: string): string {
  const start = text.search(new RegExp(`^${title}:`, 'mi'))
  if (start === -1) return ''
  const rest = text.slice(start + title.length + 1)
  const end = rest.search(/\n\s*\n(?=\S)/)
  return end === -1 ? rest : rest.slice(0, end)
}
