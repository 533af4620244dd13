// The launchers against the real operating system: what they report must be true, and the command must not notice them.
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { findProgram } from '../../../src/adapters/node/cost.ts'
import {
  type Account,
  type Launcher,
  launchersFor,
  perlLauncher,
  pythonLauncher,
  shellLauncher,
} from '../../../src/adapters/node/launchers.ts'

const available = launchersFor(process.platform, process.arch).filter(
  ({ name }) => findProgram(name, process.env.PATH) !== null,
)

function launch(launcher: Launcher, command: string[], env: Record<string, string> = {}) {
  const program = findProgram(launcher.name, process.env.PATH) ?? ''
  const {
    file,
    args,
    env: passed,
  } = launcher.launch(program, command, { PATH: process.env.PATH ?? '', ...env })
  const { output } = spawnSync(file, args, { env: passed, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  const [, stdout = '', stderr = '', report = ''] = output.map(String)
  return { stdout, stderr, account: launcher.read(report) }
}

const burn = (seconds: number) => `perl -e 'do { @t = times } while $t[0] + $t[1] < ${seconds}'`
const hasPerl = findProgram('perl', process.env.PATH) !== null

describe.each(available)('$name', (launcher) => {
  test.each<[string, number]>([
    ['exit 0', 0],
    ['exit 3', 3 * 256],
    ['kill -KILL $$', 9],
    ['kill -PIPE $$', 13],
  ])('%s is status %i', (script, status) => {
    expect(launch(launcher, ['sh', '-c', script]).account?.status).toBe(status)
  })

  test('a program that is not there is code 127 and says so', () => {
    const { account, stderr } = launch(launcher, ['no-such-program'])
    expect(account?.status).toBe(127 * 256)
    expect(stderr).toContain('no-such-program')
  })

  test('the command gets its own arguments, streams and environment, and no descriptor of ours', () => {
    const script =
      'echo "$1:$PERL5OPT:$PERL_BADLANG:$LC_CTYPE"; echo err >&2; (: >&3) 2>/dev/null && echo open || echo closed'
    const { stdout, stderr } = launch(launcher, ['sh', '-c', script, 'sh', 'a b'], { PERL5OPT: '-Mnone' })
    expect(stdout).toBe('a b:-Mnone::\nclosed\n')
    expect(stderr).toBe('err\n')
  })

  test('a locale of the command is kept', () => {
    expect(launch(launcher, ['sh', '-c', 'echo "$LC_CTYPE"'], { LC_CTYPE: 'C' }).stdout).toBe('C\n')
  })

  test.runIf(hasPerl)('CPU time of children and grandchildren is counted, waiting is not', () => {
    const busy = launch(launcher, [
      'sh',
      '-c',
      `${burn(0.1)}; sh -c "${burn(0.1).replaceAll('$', '\\$')}; :"`,
    ])
    expect(busy.account?.cpu).toBeGreaterThan(0.17)
    expect(busy.account?.cpu).toBeLessThan(2)
    const idle = launch(launcher, ['sleep', '0.2'])
    expect(idle.account?.cpu).toBeLessThan(0.1)
    if (idle.account?.wall !== null) expect(idle.account?.wall).toBeGreaterThanOrEqual(0.2)
  })

  test.runIf(launcher.knowsMemory)('peak memory is the command’s, not that of a big parent', () => {
    const held = Buffer.alloc(200e6, 1)
    const small = launch(launcher, ['true']).account?.peakMemory ?? 0
    expect(held.length).toBe(200e6)
    expect(small).toBeGreaterThan(100e3)
    expect(small).toBeLessThan(20e6)
    const large =
      launch(launcher, [process.execPath, '-e', 'Buffer.alloc(150e6, 1)']).account?.peakMemory ?? 0
    expect(large).toBeGreaterThan(150e6)
    expect(large).toBeLessThan(400e6)
  })
})

test.each<[string, string, string[]]>([
  ['linux', 'x64', ['perl', 'python3', 'sh']],
  ['linux', 'arm64', ['perl', 'python3', 'sh']],
  ['linux', 's390x', ['python3', 'sh']],
  ['darwin', 'arm64', ['python3', 'sh']],
  ['win32', 'x64', []],
])('%s %s: %j', (platform, architecture, names) => {
  expect(launchersFor(platform, architecture).map(({ name }) => name)).toEqual(names)
})

describe('reports', () => {
  const account: Account = { wall: 0.5, cpu: 0.25, peakMemory: 4096, status: 256 }
  test.each<[string, Account | null]>([
    ['0.500000000 0.250000 4096 256\n', account],
    ['', null],
    ['0.5 0.25 4096', null],
    ['0.5 0.25 4096 0 0', null],
    ['0.5 nan 4096 0', null],
    ['-1 0.25 4096 0', null],
    ['perl: warning\n', null],
  ])('perl and python: %j', (report, expected) => {
    expect(perlLauncher('x64')?.read(report)).toEqual(expected)
    expect(pythonLauncher.read(report)).toEqual(expected)
  })

  test.each<[string, Partial<Account> | null]>([
    ['0m0.001s 0m0.002s\n0m0.250s 1m0.500s\n0\n', { cpu: 60.75, status: 0 }],
    ['0m0,001s 0m0,002s\n0m0,250s 0m0,000s\n3\n', { cpu: 0.25, status: 768 }],
    ['0m0.00s 0m0.00s\n0m0.01s 0m0.00s\n137\n', { cpu: 0.01, status: 9 }],
    ['0m0.00s 0m0.00s\n', null],
    ['', null],
  ])('sh: %j', (report, expected) => {
    const found = shellLauncher.read(report)
    if (expected === null) expect(found).toBeNull()
    else expect(found).toEqual({ wall: null, peakMemory: null, ...expected })
  })
})
