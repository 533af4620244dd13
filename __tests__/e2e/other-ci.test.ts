// Where there is no GitHub: the example files' own command lines, run as their CI would, and `init` and `doctor` on a
// repository that has nothing yet.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { cli, createRepository, laptop, type Repository, root, run } from './repository.ts'

const suite = 'benchmarks:\n  size:\n    files: "*.js"\nbudgets:\n  - { metric: bytes, regression: 5% }\n'
let repository: Repository
let base: string
beforeEach(() => {
  repository = createRepository()
  base = repository.commit({ 'perf-gate.yml': suite, 'a.js': 'x'.repeat(1000) }, 'first')
  repository.git('checkout', '-q', '-b', 'feature')
})
afterEach(() => repository.dispose())

const example = (name: string) => join(root, 'examples/other-ci', name)
const yaml = (name: string) => parse(readFileSync(example(name), 'utf8'))

/** @returns the exit code of a shell that runs `script` with our program in place of the published one */
function shell(script: string, env: Readonly<Record<string, string>>): number {
  const line = script.replace('npx --yes perf-gate', `"${process.execPath}" "${cli}"`)
  try {
    execFileSync('sh', ['-eu', '-c', line], {
      cwd: repository.directory,
      env: laptop({ CI: 'true', ...env }),
      stdio: 'pipe',
    })
    return 0
  } catch (error) {
    return (error as { status: number }).status
  }
}

describe.each([
  ['gitlab-ci.yml', () => yaml('gitlab-ci.yml')['perf-gate'].script[0] as string],
  ['forgejo.yml', () => yaml('forgejo.yml').jobs.gate.steps[1].run as string],
  ['plain.sh', () => `sh "${example('plain.sh')}"`],
])('%s', (_, script) => {
  const env = () => ({
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    GITHUB_BASE_REF: 'main',
    BASE: base,
    PERF_GATE: `${process.execPath} ${cli}`,
  })
  test('passes what did not change, fails what did, and leaves JUnit', () => {
    // `origin/main`, as a checkout has it.
    repository.git('update-ref', 'refs/remotes/origin/main', base)
    repository.commit({ 'README.md': 'docs' }, 'docs')
    expect(shell(script(), env())).toBe(0)
    repository.commit({ 'a.js': 'x'.repeat(2000) }, 'larger')
    expect(shell(script(), env())).toBe(1)
    expect(readFileSync(join(repository.directory, '.perf-gate/junit.xml'), 'utf8')).toContain('<failure')
  })
})

test('GitLab is told where JUnit is', () => {
  expect(yaml('gitlab-ci.yml')['perf-gate'].artifacts.reports.junit).toBe('.perf-gate/junit.xml')
})

describe('a repository that has nothing yet', () => {
  test('init writes a suite that is valid and workflows for its branch, and overwrites nothing', async () => {
    repository.git('rm', '-q', 'perf-gate.yml')
    repository.commit(
      { 'package-lock.json': '{}', 'bench/parse.bench.mjs': 'export const parse = () => 1\n' },
      'bench',
    )
    const first = await run(['init'], { cwd: repository.directory })
    expect(first.exitCode, first.stderr).toBe(0)
    const text = readFileSync(join(repository.directory, 'perf-gate.yml'), 'utf8')
    expect(parse(text)).toEqual({ setup: 'npm ci', benchmarks: { parse: { task: 'bench/parse.bench.mjs' } } })
    expect((await run(['validate'], { cwd: repository.directory })).exitCode).toBe(0)
    const workflow = join(repository.directory, '.github/workflows/perf-gate.yml')
    expect(parse(readFileSync(workflow, 'utf8')).on.push.branches).toEqual(['main'])
    expect(existsSync(join(repository.directory, '.github/workflows/perf-gate-publish.yml'))).toBe(true)
    const again = await run(['init'], { cwd: repository.directory })
    expect(again.stdout).not.toContain('wrote')
    expect(readFileSync(join(repository.directory, 'perf-gate.yml'), 'utf8')).toBe(text)
  })

  test('doctor names what is wrong and what to do', async () => {
    const well = await run(['doctor', '--json'], { cwd: repository.directory })
    expect(JSON.parse(well.stdout).map(({ what }: { what: string }) => what)).toEqual([
      'suite',
      'git',
      'base',
      'machine',
      'token',
    ])
    repository.commit({ 'perf-gate.yml': 'benchmarks:\n  a: { comand: x }\n' }, 'typo')
    const ill = await run(['doctor'], { cwd: repository.directory })
    expect(ill.exitCode).toBe(2)
    expect(ill.stdout).toContain('did you mean "command"')
  })
})

test('baselines in a folder that outlives the job: stored by the default branch, found by others', async () => {
  const kept = `${suite}baseline: { from: file, path: kept }\n`
  const gate = async () => {
    const ended = await run(['run', '--json'], { cwd: repository.directory })
    const { notices } = JSON.parse(ended.stdout) as { readonly notices: readonly { readonly code: string }[] }
    return notices.map(({ code }) => code)
  }
  repository.git('checkout', '-q', 'main')
  repository.commit({ 'perf-gate.yml': kept, '.gitignore': 'kept\n' }, 'kept')
  repository.git('checkout', '-q', '-B', 'feature')
  repository.commit({ 'b.js': 'x' }, 'more')
  expect(await gate()).toContain('no-baseline')
  // Nothing but the default branch stores.
  expect(existsSync(join(repository.directory, 'kept'))).toBe(false)
  repository.git('checkout', '-q', 'main')
  await gate()
  expect(existsSync(join(repository.directory, 'kept/perf-gate-baseline-perf-gate/main'))).toBe(true)
  repository.git('checkout', '-q', 'feature')
  expect(await gate()).not.toContain('no-baseline')
})
