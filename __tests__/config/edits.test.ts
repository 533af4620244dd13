// What a pull request cannot change for itself: the budgets, the gate and the baseline that it is judged by.
import { describe, expect, test } from 'vitest'
import { isRule } from '../../src/config/accepted.ts'
import { holdToBase } from '../../src/config/edits.ts'
import { parseSuite } from '../../src/config/load.ts'

const suite = (more = '') =>
  parseSuite(`setup: make\nbenchmarks: { a: { task: a.js } }\n${more}`, 'perf-gate.yml').suite
const count = 'those of the base count until this is merged.'

describe('the baseline', () => {
  test.each([
    ['another place', 'baseline: { from: file, path: planted }'],
    ['another program', 'baseline: { keep: [planted] }'],
  ])('%s counts once it is merged, and is said', (_, edit) => {
    const held = holdToBase(suite(edit), suite(), 'perf-gate.yml')
    expect(held.suite.baseline).toEqual(suite().baseline)
    expect(held.edits).toEqual([`It changes baseline in perf-gate.yml: ${count}`])
  })

  test('unless the base lets a head bring its own', () => {
    const edit = 'baseline: { from: none }'
    const held = holdToBase(suite(edit), suite('gate: { budgets-from: head }'), 'perf-gate.yml')
    expect(held.suite.baseline.from).toBe('none')
  })

  test('beside other rules', () => {
    const edit = 'baseline: { from: none }\ngate: { alpha: 0.1 }\nbudgets: [{ metric: cpu, regression: 90% }]'
    const { edits } = holdToBase(suite(edit), suite(), 'perf-gate.yml')
    expect(edits).toEqual([`It changes budgets, gate and baseline in perf-gate.yml: ${count}`])
  })
})

test.each([
  ['perf-gate.yml', true],
  ['packages/a/perf-gate.accepted.yml', true],
  ['.github/workflows/ci.yml', true],
  ['bench/parse.js', true],
  ['packages/a/benches/parse.rs', true],
  ['benchmarks/data/large.json', true],
  ['src/parse.bench.ts', true],
  ['bench.mjs', true],
  ['src/benchmarked.ts', false],
  ['workbench/tool.js', false],
  ['docs/perf-gate.yml.md', false],
])('a stranger who touches %s touches what it is judged by: %s', (path, expected) => {
  expect(isRule(path)).toBe(expected)
})
