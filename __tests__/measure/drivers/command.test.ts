import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TrialError } from '../../../src/measure/driver.ts'
import { openCommand, runsPerTrial } from '../../../src/measure/drivers/command.ts'
import { CommandSchema } from '../../../src/model/suite/benchmark.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fakeFiles } from '../../fakes/files.ts'
import { type FakeResult, fakeProcesses } from '../../fakes/processes.ts'
import { base, head, type RealTools, realTools, samplesOf } from '../real-tools.ts'

type Written = v.InferInput<typeof CommandSchema>
const parsed = (written: Written) => ({ name: 'c', ...v.parse(CommandSchema, written) })
const place = head('/head')

/** Processes that take `wall` seconds of the fake clock. */
function faked(written: Written, respond: (index: number) => FakeResult & { readonly wall?: number }) {
  const clock = fakeClock()
  let index = 0
  const processes = fakeProcesses((_command, verb) => {
    if (verb === 'run') return {}
    const { wall = 0.1, ...result } = respond(index)
    index += 1
    clock.advance(wall)
    return { cost: { wall, cpu: wall / 2, peakMemory: 1000 + index }, ...result }
  })
  const compression = { compressedSize: async () => 0 }
  return {
    processes,
    driver: openCommand(parsed(written), { clock, processes, files: fakeFiles(), compression }),
  }
}

async function failure(running: Promise<unknown>): Promise<TrialError> {
  const error = await running.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof TrialError)) throw new Error(`expected a TrialError, got ${error}`)
  return error
}

it.each([
  [0.001, 40],
  [0.02, 30],
  [0.1, 6],
  [0.2, 5],
  [0.3, 2],
  [0.7, 1],
  [20, 1],
])('a command of %f s runs %i times in a trial', (seconds, runs) => {
  expect(runsPerTrial(seconds)).toBe(runs)
})

describe('trials', () => {
  it('calibrate on both sides for the slower one', async () => {
    const { driver, processes } = faked({ command: 'x' }, (index) => ({ wall: index === 0 ? 0.3 : 0.1 }))
    const calibrated = await driver.calibrate('c', [base('/base'), place])
    expect(calibrated.settings).toEqual({ runs: 2, warmUp: 0 })
    expect(processes.calls.map((call) => call.cwd)).toEqual(['/base', '/head'])
  })

  it('drop the warm-up runs and keep one sample per run', async () => {
    const { driver } = faked({ command: 'x', iterations: 3, 'warm-up': 2 }, () => ({}))
    const calibrated = await driver.calibrate('c', [place])
    const observations = await calibrated.trial(place)
    expect(observations.map(({ benchmark, metric, value }) => [benchmark, metric, value])).toEqual([
      ['c', 'cpu', { kind: 'samples', samples: [0.05, 0.05, 0.05] }],
      ['c', 'wall', { kind: 'samples', samples: [0.1, 0.1, 0.1] }],
      ['c', 'memory', { kind: 'samples', samples: [1004, 1005, 1006] }],
    ])
  })

  it('prepare once per trial, in the directory and environment of the command', async () => {
    const { driver, processes } = faked(
      { command: 'x', cwd: 'sub', env: { A: '1' }, prepare: 'p', iterations: 2, 'warm-up': 0 },
      () => ({}),
    )
    const calibrated = await driver.calibrate('c', [place])
    processes.calls.length = 0
    await calibrated.trial(place)
    expect(processes.calls.map(({ verb, command, cwd, env }) => [verb, command, cwd, env])).toEqual([
      ['run', 'p', '/head/sub', { A: '1' }],
      ['measure', 'x', '/head/sub', { A: '1' }],
      ['measure', 'x', '/head/sub', { A: '1' }],
    ])
  })

  it('have one time limit for all their runs together', async () => {
    const { driver, processes } = faked({ command: 'x', timeout: '1s', iterations: 3, 'warm-up': 0 }, () => ({
      wall: 0.25,
    }))
    const calibrated = await driver.calibrate('c', [place])
    processes.calls.length = 0
    await calibrated.trial(place)
    expect(processes.calls.map((call) => call.timeout)).toEqual([1, 0.75, 0.5])
  })

  it('leave out what the machine cannot tell', async () => {
    const { driver } = faked({ command: 'x' }, () => ({ cost: { wall: 0.1, cpu: null, peakMemory: null } }))
    const calibrated = await driver.calibrate('c', [place])
    expect((await calibrated.trial(place)).map(({ metric }) => metric)).toEqual(['wall'])
  })
})

describe('failures', () => {
  it.each<[Written, FakeResult, string, string]>([
    [{ command: 'x' }, { exitCode: 3 }, 'exit-code', '"x" exited with code 3'],
    [
      { command: 'x', 'exit-code': 2 },
      { exitCode: 0 },
      'exit-code',
      '"x" exited with code 0; "exit-code" expects 2',
    ],
    [{ command: 'x' }, { exitCode: null, signal: 'SIGSEGV' }, 'exit-code', '"x" was ended by SIGSEGV'],
    [
      { command: 'x', timeout: '2s' },
      { exitCode: null, signal: 'SIGTERM', timedOut: true },
      'timed-out',
      'its trial did not end within 2 s and was killed with all its children',
    ],
  ])('%o %o', async (written, result, code, reason) => {
    const { driver } = faked(written, () => ({ stdout: 'out\n', stderr: 'err\n', ...result }))
    const error = await failure(driver.discover(place))
    expect(error).toMatchObject({ side: 'head', code, message: reason, output: 'out\nerr' })
  })

  it('a program that the shell does not find is absent on that side', async () => {
    const { driver } = faked({ command: 'nope' }, () => ({ exitCode: 127 }))
    expect(await driver.discover(place)).toEqual([])
  })

  it('the expected exit code counts as success', async () => {
    const { driver } = faked({ command: 'x', 'exit-code': 2 }, () => ({ exitCode: 2 }))
    expect(await driver.discover(place)).toEqual(['c'])
  })
})

it('passes on what the costs cannot tell on this machine', async () => {
  const limits = [{ code: 'cost-coarse', message: 'in steps of 10 ms' }]
  const processes = fakeProcesses(() => undefined, { limits })
  const driver = openCommand(parsed({ command: 'x' }), {
    clock: fakeClock(),
    processes,
    files: fakeFiles(),
    compression: { compressedSize: async () => 0 },
  })
  expect((await driver.calibrate('c', [place])).notices).toEqual(limits)
})

describe('with real processes', () => {
  let real: RealTools
  beforeAll(async () => {
    real = await realTools()
  })
  afterAll(() => real.remove())

  it('measures every run in a fresh process', async () => {
    const directory = join(real.directory, 'side')
    mkdirSync(directory)
    const driver = openCommand(
      parsed({ command: 'echo $$ >> pids; exit 7', 'exit-code': 7, iterations: 4, 'warm-up': 1 }),
      real.tools,
    )
    const calibrated = await driver.calibrate('c', [head(directory)])
    const observations = await calibrated.trial(head(directory))
    for (const metric of ['wall', 'cpu', 'memory'])
      for (const value of samplesOf(observations, metric)) expect(value).toBeGreaterThan(0)
    expect(samplesOf(observations, 'wall')).toHaveLength(4)
    const pids = readFileSync(join(directory, 'pids'), 'utf8').trim().split('\n')
    expect(new Set(pids).size).toBe(1 + 5)
  })
})
