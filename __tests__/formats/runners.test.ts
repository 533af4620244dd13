// Files of several runners of one load test: what they add up to must be what one runner would have written.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { decodeFromCompressedBase64 } from 'hdr-histogram-js'
import { describe, expect, it } from 'vitest'
import type { Imported } from '../../src/formats/format.ts'
import { importFiles, importText, mergeImported } from '../../src/formats/index.ts'
import { readText } from './fixtures.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const recorded = readText(at('fixtures/k6-csv/scenarios/input.csv.gz'))
const read = (text: string) => importText({ text, file: 'points.csv', format: 'k6-csv' }).imported

/** What k6 really wrote, dealt out to so many runners: each point to one of them, points of one moment together. */
function dealt(runners: number, seed: number): string[] {
  const [heading = '', ...rows] = recorded.trimEnd().split('\n')
  const moments = new Map<string, string[]>()
  for (const row of rows) {
    const time = row.split(',')[1] ?? ''
    moments.set(time, [...(moments.get(time) ?? []), row])
  }
  const parts = Array.from({ length: runners }, () => [heading])
  let index = seed
  for (const moment of moments.values()) parts[index++ % runners]?.push(...moment)
  return parts.map((lines) => `${lines.join('\n')}\n`)
}

const seriesOf = ({ series }: Imported, benchmark: string, metric: string) =>
  series.find((one) => one.benchmark === benchmark && one.metric === metric)?.evidence
/** Count, least, median, p99 and most of a histogram: the same for the same values, however they came together. */
function shape(imported: Imported, benchmark: string, metric: string): readonly number[] | undefined {
  const evidence = seriesOf(imported, benchmark, metric)
  if (evidence?.kind !== 'histogram') return undefined
  expect(evidence.rounds).toHaveLength(1)
  const all = decodeFromCompressedBase64(evidence.rounds[0]?.histogram ?? '')
  return [
    all.totalCount,
    all.minNonZeroValue,
    all.getValueAtPercentile(50),
    all.getValueAtPercentile(99),
    all.maxValue,
  ]
}
const total = (imported: Imported, benchmark: string, metric: string) => {
  const evidence = seriesOf(imported, benchmark, metric)
  return evidence?.kind === 'exact'
    ? evidence.value
    : evidence?.kind === 'trials'
      ? evidence.trials[0]?.samples[0]
      : undefined
}

describe('k6, one file per runner', () => {
  const whole = read(recorded)

  it('add up to what one runner would have written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 0, max: 1000 }), (runners, seed) => {
        const merged = mergeImported(dealt(runners, seed).map(read))
        for (const benchmark of ['k6/scenario=open', 'k6/scenario=starved']) {
          expect(shape(merged, benchmark, 'latency')).toEqual(shape(whole, benchmark, 'latency'))
          expect(shape(merged, benchmark, 'iteration_duration')).toEqual(
            shape(whole, benchmark, 'iteration_duration'),
          )
          for (const metric of ['requests', 'errors', 'error-rate', 'iterations', 'data_received'])
            expect(total(merged, benchmark, metric), metric).toBe(total(whole, benchmark, metric))
        }
        expect(total(merged, 'k6/scenario=closed', 'requests')).toBe(10)
        expect(total(merged, 'k6/scenario=closed', 'errors')).toBe(3)
        expect(merged.notices).toContainEqual(expect.objectContaining({ code: 'runners-merged' }))
      }),
      { numRuns: 12, seed: 7 },
    )
  })

  it('of two repetitions stay two', () => {
    const later = recorded.replaceAll(/(?<=^\w+,)\d{16}/gm, (time) => String(Number(time) + 60_000_000))
    const merged = mergeImported([recorded, later].flatMap((text) => dealtOf(text)).map(read))
    const evidence = seriesOf(merged, 'k6/scenario=open', 'latency')
    expect(evidence?.kind === 'histogram' && evidence.rounds.length).toBe(2)
  })
})

/** A whole run as its even and its odd points. */
function dealtOf(text: string): string[] {
  const [heading = '', ...rows] = text.trimEnd().split('\n')
  const half = (rest: number) => rows.filter((_, index) => index % 2 === rest)
  return [0, 1].map((rest) => `${[heading, ...half(rest)].join('\n')}\n`)
}

describe('Artillery, recorded of two runs at once', () => {
  const texts = ['runners/artillery-1.jsonl', 'runners/artillery-2.jsonl'].map((path) =>
    readFileSync(at(path), 'utf8'),
  )

  it('becomes one benchmark with one histogram', async () => {
    const files = texts.map((text, index) => ({
      file: `${index}.jsonl`,
      chunks: (async function* () {
        yield text
      })(),
    }))
    const { imported } = await importFiles(files, 'auto')
    expect(total(imported, 'artillery', 'requests')).toBe(80)
    expect(total(imported, 'artillery', 'errors')).toBe(0)
    expect(shape(imported, 'artillery', 'latency')?.[0]).toBe(80)
    const alone = texts.map((text) => importText({ text, file: 'f', format: 'auto' }).imported)
    const rates = alone.map((one) => total(one, 'artillery', 'throughput') ?? 0)
    expect(total(imported, 'artillery', 'throughput')).toBeCloseTo(rates.reduce((sum, rate) => sum + rate, 0))
  })
})
