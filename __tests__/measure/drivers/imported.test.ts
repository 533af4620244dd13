// Results of other tools as trials: recorded output of real tools, printed or written by a program that is not run.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type Remarks, TrialError } from '../../../src/measure/driver.ts'
import { drivers } from '../../../src/measure/drivers/index.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { CommandSchema } from '../../../src/model/suite/benchmark.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { type FakeFiles, fakeFiles } from '../../fakes/files.ts'
import { type FakeResult, fakeProcesses } from '../../fakes/processes.ts'
import { base, head } from '../real-tools.ts'

type Written = v.InferInput<typeof CommandSchema>
const recorded = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../formats/fixtures/${path}`, import.meta.url)), 'utf8')

function faked(written: Omit<Written, 'command'>, respond: (files: FakeFiles) => FakeResult) {
  const clock = fakeClock()
  const files = fakeFiles()
  const processes = fakeProcesses(() => {
    clock.advance(2)
    return respond(files)
  })
  const compression = { compressedSize: async () => 0 }
  const benchmark = { name: 'go', ...v.parse(CommandSchema, { command: 'tool', ...written }) }
  return { files, processes, driver: drivers.command(benchmark, { clock, processes, files, compression }) }
}

async function trial(written: Omit<Written, 'command'>, respond: (files: FakeFiles) => FakeResult) {
  const { driver } = faked(written, respond)
  const place = head('/head')
  const remarks: Remarks[] = []
  const calibrated = await driver.calibrate('go', [place])
  const observations = await calibrated.trial(place, (each) => void remarks.push(each))
  return { observations, ...remarks[0] }
}

async function failure(running: Promise<unknown>): Promise<TrialError> {
  const error = await running.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof TrialError)) throw new Error(`expected a TrialError, got ${error}`)
  return error
}

const rows = (observations: readonly Observation[]) =>
  observations.map(({ benchmark, metric, value }) => [
    benchmark,
    metric,
    value.kind === 'samples' ? value.samples : value.kind === 'exact' ? value.value : value.kind,
  ])

describe('what a tool prints', () => {
  it('is one trial: repetitions inside its process are samples, with unit and direction of the row', async () => {
    const stdout =
      'BenchmarkA-2 10 2000 ns/op 16 B/op\nBenchmarkA-2 10 3000 ns/op 16 B/op\nBenchmarkB-2 9 5 MB/s\n'
    const { observations, failures, notices } = await trial({ import: 'go' }, () => ({ stdout }))
    expect(rows(observations).slice(0, 2)).toEqual([
      ['go/BenchmarkA', 'wall', [2e-6, 3e-6]],
      ['go/BenchmarkA', 'allocated', [16, 16]],
    ])
    const [a, , b] = observations
    expect(a).toMatchObject({ unit: 's', better: 'lower' })
    expect(b).toMatchObject({ benchmark: 'go/BenchmarkB', unit: 'B/s', better: 'higher' })
    expect([failures, notices]).toEqual([[], []])
  })

  it('is known by its content, and separate processes of the tool are samples too', async () => {
    const { observations } = await trial({ import: 'auto' }, () => ({
      stdout: recorded('hyperfine/parameters/input.json'),
    }))
    const wall = observations.find(({ metric }) => metric === 'wall')
    expect(wall?.benchmark).toMatch(/^go\//)
    expect(wall?.value.kind === 'samples' && wall.value.samples.length).toBeGreaterThan(1)
  })

  it('may be a summary: its centre and each of its percentiles are one value of the trial', async () => {
    const trend = { avg: 3, med: 2, 'p(95)': 8, min: 1, max: 9 }
    const stdout = JSON.stringify({
      root_group: {},
      metrics: { http_reqs: { count: 200, rate: 20 }, http_req_duration: trend },
    })
    const { observations } = await trial({ import: 'k6' }, () => ({ stdout }))
    expect(rows(observations)).toEqual(
      expect.arrayContaining([
        ['go/k6', 'latency', [0.003]],
        ['go/k6', 'latency.p50', [0.002]],
        ['go/k6', 'latency.p95', [0.008]],
        ['go/k6', 'latency.max', [0.009]],
      ]),
    )
  })

  it('may be histograms, which stay histograms', async () => {
    const input = recorded('artillery-sketch/two-periods/input.jsonl')
    const { observations } = await trial({ import: 'artillery' }, () => ({ stdout: input }))
    expect(rows(observations)).toContainEqual(['go/artillery', 'latency', 'histogram'])
  })

  it('rows that failed fail alone, whatever the exit code', async () => {
    const stdout = 'BenchmarkOk 1 3 ns/op\n--- FAIL: BenchmarkBad\n    x_test.go:3: boom\nFAIL\n'
    const { observations, failures } = await trial({ import: 'go' }, () => ({ stdout, exitCode: 1 }))
    expect(rows(observations)).toEqual([['go/BenchmarkOk', 'wall', [3e-9]]])
    expect(failures).toMatchObject([{ benchmark: 'go/BenchmarkBad', reason: 'go test reported --- FAIL.' }])
  })
})

describe('the files it writes', () => {
  const text = 'BenchmarkA 1 3 ns/op\n'

  it('are those that the run wrote, not what lay there before', async () => {
    const { observations } = await trial({ import: 'go', results: 'out/*.txt' }, (files) => {
      if (!files.all.has('/head/out/old.txt')) files.all.set('/head/out/old.txt', 'BenchmarkOld 1 3 ns/op\n')
      void files.write('/head/out/new.txt', text)
      return {}
    })
    expect(rows(observations)).toEqual(expect.arrayContaining([['go/BenchmarkA', 'wall', [3e-9]]]))
    const { driver, files } = faked({ import: 'go', results: 'old.txt' }, () => ({}))
    await files.write('/head/old.txt', text)
    const error = await failure(driver.discover(head('/head')))
    expect(error.code).toBe('no-results')
    expect(error.message).toBe(
      '"tool" ended, and old.txt of "results: old.txt" was not written again: it is from an earlier run',
    )
  })

  it('are read again in each trial', async () => {
    let run = 0
    const { driver } = faked({ import: 'go', results: 'r.txt', cwd: 'sub' }, (files) => {
      run += 1
      void files.write('/head/sub/r.txt', `BenchmarkA 1 ${run} ns/op\n`)
      return {}
    })
    const place = head('/head')
    expect(await driver.discover(place)).toEqual(['go'])
    const calibrated = await driver.calibrate('go', [place])
    expect(calibrated.expected).toBe(2)
    expect(rows(await calibrated.trial(place))).toEqual([['go/BenchmarkA', 'wall', [2e-9]]])
    expect(rows(await calibrated.trial(place))).toEqual([['go/BenchmarkA', 'wall', [3e-9]]])
  })
})

describe('what goes wrong', () => {
  const row: [string, Omit<Written, 'command'>, FakeResult, string, string][] = [
    [
      'a crash',
      { import: 'go' },
      { stdout: 'BenchmarkA 1 3 ns/op\n', exitCode: 3 },
      'exit-code',
      '"tool" exited with code 3',
    ],
    [
      'another format',
      { import: 'hyperfine-csv' },
      { stdout: 'BenchmarkA 1 3 ns/op\n' },
      'unreadable',
      'what "tool" printed: hyperfine, CSV: ',
    ],
    [
      'nothing printed',
      { import: 'go' },
      {},
      'no-results',
      '"tool" printed nothing on its standard output: add 2>&1',
    ],
    [
      'no file',
      { import: 'go', results: ['a.json', 'b.json'] },
      {},
      'no-results',
      'no file matches "results: a.json, b.json"',
    ],
    [
      'no benchmark',
      { import: 'go' },
      { stdout: 'PASS\nok x 0.1s\n' },
      'unreadable',
      'it is no output of go; line 1 is "PASS". perf-gate reads what this writes: go test',
    ],
    [
      'hanging',
      { import: 'go', timeout: '5s' },
      { timedOut: true, exitCode: null },
      'timed-out',
      'did not end within 5 s',
    ],
    ['too much', { import: 'go' }, { truncated: true, stdout: 'x' }, 'too-much-output', 'more than 64 MiB'],
    [
      'every row failed',
      { import: 'go' },
      { stdout: '--- FAIL: BenchmarkBad\nFAIL\n', exitCode: 1 },
      'failed',
      'no benchmark has a result; BenchmarkBad: go test reported --- FAIL.',
    ],
  ]
  it.each(row)('%s', async (_, written, result, code, reason) => {
    const { driver } = faked(written, () => result)
    const error = await failure(driver.discover(head('/head')))
    expect(error.code).toBe(code)
    expect(error.message).toContain(reason)
  })

  it('a program that a side does not have makes the benchmark new', async () => {
    const { driver } = faked({ import: 'go' }, () => ({ exitCode: 127 }))
    expect(await driver.discover(base('/base'))).toEqual([])
    expect(driver.absence).toBe('the shell does not find the program of "tool"')
  })
})
