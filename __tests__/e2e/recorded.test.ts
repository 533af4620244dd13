// An alarm against recorded Runs, through the command line: it warns alone, and fails once fresh jobs confirm it, as the
// matrix in docs/recorded.md makes them.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { emptyRun } from '../../src/model/run.ts'
import { actionlint, loadWorkflowParser, parseErrors } from '../workflows/linters.ts'
import { root, run } from './repository.ts'

let directory: string
beforeAll(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'perf-gate-recorded-')))
  for (const [day, value] of [1, 1.02, 0.98, 1.04, 1.01, 0.99, 1, 1.03, 1, 1.05].entries())
    write(`base-${day}.json`, value, day)
  for (const leg of [1, 2, 3]) write(`slow-${leg}.json`, 1.3 + leg / 100, 20)
  write('usual.json', 1.01, 20)
  writeFileSync(join(directory, 'three.yml'), 'budgets: [{ metric: cpu }]\ngate: { confirm: 3 }\n')
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** The Run of one job: no other has its measurement. */
function write(name: string, value: number, day: number): void {
  const evidence = { kind: 'trials' as const, trials: [{ round: 0, samples: [value / 100] }] }
  const saved = emptyRun({
    measurement: name,
    environment: { cpu: 'EPYC 7763', cores: 4, suiteHash: 'abc' },
    createdAt: new Date(Date.UTC(2026, 0, 1 + day)).toISOString(),
    series: [{ benchmark: 'parse', metric: 'cpu', unit: 's', better: 'lower', evidence }],
  })
  writeFileSync(join(directory, name), JSON.stringify(saved))
}

const history = Array.from({ length: 10 }, (_, day) => `base-${day}.json`)
async function compare(heads: readonly string[], more: readonly string[] = []) {
  const args = ['compare', '--json', '--base', ...history, '--head', ...heads, ...more]
  const ended = await run(args, { cwd: directory })
  expect(ended.stderr).toBe('')
  const report = JSON.parse(ended.stdout)
  return { exitCode: ended.exitCode, verdict: report.verdict, row: report.comparisons[0] }
}

describe('an alarm', () => {
  test.each<[string, string[], number, string, RegExp]>([
    ['of one job warns', ['slow-1.json'], 0, 'warn', /2 fresh jobs must confirm it/],
    ['with one more is still waiting', ['slow-1.json', 'slow-2.json'], 0, 'warn', /1 fresh job must/],
    [
      'that two fresh jobs confirm fails',
      ['slow-1.json', 'slow-2.json', 'slow-3.json'],
      1,
      'fail',
      /confirmed by 2 fresh jobs/,
    ],
    [
      'that one does not confirm warns',
      ['slow-1.json', 'slow-2.json', 'usual.json'],
      0,
      'warn',
      /1 fresh job did not confirm/,
    ],
    [
      'is not confirmed by itself',
      ['slow-1.json', 'slow-1.json', 'slow-1.json'],
      0,
      'warn',
      /2 fresh jobs must/,
    ],
  ])('%s', async (_, heads, exitCode, verdict, reason) => {
    const found = await compare(heads)
    expect(found).toMatchObject({ exitCode, verdict, row: { mode: 'recorded' } })
    expect(found.row.reason).toMatch(reason)
  })

  test('takes as many as `gate.confirm` says', async () => {
    const found = await compare(['slow-1.json', 'slow-2.json', 'slow-3.json'], ['--config', 'three.yml'])
    expect(found).toMatchObject({ exitCode: 0, verdict: 'warn' })
    expect(found.row.reason).toMatch(/1 fresh job must confirm it/)
  })
})

test('the workflow in the docs is one, and its matrix makes as many Runs as it compares', async () => {
  const docs = readFileSync(join(root, 'docs/recorded.md'), 'utf8')
  const [, text = ''] = /```yaml\n(# \.github[\s\S]*?)```/.exec(docs) ?? []
  expect(await actionlint('.github/workflows/recorded.yml', text)).toEqual([])
  expect(await parseErrors(await loadWorkflowParser(), 'workflow', 'recorded.yml', text)).toEqual([])
  const { jobs } = parse(text)
  const heads = jobs.measure.strategy.matrix.leg.map((leg: number) => `head-${leg}.json`)
  expect(jobs.gate.steps.at(-1).run).toContain(`--head ${heads.join(' ')}`)
})
