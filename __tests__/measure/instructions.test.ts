// Counting instructions: what is put around a program, what is read back, and what becomes of counts that do not repeat.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseSuite } from '../../src/config/load.ts'
import type { Calibrated, Driver, Place, Tools } from '../../src/measure/driver.ts'
import { TrialError } from '../../src/measure/driver.ts'
import { drivers } from '../../src/measure/drivers/index.ts'
import { instructionsIn, withRepeatableNode } from '../../src/measure/instructions.ts'
import { measure } from '../../src/measure/measure.ts'
import type { Benchmark } from '../../src/model/suite/index.ts'
import { fakeProcesses } from '../fakes/processes.ts'
import { type RealTools, realTools } from './real-tools.ts'
import { scripted } from './scripted.ts'

const benchmarkOf = (yaml: string): Benchmark => {
  const [benchmark] = parseSuite(`benchmarks: { b: ${yaml} }`, 'perf-gate.yml').suite.benchmarks
  if (benchmark === undefined) throw new Error('one benchmark')
  return benchmark
}
let real: RealTools
beforeAll(async () => {
  real = await realTools()
})
afterAll(() => real.remove())
const open = (yaml: string, tools: Tools = real.tools): Driver => {
  const benchmark = benchmarkOf(yaml)
  if (benchmark.kind === 'task') return drivers.task(benchmark, tools)
  if (benchmark.kind === 'command') return drivers.command(benchmark, tools)
  throw new Error('a program')
}

const hasValgrind = (() => {
  try {
    return execFileSync('valgrind', ['--version']).length > 0
  } catch {
    return false
  }
})()

describe('what is read', () => {
  it('adds up all processes in a log, whatever else is in it', () => {
    const log =
      '==12== Command: /bin/sh\n==12== \n==12== I   refs:      57,974,281\nI refs: 9\n==13== I refs: 130,502\n'
    expect(instructionsIn(log)).toBe(58_104_783)
    expect(instructionsIn('')).toBe(0)
  })
})

describe('commands of Node get the flags that make them repeat', () => {
  const flags = '--single-threaded --predictable --predictable-gc-schedule --hash-seed=1 --random-seed=1'
  it.each([
    ['node cli.js --version', `node ${flags} cli.js --version`],
    ['./node_modules/.bin/node a.js | cat', `./node_modules/.bin/node ${flags} a.js | cat`],
    ['A=1 B="" node a.js', `A=1 B="" node ${flags} a.js`],
    ['npm run node x', 'npm run node x'],
    ['nodemon x', 'nodemon x'],
    ['python3 a.py', 'python3 a.py'],
  ])('%s', (written, run) => expect(withRepeatableNode(written, 1)).toBe(run))
})

describe('without valgrind', () => {
  const place: Place = { side: 'head', directory: '/head' }
  it('says how to get it, and touches nothing else', async () => {
    const processes = fakeProcesses(({ argv }) => (argv?.[0] === 'valgrind' ? { exitCode: 127 } : undefined))
    const driver = open('{ command: work, metrics: [cpu, instructions] }', { ...real.tools, processes })
    const calibrated = await driver.calibrate('b', [place])
    expect(calibrated.count).toMatchObject({ metric: 'instructions', alone: false })
    const error = await calibrated.count?.run(place).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TrialError)
    expect(error).toMatchObject({ code: 'no-valgrind', side: 'head' })
    expect(String(error)).toContain('sudo apt-get install valgrind')
    expect((await calibrated.trial(place)).map(({ metric }) => metric)).toEqual(['cpu'])
  })

  it('only who asks for instructions is counted', async () => {
    const driver = open('{ command: work }', { ...real.tools, processes: fakeProcesses() })
    expect(await driver.calibrate('b', [place])).not.toHaveProperty('count')
  })
})

describe('in a measurement', () => {
  const counting = (run: (place: Place) => readonly number[] | TrialError, alone = false) => {
    const { measurement, trials } = scripted({ scripts: { a: {} }, settledAfter: () => 5 })
    const inner = measurement.drivers
    if (inner === undefined) throw new Error('scripted drivers')
    const command: typeof inner.command = (benchmark, tools) => {
      const driver = inner.command(benchmark, tools)
      const calibrate = async (name: string, places: readonly Place[]): Promise<Calibrated> => ({
        ...(await driver.calibrate(name, places)),
        count: {
          metric: 'instructions',
          alone,
          run: async (place) => {
            const counts = run(place)
            if (counts instanceof TrialError) throw counts
            return counts
          },
        },
      })
      return { ...driver, calibrate }
    }
    return { trials, runs: measure({ ...measurement, drivers: { ...inner, command } }) }
  }
  const countIn = (run: Awaited<ReturnType<typeof counting>['runs']>['head']) =>
    run.series.find(({ metric }) => metric === 'instructions')

  it('a count that repeats is exact: the mean', async () => {
    const { base, head } = await counting(({ side }) => (side === 'head' ? [1010, 1011] : [1000, 1000])).runs
    expect(countIn(head)).toMatchObject({ unit: 'count', evidence: { kind: 'exact', value: 1010.5 } })
    expect(countIn(base)).toMatchObject({ evidence: { kind: 'exact', value: 1000 } })
    expect(head.series).toHaveLength(2)
  })

  it('one that does not is never compared exactly', async () => {
    const { head } = await counting(() => [1000, 1020]).runs
    expect(countIn(head)?.evidence).toMatchObject({
      kind: 'trials',
      trials: [{ samples: [1000] }, { samples: [1020] }],
    })
    expect(head.notices).toContainEqual(
      expect.objectContaining({ code: 'unsteady-count', where: 'a instructions' }),
    )
  })

  it('one that fails is a failure of that metric, and the others are measured', async () => {
    const { base, head } = await counting((place) => new TrialError(place, 'no-valgrind', 'Not here.')).runs
    expect([...head.failures, ...base.failures]).toEqual([
      { benchmark: 'a', metric: 'instructions', code: 'no-valgrind', reason: 'Not here.' },
    ])
    expect(head.series.map(({ metric }) => metric)).toEqual(['cpu'])
  })

  it('alone, it needs no trials', async () => {
    const { runs, trials } = counting(() => [5, 5], true)
    const { head } = await runs
    expect(trials).toEqual([])
    expect(head.series.map(({ metric }) => metric)).toEqual(['instructions'])
    expect(head.failures).toEqual([])
  })
})

describe.skipIf(!hasValgrind)('with valgrind', () => {
  const inDirectory = async <Result>(
    files: Record<string, string>,
    work: (place: Place) => Promise<Result>,
  ) => {
    const directory = realpathSync(mkdtempSync(join(tmpdir(), 'counted-')))
    try {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text)
      return await work({ side: 'head', directory })
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  }
  const countsOf = async (driver: Driver, name: string, place: Place) =>
    (await (await driver.calibrate(name, [place])).count?.run(place)) ?? []

  it('one per cent more work in a command is one per cent more instructions, every time', async () => {
    const loop = (count: number) =>
      `{ command: 'i=0; while [ $i -lt ${count} ]; do i=$((i+1)); done', metrics: [instructions] }`
    await inDirectory({}, async (place) => {
      const [less = 0, again = 1] = await countsOf(open(loop(4000)), 'b', place)
      const [more = 0] = await countsOf(open(loop(4040)), 'b', place)
      // The same under both layouts.
      expect(Math.abs(again / less - 1)).toBeLessThan(0.001)
      expect(more / less - 1).toBeGreaterThan(0.008)
      expect(more / less - 1).toBeLessThan(0.012)
    })
  })

  it('instructions of a task are those of its calls, without the start of Node', {
    timeout: 180_000,
  }, async () => {
    const task =
      'let sink = 0\nexport function spin() { for (let i = 0; i < 20000; i++) sink = (sink * 31 + i) | 0 }\n'
    await inDirectory({ 'work.mjs': task }, async (place) => {
      const driver = open('{ task: work.mjs, trial-time: 20ms, warm-up: 10ms, metrics: [instructions] }')
      const [count = 0, again = 0] = await countsOf(driver, 'b/spin', place)
      // Some dozen instructions an iteration, and none of the hundred million that starting takes.
      expect(count).toBeGreaterThan(20_000)
      expect(count).toBeLessThan(2_000_000)
      expect(Math.abs(again / count - 1)).toBeLessThan(0.001)
      await driver.dispose()
    })
  })
})
