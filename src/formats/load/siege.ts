// siege as JSON (after banner lines) and as printed. Times are seconds in steps of 0.01.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { collectLoad, noteClosedModel } from '../reading/load.ts'
import { figure } from '../reading/number.ts'
import { at, isRecord } from '../reading/shape.ts'
import type { Source } from '../reading/source.ts'

export const siege: Format = {
  name: 'siege',
  tool: 'siege',
  title: 'siege, JSON or printed',
  produce: 'siege -j -t10s http://127.0.0.1:3000',
  documentation: 'https://www.joedog.org/siege-manual/',
  detect: (source) =>
    (at(source.json(), 'transactions') !== undefined && at(source.json(), 'availability') !== undefined) ||
    (/^Transactions:\s+\d+ hits/m.test(source.text) && /^Availability:/m.test(source.text)),
  parse(source) {
    const collect = collector()
    const value = fieldsOf(source)
    const answered = value('transactions') ?? 0
    const failed = value('failed_transactions') ?? 0
    const elapsed = value('elapsed_time') ?? 0
    const printed = value('response_time')
    // Quick answers round to 0.00; siege's concurrency is the sum of all answer times over the elapsed time.
    const derived = answered > 0 ? ((value('concurrency') ?? 0) * elapsed) / answered : 0
    const rounded = printed === 0 && derived > 0
    if (rounded)
      collect.note({
        code: 'below-resolution',
        message: 'siege rounds answer times to 0.01 s; the mean was taken from its concurrency.',
      })
    collectLoad(collect, {
      benchmark: 'siege',
      requests: answered + failed,
      errors: failed,
      throughput: value('transaction_rate') ?? undefined,
      ...(value('throughput') ? { transfer: (value('throughput') ?? 0) * 2 ** 20 } : {}),
      latency: {
        kind: 'summary',
        figures: {
          mean: rounded ? derived : printed,
          n: answered,
          max: value('longest_transaction'),
          min: rounded ? undefined : value('shortest_transaction'),
        },
      },
    })
    noteClosedModel(collect, 'siege')
    return collect.result()
  },
}

function fieldsOf(source: Source): (name: string) => number | null {
  const json = source.json()
  if (isRecord(json)) return (name) => figure(json[name])
  const rows = [...source.text.matchAll(/^([A-Z][A-Za-z ]+):\s+([\d.]+)/gm)].map(
    ([, name = '', amount]) => [name.trim().toLowerCase().replaceAll(' ', '_'), figure(amount)] as const,
  )
  const fields = new Map(rows)
  return (name) => fields.get(name) ?? null
}
