import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Driver, TrialError } from '../../../src/measure/driver.ts'
import { openTask } from '../../../src/measure/drivers/task.ts'
import { TaskSchema } from '../../../src/model/suite/benchmark.ts'
import { base, fixtures, head, type RealTools, realTools, samplesOf } from '../real-tools.ts'

/** Makes a Node that runs TypeScript by itself do without; older ones have no choice. */
const stripless: Record<string, string> =
  Number(/\d+/.exec(execFileSync('node', ['--version'], { encoding: 'utf8' }))) >= 22
    ? { NODE_OPTIONS: '--no-experimental-strip-types' }
    : {}

const place = head(join(fixtures, 'task'))
/** As short as it goes: what is measured here is whether it works. */
const short = { 'trial-time': '20ms', 'warm-up': '5ms' } as const

let real: RealTools
beforeAll(async () => {
  real = await realTools()
})
afterAll(() => real.remove())

function open(written: v.InferInput<typeof TaskSchema>): Driver {
  return openTask({ name: 'm', ...v.parse(TaskSchema, { ...short, ...written }) }, real.tools)
}

async function failure(running: Promise<unknown>): Promise<TrialError> {
  const error = await running.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof TrialError)) throw new Error(`expected a TrialError, got ${error}`)
  return error
}

/** Which of the processes whose ids a file holds still run. */
function runningOf(path: string): number[] {
  const pids: number[] = JSON.parse(readFileSync(path, 'utf8'))
  return pids.filter((pid) => {
    try {
      process.kill(pid, 0)
      // One that ended stays listed until its parent asks for it.
      return process.platform !== 'linux' || !/\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
    } catch {
      return false
    }
  })
}

/** Calibrates and runs one trial. */
async function trial(written: v.InferInput<typeof TaskSchema>, task: string) {
  const driver = open(written)
  const calibrated = await driver.calibrate(`m/${task}`, [place])
  return { calibrated, observations: await calibrated.trial(place) }
}

describe('which exports are benchmarks', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['good.js', {}, ['m', 'm/later', 'm/sum']],
    ['common.cjs', {}, ['m/one', 'm/two']],
    ['function.cjs', {}, ['m']],
    ['typed.ts', {}, ['m/boxed']],
    ['typed.ts', stripless, ['m/boxed']],
    ['typed.cts', {}, ['m/half']],
    ['typed.cts', stripless, ['m/half']],
    ['typed-part.mts', stripless, ['m/double']],
    ['not-there.js', {}, []],
  ])('%s %o', async (task, env, expected) => {
    expect(await open({ task, env }).discover(place)).toEqual(expected)
  })

  it.each([
    ['module.ts', 'export const modern = (): number => 1', 'm/modern'],
    ['script.ts', 'module.exports = { classic: (): number => 1 }', 'm/classic'],
  ])('%s, where no package.json says what it is', async (file, content, expected) => {
    await real.tools.files.write(`${real.directory}/plain/package.json`, '{}')
    await real.tools.files.write(`${real.directory}/plain/${file}`, content)
    const driver = open({ task: `plain/${file}`, env: stripless })
    expect(await driver.discover(head(real.directory))).toEqual([expected])
  })

  it.each([
    ['nothing.js', 'nothing-to-call', 'it exports no function (found: nothing)'],
    ['throws-on-import.js', 'import-failed', 'importing it failed: TypeError: no such setting'],
    ['syntax.js', 'import-failed', 'importing it failed: SyntaxError: Unexpected end of input'],
  ])('%s: %s', async (task, code, reason) => {
    const error = await failure(open({ task }).discover(place))
    expect(error).toMatchObject({ side: 'head', code, message: reason })
  })

  it('shows where an import failed', async () => {
    const error = await failure(open({ task: 'throws-on-import.js' }).discover(place))
    expect(error.output).toContain('throws-on-import.js:1')
  })
})

describe('a trial', () => {
  it.each(['sum', 'later'])('measures %s: cpu, wall and memory', async (task) => {
    const { calibrated, observations } = await trial({ task: 'good.js' }, task)
    expect(observations.map(({ benchmark, metric, unit }) => [benchmark, metric, unit])).toEqual([
      [`m/${task}`, 'cpu', 's'],
      [`m/${task}`, 'wall', 's'],
      [`m/${task}`, 'memory', 'B'],
    ])
    const wall = samplesOf(observations, 'wall')
    expect(wall.length).toBe(calibrated.settings.samples)
    expect(wall.length).toBeGreaterThanOrEqual(20)
    expect(calibrated.settings.calls).toBeGreaterThan(1)
    for (const value of [...wall, ...samplesOf(observations, 'cpu')]) expect(value).toBeGreaterThan(0)
    // Node itself takes some 40 MB.
    expect(samplesOf(observations, 'memory')[0]).toBeGreaterThan(20e6)
  })

  it('measures the default export under the name of the entry', async () => {
    const calibrated = await open({ task: 'good.js' }).calibrate('m', [place])
    expect((await calibrated.trial(place))[0]?.benchmark).toBe('m')
  })

  it('records only the metrics that are asked for, and the statistic', async () => {
    const { observations } = await trial(
      { task: 'good.js', metrics: ['wall'], statistic: { wall: 'min' } },
      'sum',
    )
    expect(observations).toMatchObject([{ metric: 'wall', statistic: 'min' }])
  })

  it('does the same on both sides', async () => {
    const places = [base(place.directory), place]
    const calibrated = await open({ task: 'good.js' }).calibrate('m/sum', places)
    const samples = await Promise.all(places.map((each) => calibrated.trial(each)))
    for (const observations of samples)
      expect(samplesOf(observations, 'wall')).toHaveLength(calibrated.settings.samples ?? 0)
  })

  it('takes the declared number of calls, and says when that is too short for the clocks', async () => {
    const { calibrated } = await trial({ task: 'good.js', iterations: 3 }, 'sum')
    expect(calibrated.settings.calls).toBe(3)
    expect(calibrated.notices).toMatchObject([{ code: 'short-samples', where: 'm/sum' }])
  })

  it('tells waiting from work', async () => {
    const { observations } = await trial({ task: 'costs.js', iterations: 1 }, 'waits')
    const wall = Math.min(...samplesOf(observations, 'wall'))
    expect(wall).toBeGreaterThan(0.004)
    expect(Math.min(...samplesOf(observations, 'cpu'))).toBeLessThan(wall / 2)
  })

  it('counts the CPU time of children', async () => {
    const { observations } = await trial({ task: 'costs.js', iterations: 1 }, 'child')
    // 30 ms each, known in steps of 10 ms for all calls together.
    if (process.platform === 'linux')
      expect(Math.min(...samplesOf(observations, 'cpu'))).toBeGreaterThan(0.025)
  })

  it('knows the peak memory of this trial, not of perf-gate', async () => {
    const calibrated = await open({ task: 'costs.js', iterations: 1 }).calibrate('m/holds80MB', [place])
    const [memory = 0] = samplesOf(await calibrated.trial(place), 'memory')
    expect(memory).toBeGreaterThan(100e6)
    const plain = await trial({ task: 'good.js' }, 'sum')
    expect(samplesOf(plain.observations, 'memory')[0]).toBeLessThan(100e6)
  })

  it('is not disturbed by what a benchmark prints, megabytes of its own protocol included', async () => {
    const { observations } = await trial({ task: 'prints.js', iterations: 1 }, 'prints')
    for (const value of samplesOf(observations, 'wall')) expect(value).toBeGreaterThan(0)
  })

  it('runs `prepare` before it, in the same directory and environment', async () => {
    const env = { WHO: 'perf-gate', PIDS: join(real.directory, 'prepared') }
    await trial({ task: 'good.js', prepare: 'echo "$WHO" in "$PWD" > "$PIDS"', env }, 'sum')
    expect(readFileSync(env.PIDS, 'utf8')).toBe(`perf-gate in ${place.directory}\n`)
    const error = await failure(trial({ task: 'good.js', prepare: 'echo no space; exit 4' }, 'sum'))
    expect(error).toMatchObject({ code: 'prepare-failed', output: 'no space' })
    expect(error.message).toBe('"prepare: echo no space; exit 4" exited with code 4')
  })
})

describe('ping-pong trials', () => {
  it('let both processes take turns, first come first in every other turn', async () => {
    const env = { TURNS: join(real.directory, 'turns') }
    const places = [base(join(real.directory, 'base')), head(join(real.directory, 'head'))] as const
    for (const each of places) mkdirSync(each.directory)
    const task = join(fixtures, 'task/turns.js')
    const driver = open({ task, env, iterations: 1, trials: 'ping-pong' })
    const calibrated = await driver.calibrate('m/notes', places)
    const { samples = 0, warmUpSamples = 0 } = calibrated.settings
    const before = readFileSync(env.TURNS, 'utf8').length
    const observed = await calibrated.pair?.(places[1], places[0])
    for (const side of ['base', 'head'] as const)
      expect(samplesOf(observed?.[side] ?? [], 'wall')).toHaveLength(samples)
    const turns = readFileSync(env.TURNS, 'utf8').slice(before)
    // One call more each, to find out whether it returns a promise.
    expect(turns).toHaveLength(2 * (warmUpSamples + samples + 1))
    expect(turns.slice(-2 * samples).slice(0, 8)).toBe('hbbhhbbh')
  })

  it('name the side that failed and end the other one', async () => {
    const places = [base(join(real.directory, 'nothing-here')), place] as const
    const driver = open({ task: 'good.js', iterations: 1, trials: 'ping-pong' })
    const calibrated = await driver.calibrate('m/sum', [place])
    const error = await failure(calibrated.pair?.(places[1], places[0]) ?? Promise.resolve())
    expect(error.side).toBe('base')
  })
})

describe('what goes wrong', () => {
  it.each([
    ['throws.js', 'sometimes', 'threw', /^it threw in call 4: RangeError: enough$/],
    ['throws.js', 'rejects', 'threw', /^it threw in call 1: Error: refused$/],
    ['throws.js', 'wants', 'threw', /declares 1 parameters; tasks are called without any/],
    ['throws.js', 'outside', 'threw', /^an error outside of the call: Error: out of reach$/],
    ['throws.js', 'changesItsMind', 'sometimes-async', /promise after having returned none/],
    ['ends.js', 'neverSettles', 'never-settles', /can never settle/],
    ['ends.js', 'leaves', 'ended-early', /exited with code 5$/],
    ['ends.js', 'dies', 'ended-early', /was killed \(SIGKILL\): out of memory\?$/],
    ['disturbs.js', 'disturbs', 'disturbed', /file descriptor 3/],
    ['good.js', 'gone', 'no-such-export', /no exported function "gone"/],
  ])('%s %s: %s', async (task, name, code, reason) => {
    const error = await failure(open({ task }).calibrate(`m/${name}`, [place]))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(reason)
  })

  it('shows the stack and the end of the output', async () => {
    const error = await failure(open({ task: 'throws.js' }).calibrate('m/rejects', [place]))
    expect(error.output).toMatch(/throws\.js:7/)
  })

  it('says when there is no node', async () => {
    const error = await failure(open({ task: 'good.js', env: { PATH: '/nowhere' } }).discover(place))
    expect(error).toMatchObject({
      code: 'no-node',
      message: 'Node.js cannot be started: is `node` on the PATH?',
    })
  })

  it('ends a task that hangs, and the children it started', async () => {
    const pids = join(real.directory, 'pids')
    const error = await failure(
      open({ task: 'hangs.js', timeout: '2s', env: { PIDS: pids } }).calibrate('m/hangs', [place]),
    )
    expect(error).toMatchObject({
      code: 'timed-out',
      message: 'it did not end within 2 s and was killed with all its children',
    })
    expect(runningOf(pids)).toEqual([])
  })

  it('leaves nothing running when it is disposed', async () => {
    const pids = join(real.directory, 'disposed')
    const driver = open({ task: 'hangs.js', env: { PIDS: pids } })
    const running = failure(driver.calibrate('m/hangs', [place]))
    while (!(await real.tools.files.exists(pids))) await new Promise((resolve) => setImmediate(resolve))
    await driver.dispose()
    await running
    expect(runningOf(pids)).toEqual([])
  })
})
