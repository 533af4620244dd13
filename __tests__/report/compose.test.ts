// From the outcomes of all stages to one Report: nothing is lost, nothing infinite gets in.
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ReportSchema } from '../../src/model/report.ts'
import { emptyRun } from '../../src/model/run.ts'
import type { Judged } from '../../src/model/verdict.ts'
import { compose, type ReportInput } from '../../src/report/compose.ts'
import { row, size } from './samples.ts'

function composed(rows: readonly Judged[], parts: Partial<ReportInput> = {}) {
  return compose({
    suite: 's',
    createdAt: '2026-08-20T09:14:07.000Z',
    verdict: { verdict: 'pass', comparisons: [...rows], notices: [] },
    change: { base: {}, head: {}, reason: 'files' },
    runs: {},
    alpha: 0.01,
    ...parts,
  })
}

test('what is not finite is unknown', () => {
  const odd = row('a', {
    base: Number.NaN,
    head: Number.POSITIVE_INFINITY,
    ratio: Number.NaN,
    interval: [0.9, Number.POSITIVE_INFINITY],
    p: Number.NaN,
    excludes: Number.NEGATIVE_INFINITY,
    pairs: Number.NaN,
  })
  const [made] = composed([odd]).comparisons
  expect(made).toMatchObject({
    base: null,
    head: null,
    ratio: null,
    interval: null,
    p: null,
    excludes: null,
    pairs: 0,
  })
})

describe('the mode of the whole', () => {
  const recorded = row('r', { mode: 'recorded' })
  test.each([
    [[row('a'), size('b', 1, 1)], 'paired'],
    [[size('b', 1, 1)], 'exact'],
    [[recorded, size('b', 1, 1)], 'recorded'],
    [[row('a'), recorded], 'mixed'],
    [[], 'paired'],
  ])('%#', (rows, expected) => {
    expect(composed(rows).measured.mode).toBe(expected)
  })
})

test('family and pairs are counted from the rows', () => {
  const { measured } = composed([
    row('a', { pairs: 9 }),
    row('a', { metric: 'wall', pairs: 11, terms: { ...row('a').terms, gating: false }, outcome: 'shown' }),
    row('b', { pairs: 5 }),
    size('c', 1, 1),
    row('d', { verdict: 'new', pairs: 0 }),
  ])
  expect(measured).toMatchObject({ family: 2, pairs: 16 })
})

test('failures and notices of both sides arrive once, with their side', () => {
  const notice = { code: 'cost-coarse', message: 'CPU time is coarse here.' }
  const failure = { benchmark: 'a', code: 'exit-code', reason: 'exited with code 1' }
  const made = composed([row('b')], {
    verdict: {
      verdict: 'pass',
      comparisons: [row('b')],
      notices: [{ code: 'x', message: 'From the judge.' }],
    },
    notices: [{ code: 'y', message: 'From planning.' }],
    runs: {
      base: emptyRun({ notices: [notice] }),
      head: emptyRun({ notices: [notice], failures: [failure], seed: 7, environment: { cpu: 'Z80' } }),
    },
  })
  expect(made.failures).toEqual([{ ...failure, side: 'head' }])
  expect(made.notices.map(({ code }) => code)).toEqual(['x', 'y', 'cost-coarse'])
  expect(made.measured).toMatchObject({ seed: 7, environment: { cpu: 'Z80' } })
})

test('what is handed in wins over what is derived', () => {
  const { measured } = composed([row('a')], {
    family: 12,
    pairs: 141,
    seed: 1,
    elapsed: 3,
    perfGate: '0.1.0',
  })
  expect(measured).toEqual({
    mode: 'paired',
    alpha: 0.01,
    family: 12,
    pairs: 141,
    seed: 1,
    elapsed: 3,
    perfGate: '0.1.0',
  })
})

test('the result is of the schema, and JSON does not change it', () => {
  const made = composed([row('a')], { recorded: [] })
  expect(v.parse(ReportSchema, JSON.parse(JSON.stringify(made)))).toEqual(made)
})
