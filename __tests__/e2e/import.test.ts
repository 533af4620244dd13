// Results and histories of other tools through the built command line tool.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root, run } from './repository.ts'

let cwd = ''
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'perf-gate-import-'))
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

it('a result becomes a Run; a failed benchmark in it is exit code 1', async () => {
  const times = { mean: 0.205, stddev: 0.007, median: 0.205, user: 0.1, system: 0.1, min: 0.2, max: 0.21 }
  const result = (codes: number[]) =>
    JSON.stringify({ results: [{ command: 'app', ...times, times: [0.2, 0.21], exit_codes: codes }] })
  writeFileSync(join(cwd, 'good.json'), result([0, 0]))
  writeFileSync(join(cwd, 'bad.json'), result([0, 3]))
  const good = await run(['import', 'good.json', '--json'], { cwd })
  expect(good.exitCode, good.stderr).toBe(0)
  expect(JSON.parse(good.stdout)).toMatchObject({
    format: 'perf-gate/run',
    series: [{ benchmark: 'app', metric: 'wall' }, { benchmark: 'app' }],
  })
  const bad = await run(['import', 'bad.json', '--out', 'bad.run.json'], { cwd })
  expect(bad.exitCode).toBe(1)
  expect(JSON.parse(readFileSync(join(cwd, 'bad.run.json'), 'utf8')).failures).toHaveLength(1)
  const unknown = await run(['import', 'good.json', '--format', 'k6'], { cwd })
  expect(unknown.exitCode).toBe(3)
  expect(unknown.stderr).toContain('good.json')
})

it('the files of runners of one load test are merged into one histogram', async () => {
  const file = (index: number) => join(root, `__tests__/formats/runners/artillery-${index}.jsonl`)
  const ended = await run(['import', file(1), file(2), '--out', 'merged.run.json'], { cwd })
  expect(ended.exitCode, ended.stderr).toBe(0)
  expect(ended.stdout).toContain('2 files are of one load test, for they ran at the same time')
  const { series } = JSON.parse(readFileSync(join(cwd, 'merged.run.json'), 'utf8'))
  const latency = series.find(({ metric }: { metric: string }) => metric === 'latency')
  expect(latency.evidence.rounds).toHaveLength(1)
})

it('a history becomes one Run per commit, in order', async () => {
  const entry = (id: string, value: number) => ({
    commit: { id, timestamp: '2026-01-01T00:00:00Z' },
    date: 1767225600000,
    tool: 'go',
    benches: [{ name: 'BenchmarkFib', value, unit: 'ns/op' }],
  })
  const data = { lastUpdate: 0, repoUrl: '', entries: { Go: [entry('aaaa', 100), entry('bbbb', 110)] } }
  writeFileSync(join(cwd, 'data.js'), `window.BENCHMARK_DATA = ${JSON.stringify(data)}`)
  const ended = await run(['history', 'import', 'data.js', '--out', 'runs'], { cwd })
  expect(ended.exitCode, ended.stderr).toBe(0)
  expect(readdirSync(join(cwd, 'runs'))).toEqual(['1-aaaa.run.json', '2-bbbb.run.json'])
})
