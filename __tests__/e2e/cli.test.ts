// The built command line tool on real repositories: the main job, and every bad input that must lose nothing.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRepository, laptop, type Repository, run, start, type Tree, writeTree } from './repository.ts'

const task = (work: number) => `
let sink = 0
export function spin() { for (let i = 0; i < ${work}; i++) sink = (sink * 31 + i) | 0 }
export function steady() { for (let i = 0; i < 20000; i++) sink = (sink * 17 + i) | 0 }
`
/** So small an alpha that noise never fails a test; what is unchanged is decided as fast as with any other. */
const suite = (more = '', alpha = 1e-6) => `benchmarks:
  work:
    task: bench/work.mjs
    trial-time: 40ms
    warm-up: 20ms
${more}gate: { alpha: ${alpha}, max-time: 40s }
`
const before: Tree = { 'perf-gate.yml': suite(), 'bench/work.mjs': task(20_000) }

let repository: Repository
beforeEach(() => {
  repository = createRepository()
  repository.commit(before, 'before')
})
afterEach(() => repository.dispose())

const perfGate = (...args: string[]) => run(args, { cwd: repository.directory })
const report = () => JSON.parse(readFileSync(join(repository.directory, '.perf-gate/report.json'), 'utf8'))
const rowsOf = (json: { comparisons: { benchmark: string; metric: string; verdict: string }[] }) =>
  Object.fromEntries(json.comparisons.map((row) => [`${row.benchmark} ${row.metric}`, row.verdict]))

describe('what is compared, without any option', () => {
  it('the working tree with the last commit on the default branch: names the regression and exits 1', async () => {
    writeTree(repository.directory, { 'bench/work.mjs': task(40_000) })
    const ended = await perfGate('run', '--seed', '1')
    expect(ended.stderr + ended.stdout).toContain('work/spin')
    expect(ended.exitCode).toBe(1)
    const json = report()
    expect(json.verdict).toBe('fail')
    expect(rowsOf(json)).toMatchObject({ 'work/spin cpu': 'regression' })
    expect(rowsOf(json)['work/steady cpu']).not.toBe('regression')
    for (const file of [
      'base.run.json',
      'head.run.json',
      'comment.md',
      'summary.md',
      'report.html',
      'junit.xml',
    ])
      expect(existsSync(join(repository.directory, '.perf-gate', file)), file).toBe(true)
    expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1)
  })

  it('a branch with the merge-base of the default branch, not with its tip', async () => {
    const mergeBase = repository.git('rev-parse', 'HEAD')
    repository.git('checkout', '-q', '-b', 'feature')
    repository.commit({ 'readme.txt': 'nothing that runs' }, 'docs')
    repository.git('checkout', '-q', 'main')
    repository.commit({ 'bench/work.mjs': task(10_000) }, 'main got faster meanwhile')
    repository.git('checkout', '-q', 'feature')
    const ended = await perfGate('run', '--seed', '2')
    expect(ended.exitCode, ended.stderr).toBe(0)
    expect(report().change).toMatchObject({ reason: 'merge-base', base: { commit: mergeBase } })
  })
})

describe('bad input gets a clear error', () => {
  const cases: { title: string; args?: string[]; tree?: Tree; exitCode: number; says: RegExp }[] = [
    { title: 'no config', tree: { 'perf-gate.yml': '' }, exitCode: 2, says: /empty/ },
    { title: 'a missing config', args: ['--config', 'nope.yml'], exitCode: 2, says: /nope\.yml/ },
    {
      title: 'unparsable YAML',
      tree: { 'perf-gate.yml': 'benchmarks: [' },
      exitCode: 2,
      says: /perf-gate\.yml:\d+/,
    },
    {
      title: 'a misspelt key',
      tree: { 'perf-gate.yml': 'benchmarks:\n  a:\n    comand: true\n' },
      exitCode: 2,
      says: /did you mean "command"/,
    },
    {
      title: 'two benchmarks of one name',
      tree: { 'perf-gate.yml': 'benchmarks:\n  a: { command: "true" }\n  a: { command: "true" }\n' },
      exitCode: 2,
      says: /perf-gate\.yml:3.*\ba\b/,
    },
    { title: 'an unknown ref', args: ['--base', 'no-such-ref'], exitCode: 2, says: /no-such-ref/ },
    { title: 'an unknown benchmark', args: ['--only', 'wrok'], exitCode: 2, says: /did you mean "work"/ },
    { title: 'an unknown flag', args: ['--maxtime', '1m'], exitCode: 2, says: /--max-time/ },
  ]
  it.each(cases)('$title', async ({ args = [], tree = {}, exitCode, says }) => {
    writeTree(repository.directory, tree)
    repository.commit({ 'notes.txt': 'second' }, 'second')
    const ended = await perfGate('run', ...args)
    expect(ended.stderr).toMatch(says)
    expect(ended.stderr).not.toMatch(/\n {4}at /)
    expect(ended.exitCode).toBe(exitCode)
  })

  it('no git repository', async () => {
    const ended = await run(['run', '--config', 'perf-gate.yml'], {
      cwd: repository.directory,
      env: laptop({ GIT_DIR: '/nonexistent' }),
    })
    expect(ended.exitCode).toBeGreaterThanOrEqual(2)
    expect(ended.stderr).toMatch(/--base-dir/)
  })
})

describe('what fails is reported and loses nothing', () => {
  const withCommand = (command: string, more = '') =>
    suite(`  other:\n    command: ${JSON.stringify(command)}\n    iterations: 1\n${more}`)

  it.each([
    { title: 'exits non-zero', command: 'echo gone wrong >&2; exit 7', says: /7/ },
    {
      title: 'hangs',
      command: 'sleep 1000',
      more: '    timeout: 300ms\n',
      says: /did not end within 0\.3 s/,
    },
    { title: 'does not exist', command: 'no-such-program-here', says: /does not find/ },
  ])('a benchmark that $title', async ({ command, more = '', says }) => {
    repository.commit({ 'perf-gate.yml': withCommand(command, more) }, 'with a bad benchmark')
    const ended = await perfGate('run', '--seed', '3')
    expect(ended.exitCode, ended.stderr).toBe(3)
    const json = report()
    expect(rowsOf(json)).toHaveProperty('work/spin cpu')
    const failed = json.comparisons.find((row: { benchmark: string }) => row.benchmark === 'other')
    expect(failed.verdict).toBe('failed')
    expect(failed.reason).toMatch(says)
    const head = JSON.parse(readFileSync(join(repository.directory, '.perf-gate/head.run.json'), 'utf8'))
    expect(head.series.some((series: { benchmark: string }) => series.benchmark === 'work/spin')).toBe(true)
    expect(head.failures[0]).toMatchObject({ benchmark: 'other' })
  })

  it('a benchmark that prints megabytes is only a benchmark that prints', async () => {
    const noisy = `node -e "process.stdout.write('x'.repeat(8e6))"`
    repository.commit({ 'perf-gate.yml': withCommand(noisy) }, 'noisy')
    const ended = await perfGate('run', '--seed', '4', '--only', 'other', '--max-time', '5s')
    expect(ended.stdout.length + ended.stderr.length).toBeLessThan(100_000)
    expect(rowsOf(report())['other cpu']).toMatch(/no-change|inconclusive|improvement/)
  })

  it('new and gone benchmarks have rows of their own', async () => {
    writeTree(repository.directory, {
      'bench/work.mjs': task(20_000).replace('export function steady', 'export function fresh'),
    })
    const ended = await perfGate('run', '--seed', '5')
    expect(rowsOf(report())).toMatchObject({ 'work/fresh cpu': 'new', 'work/steady cpu': 'gone' })
    expect(ended.exitCode).toBe(0)
    expect(report().verdict).toBe('warn')
  })

  it('a base that does not build is named, and nothing is green', async () => {
    repository.commit(
      { 'perf-gate.yml': `setup: "test -f built || { echo cannot build >&2; exit 9; }"\n${suite()}` },
      'x',
    )
    writeTree(repository.directory, { built: '' })
    const ended = await perfGate('run')
    expect(ended.exitCode).toBe(3)
    expect(ended.stderr + ended.stdout).toMatch(/base/)
    expect(ended.stderr + ended.stdout).toContain('cannot build')
    expect(report().verdict).toBe('not-compared')
  })

  it('a signal ends it and the worktree is gone', async () => {
    repository.commit({ 'perf-gate.yml': withCommand('sleep 1000', '    timeout: 1000s\n') }, 'endless')
    const started = start(['run', '--only', 'other'], { cwd: repository.directory })
    await started.shows('other')
    started.kill('SIGTERM')
    const ended = await started.ended
    // As shells show it: 128 + 15.
    expect(ended.signal ?? ended.exitCode).toBe('SIGTERM')
    expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1)
  })
})

describe('two folders', () => {
  it('that are the same program pass', async () => {
    const here = repository.directory
    const ended = await perfGate('run', '--base-dir', here, '--head-dir', here, '--seed', '7')
    expect(ended.exitCode, ended.stderr).toBe(0)
    expect(report()).toMatchObject({ verdict: 'pass', change: { reason: 'folders' } })
  })
})
