// wrk and wrk2 as printed, also many runs in one file. wrk's latencies are filled in ("corrected"), which is noted.
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { collectLoad } from '../reading/load.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { sizeOf } from '../reading/size.ts'
import { durationOf } from '../reading/time.ts'

const opening = /^Running \S+ test @ (\S+)/
const pairsOnly = /^[\w.-]+=\S+(?:\s+[\w.-]+=\S+)*$/
/** What wrk says of itself is not said twice. */
const ownWords = /^(?:threads?|connections?|conn|duration)$/
const refused = /^unable to (?:connect|resolve)\b.*/

export const wrk: Format = {
  name: 'wrk',
  tool: 'wrk',
  title: 'wrk or wrk2, printed',
  produce: 'wrk --latency -t2 -c20 -d30s http://127.0.0.1:3000',
  documentation: 'https://github.com/wg/wrk',
  detect: (source) =>
    /^Running \S+ test @ \S+\n\s+\d+ threads? and \d+ connections?/m.test(source.text) ||
    /^unable to connect to \S+ /m.test(source.head),
  parse(source) {
    const collect = collector()
    let block: string[] = []
    let url = ''
    // People part runs by lines such as `deploy=3`, which hold until they are said anew.
    let parameters: Record<string, string> = {}
    const finish = () => {
      if (block.length > 0) readRun(collect, url, parameters, block)
      block = []
    }
    for (const line of source.lines()) {
      const opened = opening.exec(line)
      if (opened !== null) {
        finish()
        url = opened[1] ?? ''
        block = [line]
      } else if (refused.test(line)) {
        finish()
        const host = /(?:connect to|resolve) (\S+)/.exec(line)?.[1] ?? 'wrk'
        collect.fail({ benchmark: host, code: 'no-answers', reason: `wrk printed: ${line.trim()}` })
      } else if (pairsOnly.test(line.trim())) {
        finish()
        parameters = { ...parameters, ...pairsIn(line) }
      } else if (block.length > 0) block.push(line)
    }
    finish()
    return collect.result()
  },
}

function pairsIn(line: string): Record<string, string> {
  const pairs = line
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(/=(.*)/s))
  return Object.fromEntries(
    pairs.flatMap(([key = '', value = '']) => (ownWords.test(key) ? [] : [[key, value]])),
  )
}

function readRun(
  collect: Collector,
  url: string,
  said: Readonly<Record<string, string>>,
  block: readonly string[],
): void {
  const detail = block.findIndex((line) => /Detailed Percentile spectrum/.test(line))
  const after = block.findIndex((line, index) => index > detail && /requests in /.test(line))
  const text = [
    ...block.slice(0, detail === -1 ? undefined : detail),
    ...(detail === -1 ? [] : block.slice(after)),
  ].join('\n')
  const [, threads, connections] = /(?<!\d)(\d+) threads? and (\d+) connections?/.exec(text) ?? []
  const benchmark = withParameters(url, { ...said, threads, connections })
  const [, total, took = ''] = /(?<![\d.])([\d.]+) requests in ([\d.]+\w+)/.exec(text) ?? []
  const [, connect = 0, read = 0, write = 0, timeout = 0] =
    /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text)?.map(Number) ?? []
  const refusals = connect + read + write
  const non2xx = Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0)
  if (total === undefined) {
    collect.fail({
      benchmark,
      code: 'not-completed',
      reason: `wrk printed no count of requests; it ended with: ${block.at(-1)?.trim()}`,
    })
    return
  }
  const [, average = '', deviation = '', max = ''] =
    /^[ \t]+Latency\s+(\S+)\s+(\S+)\s+(\S+)/m.exec(text) ?? []
  const quantiles = [...text.matchAll(/^[ \t]*([\d.]+)%\s+([\d.]+[a-z]+)[ \t]*$/gm)].map(
    ([, share, value = '']) => [`p${Number(share)}`, durationOf(value)] as const,
  )
  const seconds = durationOf(took)
  collectLoad(collect, {
    benchmark,
    requests: Number(total) + refusals,
    errors: refusals + timeout + non2xx,
    throughput:
      /Requests\/sec:\s+([\d.]+)/.exec(text)?.[1] ?? (seconds ? Number(total) / seconds : undefined),
    transfer: sizeOf(/Transfer\/sec:\s+(\S+)/.exec(text)?.[1] ?? '', 1024) ?? undefined,
    latency: {
      kind: 'summary',
      figures: {
        mean: durationOf(average),
        standardDeviation: durationOf(deviation),
        n: total,
        max: durationOf(max),
        median: quantiles.find(([name]) => name === 'p50')?.[1],
        quantiles: Object.fromEntries(quantiles),
      },
    },
  })
  // wrk2 keeps to a rate and records from the intended start.
  if (/calibration:|HdrHistogram/.test(text) || figure(total) === 0) return
  collect.note({
    code: 'corrected-latency',
    message:
      'wrk waits for an answer before it sends again and fills in the latencies it believes it missed: they are neither raw nor those of a given rate.',
    fix: 'Compare its throughput; for latencies at a rate use wrk2, k6, vegeta or `load:` in the suite.',
  })
}
