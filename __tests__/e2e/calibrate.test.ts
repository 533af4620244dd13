// `perf-gate calibrate` on a real repository: both places of one commit are measured, and the answer can be put in.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRepository, type Repository, run, writeTree } from './repository.ts'

const suite = `benchmarks:
  work:
    task: bench/work.mjs
    trial-time: 20ms
    warm-up: 10ms
    metrics: [cpu, wall]
  size:
    files: bench/*.mjs
setup: "echo built >> built.txt"
gate: { max-time: 60s }
`
const work =
  'let sink = 0\nexport function spin() { for (let i = 0; i < 20000; i++) sink = (sink * 31 + i) | 0 }\n'

let repository: Repository
beforeEach(() => {
  repository = createRepository()
  repository.commit(
    { 'perf-gate.yml': suite, 'bench/work.mjs': work, '.gitignore': 'built.txt\n.perf-gate\n' },
    'one',
  )
})
afterEach(() => repository.dispose())
const calibrate = (...args: string[]) =>
  run(['calibrate', '--pairs', '8', ...args], { cwd: repository.directory })

describe('base against base', () => {
  it('measures two checkouts of the commit, with as many pairs as were asked for', async () => {
    const { exitCode, stdout, stderr } = await calibrate('--json', '--seed', '1')
    expect(exitCode, stderr).toBe(0)
    const found = JSON.parse(stdout)
    expect(found).toMatchObject({ seed: 1, family: 1, maxPairs: 40, notices: [] })
    expect(found.metrics.map((row: { metric: string; pairs: number }) => [row.metric, row.pairs])).toEqual([
      ['cpu', 8],
      ['wall', 8],
    ])
    for (const { statistics, smallest } of found.metrics) {
      expect(statistics).toHaveLength(4)
      expect(smallest === null || smallest > 0).toBe(true)
    }
    const runOf = (side: string) =>
      JSON.parse(readFileSync(join(repository.directory, `.perf-gate/calibrate/${side}.run.json`), 'utf8'))
    expect(runOf('base').subject.commit).toBe(runOf('head').subject.commit)
    expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1)
    expect(readFileSync(join(repository.directory, 'built.txt'), 'utf8')).toBe('built\n')
  })

  it('uncommitted changes: one folder, built once, and that is said; progress while it runs', async () => {
    writeTree(repository.directory, { 'bench/work.mjs': `${work}// changed\n` })
    const { exitCode, stdout, stderr } = await calibrate('--seed', '2')
    expect(exitCode, stderr).toBe(0)
    expect(stdout).toContain('Both sides are the same folder')
    expect(stdout).toMatch(/work\/spin +cpu +median/)
    expect(stdout).toMatch(/For the suite:|Nothing to change in the suite\./)
    expect(stderr).toContain('calibrating work/spin')
    expect(stderr).toMatch(/pair \d+/)
    expect(readFileSync(join(repository.directory, 'built.txt'), 'utf8')).toBe('built\n')
  })

  it('without anything that varies there is nothing to do', async () => {
    repository.commit({ 'perf-gate.yml': 'benchmarks:\n  size: { files: bench/*.mjs }\n' }, 'files only')
    const { exitCode, stderr } = await calibrate()
    expect(exitCode).toBe(2)
    expect(stderr).toContain('no noise to calibrate')
    expect(existsSync(join(repository.directory, '.perf-gate'))).toBe(false)
  })

  it('a benchmark that fails is told, and nothing is green', async () => {
    repository.commit(
      { 'bench/work.mjs': 'export function spin() { throw new Error("broken") }\n' },
      'broken',
    )
    const { exitCode, stderr } = await calibrate()
    expect(exitCode).toBe(3)
    expect(stderr).toContain('broken')
  })

  it('too few pairs are refused', async () => {
    const ended = await run(['calibrate', '--pairs', '3'], { cwd: repository.directory })
    expect(ended.exitCode).toBe(2)
    expect(ended.stderr).toContain('--pairs')
    expect(ended.stderr).toContain('8')
  })
})
