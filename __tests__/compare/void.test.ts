// Rounds that say nothing about the program are kept and never decide: neither a regression nor an improvement.
import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js'
import { expect, it } from 'vitest'
import { compareRuns } from '../../src/compare/compare-runs.ts'
import type { Run } from '../../src/model/run.ts'
import { emptyRun } from '../../src/model/run.ts'
import { termsOf } from '../../src/model/terms.ts'

const notice = {
  code: 'generator-saturated',
  message: 'inconclusive: generator saturated (its event loop was busy).',
}

function runOf(label: 'base' | 'head', milliseconds: number, isVoid: boolean): Run {
  const rounds = Array.from({ length: 20 }, (_, round) => {
    const histogram = build({ highestTrackableValue: 6e10 })
    for (let index = 0; index < 100; index += 1) histogram.recordValue(milliseconds * 1000 + index + round)
    return {
      round,
      position: (round % 2 === 0) === (label === 'base') ? 0 : 1,
      histogram: encodeIntoCompressedBase64(histogram),
      ...(isVoid ? { void: notice } : {}),
    }
  })
  return emptyRun({
    subject: { label },
    measurement: 'one',
    series: [
      {
        benchmark: 'checkout',
        metric: 'latency',
        unit: 's',
        better: 'lower',
        evidence: { kind: 'histogram', rounds },
      },
    ],
  })
}

const settings = {
  alpha: 0.01,
  maxPairs: 40,
  terms: (series: { readonly benchmark: string; readonly metric: string }) =>
    termsOf([{ benchmark: '**', metric: 'latency.p95', regression: 0.1 } as never], series),
}

it.each([
  { title: 'twice as slow', head: 20 },
  { title: 'twice as fast', head: 5 },
])('$title, but the generator was the bottleneck', ({ head }) => {
  const sound = compareRuns({ base: runOf('base', 10, false), head: runOf('head', head, false), settings })
  expect(sound.comparisons.find(({ metric }) => metric === 'latency.p95')?.verdict).toMatch(
    /regression|improvement/,
  )
  const spoiled = compareRuns({ base: runOf('base', 10, false), head: runOf('head', head, true), settings })
  const row = spoiled.comparisons.find(({ metric }) => metric === 'latency.p95')
  expect(row?.verdict).toBe('inconclusive')
  expect(row?.reason).toContain('inconclusive: generator saturated')
  expect(row?.notices.some(({ message }) => message.includes('generator saturated'))).toBe(true)
})
