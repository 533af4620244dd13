// `import:` in a suite: a tool that is run in pairs on both sides, and whose output is read, through the built tool.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { laptop, run, writeTree } from './repository.ts'

let cwd = ''
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'perf-gate-imported-'))
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

/** A tool that prints what `go test` does. Its times are made up, so that no machine disturbs them. */
const tool = (rows: Readonly<Record<string, number>>, more = '') => `
import { writeFileSync } from 'node:fs'
const wobble = () => 1 + (process.hrtime()[1] % 1000) / 1e6
let text = ''
for (const [name, time] of Object.entries(${JSON.stringify(rows)}))
  for (let repetition = 0; repetition < 3; repetition++)
    text += name + '-2  100  ' + (time * wobble()).toFixed(3) + ' ns/op\\n'
${more}
if (process.argv[2]) writeFileSync(process.argv[2], text)
else process.stdout.write(text)
`
const suite = `benchmarks:
  go: { command: node bench.mjs result.txt, import: auto, results: result.txt }
budgets:
  - { benchmark: go, metric: wall, regression: 5% }
gate: { alpha: 0.05, max-time: 60s, max-pairs: 10 }
`

interface Row {
  readonly benchmark: string
  readonly verdict: string
}

it('rows are compared in pairs; one that is gone, new or failed says so', async () => {
  const panics = "text += '--- FAIL: BenchmarkPanics\\n    x_test.go:3: boom\\nFAIL\\n'; process.exitCode = 1"
  writeTree(cwd, {
    'perf-gate.yml': suite,
    'base/bench.mjs': tool({
      BenchmarkParse: 1000,
      BenchmarkPrint: 500,
      BenchmarkPanics: 10,
      BenchmarkGone: 10,
    }),
    'head/bench.mjs': tool({ BenchmarkParse: 1300, BenchmarkPrint: 500, BenchmarkNew: 10 }, panics),
  })
  const ended = await run(['run', '--base-dir', 'base', '--head-dir', 'head', '--seed', '1'], {
    cwd,
    env: laptop(),
  })
  expect(ended.exitCode, ended.stderr).toBe(1)
  const { comparisons } = JSON.parse(readFileSync(join(cwd, '.perf-gate/report.json'), 'utf8'))
  const rows = new Map<string, Row>(comparisons.map((row: Row) => [row.benchmark, row]))
  expect(Object.fromEntries([...rows].map(([name, { verdict }]) => [name, verdict]))).toEqual({
    'go/BenchmarkParse': 'regression',
    'go/BenchmarkPrint': 'no-change',
    'go/BenchmarkNew': 'new',
    'go/BenchmarkGone': 'gone',
    'go/BenchmarkPanics': 'failed',
  })
  expect(rows.get('go/BenchmarkParse')).toMatchObject({ mode: 'paired', metric: 'wall', unit: 's' })
  expect(ended.stdout).toContain('go/BenchmarkPanics failed on head: go test reported --- FAIL.')
})
