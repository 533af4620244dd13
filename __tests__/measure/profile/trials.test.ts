// Profiling trials of real programs: what they find, and what is said when there is nothing to find.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Calibrated, Driver } from '../../../src/measure/driver.ts'
import { openCommand } from '../../../src/measure/drivers/command.ts'
import { openTask } from '../../../src/measure/drivers/task.ts'
import { gather } from '../../../src/measure/profile/gather.ts'
import { locator } from '../../../src/measure/profile/locate.ts'
import type { Profile } from '../../../src/model/profile.ts'
import { CommandSchema, TaskSchema } from '../../../src/model/suite/benchmark.ts'
import { head, type RealTools, realTools } from '../real-tools.ts'

const busy = `export function burn(n) { let s = 0; for (let i = 0; i < n; i++) s = (s * 31 + i) | 0; return s }
`
let real: RealTools
beforeAll(async () => {
  real = await realTools()
  const write = (name: string, text: string) => writeFileSync(join(real.directory, 'head', name), text)
  mkdirSync(join(real.directory, 'head'))
  write('busy.mjs', busy)
  write('task.mjs', "import { burn } from './busy.mjs'\nexport default () => burn(20000)\n")
  write(
    'keeps.mjs',
    'const kept = []\nfunction keep() { kept.push(new Array(50).fill(1.5)) }\nfunction garbage() { return new Array(50).fill(2.5) }\nexport default () => { keep(); return garbage().length }\n',
  )
  write('main.mjs', "import { burn } from './busy.mjs'\nconsole.log(burn(2e7))\n")
  write('exits.mjs', "import { burn } from './busy.mjs'\nburn(2e7)\nprocess.exit(0)\n")
  write(
    'killed.mjs',
    "import { burn } from './busy.mjs'\nburn(2e7)\nprocess.kill(process.pid, 'SIGTERM')\nsetInterval(() => {}, 1000)\n",
  )
  write(
    'thread.mjs',
    "import { Worker } from 'node:worker_threads'\nnew Worker(new URL('./main.mjs', import.meta.url))\n",
  )
})
afterAll(() => real.remove())

const place = () => head(join(real.directory, 'head'))

async function profileOf(driver: Driver, of: 'cpu' | 'heap' = 'cpu'): Promise<Profile> {
  const calibrated: Calibrated = await driver.calibrate('x', [place()])
  const taken = await calibrated.profile?.(place(), of)
  if (taken === undefined) throw new Error('it cannot be profiled')
  await driver.dispose()
  return (await gather('x', taken, locator(real.tools.files, place().directory))).profile
}

const command = (written: Record<string, unknown>) =>
  openCommand(
    { ...v.parse(CommandSchema, { iterations: 1, 'warm-up': 0, ...written }), name: 'x' },
    real.tools,
  )

const heaviest = ({ frames }: Profile) => [...frames].sort((a, b) => b.self - a.self)[0]

describe('task', () => {
  it('finds the function that takes the time, and nothing of the harness', async () => {
    const spec = v.parse(TaskSchema, { task: 'task.mjs', 'trial-time': '60ms', 'warm-up': '20ms' })
    const profile = await profileOf(openTask({ ...spec, name: 'x' }, real.tools))
    expect(heaviest(profile)).toMatchObject({ function: 'burn', file: 'busy.mjs', line: 1 })
    expect(profile.iterations).toBeGreaterThan(0)
    expect(profile.frames.filter(({ file }) => file?.includes('task-host'))).toEqual([])
  })
})

describe('memory of a task', () => {
  it('finds the function that allocates what stays, not the one that makes garbage', async () => {
    const spec = v.parse(TaskSchema, { task: 'keeps.mjs', 'trial-time': '40ms', 'warm-up': '5ms' })
    const profile = await profileOf(openTask({ ...spec, name: 'x' }, real.tools), 'heap')
    expect(profile).toMatchObject({ kind: 'heap', unit: 'B' })
    const kept = profile.frames.find((each) => each.function === 'keep')
    const garbage = profile.frames.find((each) => each.function === 'garbage')
    expect(kept).toMatchObject({ file: 'keeps.mjs', line: 2 })
    expect(kept?.own ?? 0).toBeGreaterThan(10 * (garbage?.own ?? 0))
  })
})

describe('command', () => {
  it.each(['main', 'exits', 'thread'])('%s: finds the function in a Node program', async (name) => {
    const profile = await profileOf(command({ command: `node ${name}.mjs` }))
    expect(heaviest(profile)).toMatchObject({ function: 'burn', file: 'busy.mjs' })
    expect(profile).toMatchObject({ unit: 's', iterations: 1 })
  })

  it('also when SIGTERM ends it, as services are ended', async () => {
    const profile = await profileOf(command({ command: 'node killed.mjs || true' }))
    expect(heaviest(profile)).toMatchObject({ function: 'burn' })
  })

  it('a program that is not Node leaves none, and says so', async () => {
    await expect(profileOf(command({ command: 'echo hello' }))).rejects.toMatchObject({
      code: 'no-profile',
      message: expect.stringContaining('no Node.js'),
    })
  })

  it('whose own profiler leaves folded stacks', async () => {
    const profiler = 'printf "main;parse 10\\nmain;parse;tokenize 30\\n" > "$PERF_GATE_PROFILE"'
    const profile = await profileOf(command({ command: 'echo hello', profile: profiler }))
    expect(profile).toMatchObject({ unit: 'samples', samples: 40 })
    expect(heaviest(profile)).toMatchObject({ function: 'tokenize', self: 30, total: 30 })
  })

  it.each([
    ['false', 'profiler', 'exited with code 1'],
    ['true', 'no-profile', 'no profile'],
    ['echo nothing > "$PERF_GATE_PROFILE"', 'unreadable-profile', 'no folded stacks'],
  ])('whose profiler is "%s" says what is wrong', async (profile, code, message) => {
    await expect(profileOf(command({ command: 'true', profile }))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    })
  })
})
