// The Processes port with real programs. What must be gone is looked for by process id, never by name.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findProgram } from '../../../src/adapters/node/cost.ts'
import { perlLauncher, pythonLauncher, shellLauncher } from '../../../src/adapters/node/launchers.ts'
import { nodeProcesses } from '../../../src/adapters/node/processes.ts'

const onLinux = process.platform === 'linux'
const processes = nodeProcesses({ env: { ...process.env, GITHUB_TOKEN: 'ghs_secret' }, masked: ['hunter2'] })
let directory = ''
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'perf-gate-test-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return !stat.slice(stat.lastIndexOf(')')).startsWith(') Z')
  } catch {
    return false
  }
}
const pidIn = (file: string) => Number(readFileSync(join(directory, file), 'utf8'))

describe('run', () => {
  test('output, exit code and environment', async () => {
    const command = 'echo "$A-$GITHUB_TOKEN"; pwd; echo "$PWD"; echo oops >&2; exit 4'
    const finished = await processes.run({ command, cwd: directory, env: { A: 'a' } })
    expect(finished).toEqual({
      exitCode: 4,
      signal: null,
      timedOut: false,
      stdout: `a-\n${directory}\n${directory}\n`,
      stderr: 'oops\n',
      truncated: false,
    })
  })

  test('a program of its own, without a shell', async () => {
    const finished = await processes.run({ argv: ['printf', '%s|', 'a b', '$HOME'], cwd: directory })
    expect(finished.stdout).toBe('a b|$HOME|')
  })

  test('standard input is given, or closed', async () => {
    expect((await processes.run({ command: 'cat', cwd: directory, input: 'hello' })).stdout).toBe('hello')
    expect((await processes.run({ command: 'cat', cwd: directory })).exitCode).toBe(0)
    // A program that does not read what it is given is no error.
    const ignored = await processes.run({ command: 'true', cwd: directory, input: 'x'.repeat(1e6) })
    expect(ignored.exitCode).toBe(0)
  })

  test('megabytes of output cost a bounded tail', async () => {
    const script =
      'for (let i = 0; i < 40000; i++) console.log(String(i).padStart(99)); console.log("the end")'
    const finished = await processes.run({ argv: [process.execPath, '-e', script], cwd: directory })
    expect(finished.exitCode).toBe(0)
    expect(finished.truncated).toBe(true)
    expect(finished.stdout.length).toBe(2 ** 20)
    expect(finished.stdout.endsWith('the end\n')).toBe(true)
  })

  test.each([
    ['no such program', { argv: ['no-such-program'] }, 'no-such-program'],
    ['no such directory', { argv: ['true'], cwd: '/no/such/directory' }, 'there is no directory'],
    ['an argument that is none', { argv: ['true', 'a\0b'] }, 'cannot run true'],
  ])('%s: 127 and the reason', async (_, command, reason) => {
    const finished = await processes.run({ cwd: directory, ...command })
    expect(finished.exitCode).toBe(127)
    expect(finished.stderr).toContain(reason)
  })

  test('a limit of a year is no limit of a millisecond', async () => {
    const finished = await processes.run({ command: 'sleep 0.1', cwd: directory, timeout: 365 * 86_400 })
    expect(finished).toMatchObject({ exitCode: 0, timedOut: false })
  })

  test('an end by signal', async () => {
    const finished = await processes.run({ command: 'kill -TERM $$', cwd: directory })
    expect(finished).toMatchObject({ exitCode: null, signal: 'SIGTERM', timedOut: false })
  })

  test.runIf(onLinux)('does not wait for what was left behind, and leaves it running', async () => {
    const finished = await processes.run({
      command: 'sleep 1000 & echo $! > left; echo done',
      cwd: directory,
    })
    expect(finished).toMatchObject({ exitCode: 0, stdout: 'done\n' })
    expect(isRunning(pidIn('left'))).toBe(true)
    process.kill(pidIn('left'), 'SIGKILL')
  })

  test.runIf(onLinux)(
    'out of time: the tree is ended, also what detached itself or ignores SIGTERM',
    async () => {
      const finished = await processes.run({
        command: `echo early
        setsid sh -c 'echo $$ > detached; exec sleep 1000' &
        (setsid sh -c 'echo $$ > orphan; exec sleep 1000' &)
        sh -c 'trap "" TERM; echo $$ > stubborn; while :; do sleep 0.1; done' &
        echo $$ > main; sleep 1000`,
        cwd: directory,
        timeout: 1,
      })
      expect(finished).toMatchObject({ timedOut: true, signal: 'SIGTERM', stdout: 'early\n' })
      for (const name of ['main', 'detached', 'orphan', 'stubborn'])
        expect(isRunning(pidIn(name))).toBe(false)
    },
  )
})

const ladder = [perlLauncher(process.arch), pythonLauncher, shellLauncher].filter(
  (launcher) => launcher !== null,
)
const names =
  process.platform === 'win32' ? [] : ladder.filter(({ name }) => findProgram(name, process.env.PATH))

describe.each(names)('measure through $name', (launcher) => {
  const measured = nodeProcesses({ env: process.env, launchers: [launcher] })

  test('output, exit code and cost', async () => {
    const finished = await measured.measure({ command: 'echo out; echo err >&2; exit 4', cwd: directory })
    expect(finished).toMatchObject({ exitCode: 4, signal: null, stdout: 'out\n', stderr: 'err\n' })
    expect(finished.cost.wall).toBeGreaterThan(0)
    expect(finished.cost.cpu).toBeGreaterThanOrEqual(0)
    expect(finished.cost.cpu).toBeLessThan(1)
    if (launcher.knowsMemory) expect(finished.cost.peakMemory).toBeGreaterThan(0)
    else expect(finished.cost.peakMemory).toBeNull()
  })

  test('an end by signal, and a program that is not there', async () => {
    const killed = await measured.measure({ command: 'kill -KILL $$', cwd: directory })
    expect(killed).toMatchObject({ exitCode: null, signal: 'SIGKILL' })
    const absent = await measured.measure({ argv: ['no-such-program'], cwd: directory })
    expect(absent.exitCode).toBe(127)
    expect(absent.stderr).toContain('no-such-program')
  })

  test.runIf(onLinux)('what is left behind is ended', async () => {
    const command = `setsid sh -c 'echo $$ > left-${launcher.name}; exec sleep 1000' & 
      until [ -s left-${launcher.name} ]; do sleep 0.01; done`
    const finished = await measured.measure({ command, cwd: directory })
    expect(finished.exitCode).toBe(0)
    expect(isRunning(pidIn(`left-${launcher.name}`))).toBe(false)
  })

  test.runIf(onLinux && launcher.sweeps)('even without any trace of where it came from', async () => {
    // No parent, no session, no group, no marker: only the launcher that adopted it knows.
    const command = `(env -i setsid sh -c 'echo $$ > untraced; exec sleep 1000' &)
      until [ -s untraced ]; do sleep 0.01; done`
    const finished = await measured.measure({ command, cwd: directory })
    expect(finished.exitCode).toBe(0)
    expect(isRunning(pidIn('untraced'))).toBe(false)
  })

  test.runIf(onLinux)('out of time: the tree is ended', async () => {
    const command = `sh -c 'echo $$ > late-${launcher.name}; exec sleep 1000'; true`
    const finished = await measured.measure({ command, cwd: directory, timeout: 1 })
    expect(finished.timedOut).toBe(true)
    expect(finished.exitCode).not.toBe(0)
    expect(isRunning(pidIn(`late-${launcher.name}`))).toBe(false)
  })
})

describe('the ladder', () => {
  test('without any launcher there is wall time and a notice', async () => {
    const bare = nodeProcesses({ env: process.env, launchers: [] })
    const finished = await bare.measure({ command: 'exit 5', cwd: directory })
    expect(finished).toMatchObject({ exitCode: 5, cost: { cpu: null, peakMemory: null } })
    expect(finished.cost.wall).toBeGreaterThan(0)
    expect((await bare.costLimits()).map(({ code }) => code)).toEqual(['cost-wall-only'])
  })

  test.runIf(onLinux)('a launcher that does not work is passed over', async () => {
    const broken = { ...pythonLauncher, launch: () => ({ file: '/bin/false', args: [], env: {} }) }
    const coarse = nodeProcesses({ env: process.env, launchers: [broken, shellLauncher] })
    const [notice] = await coarse.costLimits()
    expect(notice?.code).toBe('cost-coarse')
    expect(notice?.message).toContain('steps of 10 ms')
  })

  test.runIf(names.some(({ knowsMemory }) => knowsMemory))(
    'an exact launcher has nothing to say',
    async () => {
      expect(await processes.costLimits()).toEqual([])
    },
  )
})

test('bundles are found from the sources; an unknown one is our own mistake', () => {
  expect(processes.bundle('task-host')).toMatch(/src\/measure\/task\/host\.ts$/)
  expect(() => processes.bundle('nope')).toThrow('nope')
})
