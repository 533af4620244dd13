// The committed bundles: fresh, complete in themselves, and what the README says they are.
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { laptop, root, start } from './repository.ts'

const scratch = mkdtempSync(join(tmpdir(), 'perf-gate-dist-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

describe('dist/', () => {
  it('is what the sources build, byte by byte', async () => {
    const fresh = join(scratch, 'fresh')
    await promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs'), '--out', fresh], {
      cwd: root,
    })
    expect(filesBelow(fresh)).toEqual(filesBelow(join(root, 'dist')))
    const stale = filesBelow(fresh).filter(
      (file) => !readFileSync(join(fresh, file)).equals(readFileSync(join(root, 'dist', file))),
    )
    expect(stale, 'run `npm run build` and commit dist/').toEqual([])
  })

  it('runs where there are no packages', async () => {
    const alone = join(scratch, 'alone')
    cpSync(join(root, 'dist'), join(alone, 'dist'), { recursive: true })
    cpSync(join(root, 'package.json'), join(alone, 'package.json'))
    cpSync(join(root, 'examples/quickstart'), join(alone, 'quickstart'), { recursive: true })
    const program = join(alone, 'dist/cli.js')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const shown = await start(['--version'], { cwd: alone, program }).ended
    expect(shown).toMatchObject({ exitCode: 0, stdout: `${version}\n` })
    const args = ['run', '--config', 'quickstart/perf-gate.yml', '--only', 'style', '--json']
    const folders = ['--base-dir', 'quickstart/before', '--head-dir', 'quickstart/after']
    const ended = await start([...args, ...folders], { cwd: alone, program, env: laptop() }).ended
    expect(ended.exitCode, ended.stderr).toBe(0)
    expect(JSON.parse(ended.stdout).verdict).toBe('pass')
  })
})

describe('README', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const commands = [...readme.matchAll(/^(?:node dist\/cli\.js|npm) .*$/gm)].map(([line]) => line)

  it('has two commands: the main job without an install, and the tests', () => {
    expect(commands).toHaveLength(2)
    expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain(`\n${commands[1]}\n`)
  })

  it('the first one names the regression and the larger file, and exits 1', {
    timeout: 180_000,
  }, async () => {
    const [, , ...args] = commands[0]?.split(' ') ?? []
    const out = join(scratch, 'out')
    const ended = await start([...args, '--out', out], { cwd: root }).ended
    expect(ended.exitCode, ended.stderr).toBe(1)
    // From twice on it is told as a multiple.
    expect(ended.stdout).toMatch(/markdown\/render (is .* slower|takes .* times as long)/)
    expect(ended.stdout).toMatch(/script is .* larger/)
    const { comparisons } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))
    const stopped = comparisons.filter((row: { outcome: string }) => row.outcome === 'fail')
    expect(stopped.map(({ benchmark }: { benchmark: string }) => benchmark).sort()).toEqual([
      'markdown/render',
      'script',
    ])
  })
})
