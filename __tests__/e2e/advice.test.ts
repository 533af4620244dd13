// Advice through the built command line tool: from Runs that another job left to every way of writing the report down.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyRun } from '../../src/model/run.ts'
import type { Series } from '../../src/model/series.ts'
import { run } from './repository.ts'

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'perf-gate-advice-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

const series = (metric: string, unit: string, value: (round: number) => number): Series => ({
  benchmark: 'checkout <b>',
  metric,
  unit,
  better: 'lower',
  evidence: {
    kind: 'trials',
    trials: Array.from({ length: 8 }, (_, round) => ({
      round,
      position: round % 2,
      samples: [value(round)],
    })),
  },
})

/** CPU time that does not change, and what else was measured beside it. */
const runOf = (label: 'base' | 'head', ...more: readonly Series[]) =>
  emptyRun({
    subject: { label },
    measurement: 'one',
    series: [series('cpu', 's', (round) => 0.01 + (round % 3) * 1e-5), ...more],
  })

const ill = runOf(
  'head',
  series('requests', 'count', () => 1000),
  series('error-rate', 'ratio', () => 0.04),
  series('errors.status-500', 'count', () => 40),
  series('gc.share', 'ratio', () => 0.3),
  series('gc.pause', 's', () => 0.4),
)

async function compare(name: string, head: ReturnType<typeof runOf>) {
  const config = join(directory, 'perf-gate.yml')
  const [basePath, headPath, out] = ['base.json', `${name}.json`, `${name}.report.json`].map((file) =>
    join(directory, file),
  )
  writeFileSync(config, 'benchmarks: { x: { task: x.js } }\nbudgets: [{ metric: cpu, regression: 50% }]\n')
  writeFileSync(basePath ?? '', JSON.stringify(runOf('base')))
  writeFileSync(headPath ?? '', JSON.stringify(head))
  const args = ['compare', '--json', '--base', basePath ?? '', '--head', headPath ?? '', '--config', config]
  const ended = await run(args, { cwd: directory })
  writeFileSync(out ?? '', ended.stdout)
  return { exitCode: ended.exitCode, report: JSON.parse(ended.stdout), path: out ?? '' }
}

it('stands beside the verdict and changes nothing of it', async () => {
  const [well, unwell] = await Promise.all([compare('well', runOf('head')), compare('ill', ill)])
  expect(well.report.advice).toEqual([])
  expect(unwell.report.advice.map(({ rule }: { rule: string }) => rule)).toEqual(['errors', 'gc-heavy'])
  expect(unwell.exitCode).toBe(well.exitCode)
  expect(unwell.report.verdict).toBe(well.report.verdict)

  const shown = await Promise.all(
    ['comment', 'terminal', 'html', 'summary'].map(
      async (format) => (await run(['report', unwell.path, '--format', format], { cwd: directory })).stdout,
    ),
  )
  const [comment = '', terminal = '', html = '', summary = ''] = shown
  expect(comment).toContain('<details><summary>Advice: errors and GC heavy</summary>')
  expect(comment).toContain('- **Errors**. checkout &lt;b>: 4.0 % of the requests fail (40 × `status-500`).')
  expect(summary).toContain('#### Advice\n\n- **Errors**.')
  expect(terminal).toContain('» GC heavy. checkout <b>: garbage collection takes 30 % of the time')
  expect(html).toContain('<h2>Advice</h2>')
})

it('a report of a version that had none is still read', async () => {
  const { report } = await compare('old', runOf('head'))
  const { advice: _, ...old } = report
  const path = join(directory, 'old.report.json')
  writeFileSync(path, JSON.stringify(old))
  const ended = await run(['report', path, '--format', 'comment'], { cwd: directory })
  expect(ended.exitCode, ended.stderr).toBe(0)
  expect(ended.stdout).not.toContain('Advice')
})
