import { expect, it } from 'vitest'
import { recorder } from '../../src/measure/recorder.ts'
import type { Observation } from '../../src/model/observation.ts'

const at = (round: number) => ({ round, position: 0, startedAt: '2026-01-01T00:00:00.000Z' })
const observation = (value: Observation['value'], more: Partial<Observation> = {}): Observation => ({
  benchmark: 'b',
  metric: 'm',
  unit: 's',
  better: 'lower',
  value,
  ...more,
})
const recorded = (...values: Observation[]) => {
  const record = recorder({ base: {}, head: {} })
  for (const [round, value] of values.entries()) record.observe('head', at(round), [value])
  return record.runs().head
}

it('keeps trials, histograms and the statistic that the suite names', () => {
  const samples = recorded(observation({ kind: 'samples', samples: [1, 2] }, { statistic: 'p95' }))
  expect(samples.series).toMatchObject([
    { statistic: 'p95', evidence: { kind: 'trials', trials: [{ ...at(0), samples: [1, 2] }] } },
  ])
  const histograms = recorded(observation({ kind: 'histogram', histogram: 'HIST' }))
  expect(histograms.series[0]?.evidence).toEqual({
    kind: 'histogram',
    rounds: [{ ...at(0), histogram: 'HIST' }],
  })
})

it('calls exact only what is the same in every trial', () => {
  const exact = (value: number) => observation({ kind: 'exact', value })
  expect(recorded(exact(7), exact(7)).series[0]?.evidence).toEqual({ kind: 'exact', value: 7 })
  expect(recorded(exact(7), exact(8)).series[0]?.evidence).toEqual({
    kind: 'trials',
    trials: [
      { ...at(0), samples: [7] },
      { ...at(1), samples: [8] },
    ],
  })
})

it('leaves out a trial in another unit, and says so', () => {
  const run = recorded(
    observation({ kind: 'samples', samples: [1] }),
    observation({ kind: 'samples', samples: [1000] }, { unit: 'ms' }),
  )
  expect(run.series[0]?.evidence).toEqual({ kind: 'trials', trials: [{ ...at(0), samples: [1] }] })
  expect(run.notices).toMatchObject([{ code: 'unit-changed', where: 'b m' }])
})

it('hands out Runs that later trials do not change', () => {
  const record = recorder({ base: {}, head: {} })
  record.observe('base', at(0), [observation({ kind: 'samples', samples: [1] })])
  const before = structuredClone(record.runs())
  const kept = record.runs()
  record.observe('base', at(1), [observation({ kind: 'samples', samples: [2] })])
  record.notice('base', { code: 'later', message: 'later' })
  expect(kept).toEqual(before)
})

it('says the same thing once', () => {
  const record = recorder({ base: {}, head: {} })
  for (const where of ['a', 'a', 'b']) record.notice('head', { code: 'c', message: 'm', where })
  expect(record.runs().head.notices.map((notice) => notice.where)).toEqual(['a', 'b'])
})
