import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../src/errors.ts'
import { measure } from '../../src/measure/measure.ts'
import { type Run, RunSchema } from '../../src/model/run.ts'
import type { Side } from '../../src/model/side.ts'
import { scripted } from './scripted.ts'

const trialsOf = (run: Run, benchmark: string) => {
  const evidence = run.series.find((series) => series.benchmark === benchmark)?.evidence
  return evidence?.kind === 'trials' ? evidence.trials : []
}
/** Without what preparing the sides had to say, which every Run of the head carries. */
const noticesOf = (run: Run) => run.notices.filter((notice) => notice.code !== 'submodules')
const kinds = (events: readonly { readonly kind: string }[]) => events.map((event) => event.kind)

describe('order', () => {
  it('goes round the benchmarks, and within a pair follows what was drawn', async () => {
    const { measurement, trials } = scripted({ scripts: { a: {}, b: {} }, settledAfter: () => 5 })
    await measure(measurement)
    expect(trials.slice(0, 8)).toEqual([
      ...['a head', 'a base', 'b head', 'b base'],
      ...['a base', 'a head', 'b base', 'b head'],
    ])
  })

  it('records round, position and start of every trial', async () => {
    const { measurement } = scripted({ scripts: { a: { seconds: 2 } }, plan: { firstRound: 7 } })
    const { base, head } = await measure(measurement)
    expect(trialsOf(base, 'a').slice(0, 2)).toEqual([
      { round: 7, position: 1, startedAt: '1970-01-01T00:00:02.000Z', samples: [1] },
      { round: 8, position: 0, startedAt: '1970-01-01T00:00:04.000Z', samples: [2] },
    ])
    expect(trialsOf(head, 'a')[0]).toMatchObject({ round: 7, position: 0 })
  })

  it('hands interleaved pairs to the driver', async () => {
    const { measurement, trials } = scripted({ scripts: { a: { pingPong: true } }, settledAfter: () => 5 })
    const { head } = await measure(measurement)
    expect(trials.slice(0, 4)).toEqual(['a head', 'a base', 'a base', 'a head'])
    expect(trialsOf(head, 'a').map((trial) => trial.position)).toEqual([0, 1, 1, 0, 1])
  })
})

describe('the end', () => {
  it('stops each benchmark when it is settled, and not before the fewest pairs', async () => {
    const { measurement, trials } = scripted({
      scripts: { early: {}, late: {} },
      settledAfter: (name) => (name === 'early' ? 0 : 9),
    })
    await measure(measurement)
    expect(trials.filter((trial) => trial === 'early head')).toHaveLength(5)
    expect(trials.filter((trial) => trial === 'late head')).toHaveLength(9)
  })

  it('waits for every benchmark that one program holds', async () => {
    const { measurement, trials } = scripted({
      scripts: { go: { rows: () => ['go/A', 'go/B'] } },
      settledAfter: (name) => (name === 'go/B' ? 8 : 5),
    })
    // "go" itself is no row: it is settled by never being asked for pairs of its own.
    const stop = {
      ...measurement.stop,
      settled: (name: string) => name === 'go' || measurement.stop.settled(name),
    }
    await measure({ ...measurement, stop })
    expect(trials).toHaveLength(16)
  })

  it('ends at the pair limit', async () => {
    const { measurement, pairs } = scripted({
      scripts: { a: {} },
      settledAfter: () => 99,
      plan: { maxPairs: 7 },
    })
    await measure(measurement)
    expect(pairs).toHaveLength(7)
  })

  it('starts no pair that cannot end in time', async () => {
    const { measurement, pairs, events } = scripted({
      scripts: { a: { seconds: 10 } },
      settledAfter: () => 99,
      plan: { maxTime: 155 },
    })
    await measure(measurement)
    expect(pairs).toHaveLength(7)
    expect(events).toContainEqual({ kind: 'note', message: 'time is up with 1 of 1 benchmarks undecided' })
  })

  it('gives the fewest pairs to as many benchmarks as possible when time is short', async () => {
    const { measurement } = scripted({
      scripts: { heavy: { seconds: 20 }, light: { seconds: 2 }, medium: { seconds: 4 } },
      settledAfter: () => 99,
      plan: { maxTime: 100 },
    })
    const { base, head } = await measure(measurement)
    const counts = ['heavy', 'light', 'medium'].map((name) => trialsOf(head, name).length)
    expect(counts[1]).toBeGreaterThanOrEqual(5)
    expect(counts[2]).toBeGreaterThanOrEqual(5)
    expect(head.failures).toMatchObject(counts[0] === 0 ? [{ benchmark: 'heavy', code: 'out-of-time' }] : [])
    expect(base.failures).toHaveLength(head.failures.length)
  })

  it('never lets a benchmark that got no time go missing', async () => {
    const { measurement, trials } = scripted({
      scripts: { a: { calibrationSeconds: 10 }, b: {} },
      plan: { maxTime: 5 },
    })
    const { base, head } = await measure(measurement)
    expect(trials).toEqual([])
    for (const run of [base, head])
      expect(run.failures.map(({ benchmark, code }) => [benchmark, code])).toEqual([
        ['a', 'out-of-time'],
        ['b', 'out-of-time'],
      ])
  })

  it('says so when a benchmark has fewer pairs than decide', async () => {
    const { measurement } = scripted({ scripts: { a: { seconds: 10 } }, plan: { maxTime: 65 } })
    const { head } = await measure(measurement)
    expect(noticesOf(head)).toMatchObject([{ code: 'few-pairs', where: 'a' }])
    expect(noticesOf(head)[0]?.message).toContain('3 of at least 5')
  })
})

describe('failures', () => {
  it('of rows that only trials know, those that were asked for are kept', async () => {
    const { measurement, pairs } = scripted({
      scripts: { go: { rows: () => ['go', 'go/A', 'go/B'], reports: () => ({ 'go/C': 'boom' }) } },
      wanted: (benchmark) => benchmark === 'go/A',
      plan: { maxPairs: 6 },
    })
    const { head } = await measure(measurement)
    expect(head.series.map(({ benchmark }) => benchmark)).toEqual(['go/A'])
    expect(head.failures).toEqual([])
    expect(pairs).toHaveLength(6)
  })

  it('a row that a tool reports as failed fails alone, and is told once with the round of its first failure', async () => {
    const reports = (side: Side, trial: number): Record<string, string> =>
      side === 'head' && trial > 0 ? { 'go/B': `panic in trial ${trial}` } : {}
    const { measurement, events, pairs } = scripted({
      scripts: { go: { rows: () => ['go', 'go/A'], reports } },
    })
    const { head, base } = await measure(measurement)
    expect(head.failures).toEqual([
      { benchmark: 'go/B', code: 'failed', reason: 'panic in trial 1', round: 1 },
    ])
    expect(base.failures).toEqual([])
    expect(pairs).toHaveLength(6)
    expect(events.filter(({ kind }) => kind === 'failed')).toHaveLength(1)
  })

  it('makes a pair void when either side fails, and tells how often', async () => {
    const { measurement, pairs } = scripted({
      scripts: {
        a: { fails: (side, trial) => (side === 'head' && trial === 2 ? 'exited with code 1' : null) },
      },
      settledAfter: () => 5,
    })
    const { base, head } = await measure(measurement)
    expect(pairs.map((pair) => pair.round)).toEqual([0, 1, 3, 4, 5])
    expect(head.failures).toEqual([])
    expect(noticesOf(head)).toMatchObject([{ code: 'void-pairs', where: 'a' }])
    expect(noticesOf(head)[0]?.message).toMatch(/^1 of 6 pairs are void.*exited with code 1/)
    expect(base.notices).toEqual([])
    expect(trialsOf(head, 'a').map((trial) => trial.round)).toEqual([0, 1, 3, 4, 5])
  })

  it('gives a benchmark up that fails on its first trial, after asking the other side too', async () => {
    const { measurement, trials } = scripted({
      scripts: { bad: { fails: () => 'exited with code 3' }, good: {} },
      settledAfter: () => 5,
    })
    const { base, head } = await measure(measurement)
    expect(trials.filter((trial) => trial.startsWith('bad'))).toEqual(['bad head', 'bad base'])
    const failure = {
      benchmark: 'bad',
      code: 'exit-code',
      reason: 'exited with code 3',
      round: 0,
      output: 'what it printed',
    }
    expect(head.failures).toEqual([failure])
    expect(base.failures).toEqual([failure])
    expect(trialsOf(head, 'good')).toHaveLength(5)
  })

  it('gives a benchmark up after three failures in a row and keeps what it measured', async () => {
    const { measurement } = scripted({
      scripts: { a: { fails: (side, trial) => (side === 'head' && trial >= 4 ? 'killed' : null) } },
      settledAfter: () => 99,
    })
    const { head } = await measure(measurement)
    expect(head.failures).toMatchObject([{ benchmark: 'a', reason: 'killed', round: 6 }])
    expect(trialsOf(head, 'a')).toHaveLength(4)
  })

  it('lets the head go on alone when only the base fails', async () => {
    const { measurement, pairs } = scripted({
      scripts: { a: { fails: (side) => (side === 'base' ? 'no such file' : null) } },
    })
    const { base, head } = await measure(measurement)
    expect(base.failures).toMatchObject([{ benchmark: 'a', reason: 'no such file' }])
    expect(trialsOf(head, 'a')).toHaveLength(5)
    expect(pairs).toEqual([])
  })

  it.each(['base', 'head'] as const)('names %s when it cannot be calibrated', async (broken) => {
    const { measurement } = scripted({
      scripts: { a: { failsCalibration: (side) => (side === broken ? 'it threw' : null) }, b: {} },
    })
    const runs = await measure(measurement)
    expect(runs[broken].failures).toMatchObject([{ benchmark: 'a', code: 'threw' }])
    expect(runs[broken === 'base' ? 'head' : 'base'].failures).toEqual([])
    expect(trialsOf(runs.head, 'a')).toHaveLength(broken === 'base' ? 5 : 0)
    expect(trialsOf(runs.head, 'b').length).toBeGreaterThanOrEqual(5)
  })

  it('records a failed import under every name that the other side knows', async () => {
    const holds = { base: ['m/x', 'm/y'], head: [] }
    const failsDiscovery = (side: string) => (side === 'head' ? 'SyntaxError' : null)
    const { measurement, trials } = scripted({ scripts: { m: { holds, failsDiscovery } } })
    const { head } = await measure(measurement)
    expect(head.failures.map((failure) => failure.benchmark)).toEqual(['m/x', 'm/y'])
    expect(trials).toEqual([])
  })

  it('measures the head alone when the base cannot be prepared', async () => {
    const unprepared = [{ side: 'base', code: 'setup-failed', reason: 'npm ci exited with 1' }] as const
    const holds = { base: ['m/x'], head: ['m/x', 'm/y'] }
    const { measurement, trials } = scripted({ scripts: { m: { holds } }, unprepared })
    const { base, head } = await measure(measurement)
    expect(base.failures).toEqual([
      { benchmark: 'm/x', code: 'setup-failed', reason: 'npm ci exited with 1' },
      { benchmark: 'm/y', code: 'setup-failed', reason: 'npm ci exited with 1' },
    ])
    expect(new Set(trials)).toEqual(new Set(['m/x head', 'm/y head']))
    expect(trialsOf(head, 'm/y')).toHaveLength(5)
    expect(head.failures).toEqual([])
  })

  it('says on both sides when neither has the benchmark', async () => {
    const { measurement } = scripted({ scripts: { a: { holds: { base: [], head: [] } } } })
    const { base, head } = await measure(measurement)
    for (const run of [base, head])
      expect(run.failures).toEqual([{ benchmark: 'a', code: 'not-found', reason: 'there is no a' }])
  })

  it('saves after every lap, and before a failure is told', async () => {
    const { measurement, events } = scripted({
      scripts: { good: {}, bad: { fails: (_side, trial) => (trial === 0 ? 'gone' : null) } },
      settledAfter: () => 5,
    })
    await measure(measurement)
    const failedAt = kinds(events).indexOf('failed')
    const before = events[failedAt - 1]
    if (before?.kind !== 'saved') throw new Error('nothing was saved before the failure')
    expect(trialsOf(before.runs.head, 'good')).toHaveLength(1)
    expect(before.runs.head.failures).toHaveLength(1)
    expect(kinds(events).filter((kind) => kind === 'saved').length).toBeGreaterThanOrEqual(5 + 2)
    expect(kinds(events).slice(-2)).toEqual(['disposed', 'disposed'])
  })

  it('saves what it has when something unforeseen ends it', async () => {
    const { measurement, events } = scripted({ scripts: { a: {} } })
    const stop = {
      ...measurement.stop,
      settled: () => {
        throw new Error('a fault of ours')
      },
    }
    await expect(measure({ ...measurement, stop })).rejects.toThrow('a fault of ours')
    const saved = events.findLast((event) => event.kind === 'saved')
    expect(saved?.kind === 'saved' && trialsOf(saved.runs.head, 'a')).toHaveLength(5)
    expect(kinds(events).at(-1)).toBe('disposed')
  })
})

describe('names', () => {
  it('measures what only one side has on that side, as often as decides', async () => {
    const { measurement, trials, pairs } = scripted({
      scripts: { m: { holds: { base: ['m/both', 'm/old'], head: ['m/both', 'm/new'] } } },
      settledAfter: () => 5,
    })
    const { base, head } = await measure(measurement)
    expect(trialsOf(base, 'm/old')).toHaveLength(5)
    expect(trialsOf(head, 'm/new')).toHaveLength(5)
    expect(trials).not.toContain('m/new base')
    expect(pairs).toHaveLength(5)
    expect([...base.failures, ...head.failures, ...base.notices, ...noticesOf(head)]).toEqual([])
  })

  it('refuses two benchmarks of one name before anything is measured', async () => {
    const both = { base: ['a/b'], head: ['a/b'] }
    const { measurement, trials } = scripted({ scripts: { a: { holds: both }, 'a/b': {} } })
    const refused = measure(measurement)
    await expect(refused).rejects.toBeInstanceOf(ConfigError)
    await expect(refused).rejects.toThrow(
      'Two benchmarks are called "a/b": "b" of benchmarks."a" and benchmarks."a/b".',
    )
    expect(trials).toEqual([])
  })

  it('refuses a row whose name another entry has, after saving', async () => {
    const { measurement, events } = scripted({ scripts: { a: {}, b: { rows: () => ['a'] } } })
    await expect(measure(measurement)).rejects.toThrow(ConfigError)
    expect(kinds(events)).toContain('saved')
  })

  it('measures only what is wanted', async () => {
    const { measurement, trials } = scripted({ scripts: { a: {}, b: {} }, wanted: (name) => name === 'b' })
    await measure(measurement)
    expect(new Set(trials)).toEqual(new Set(['b base', 'b head']))
  })
})

describe('Runs', () => {
  it('are valid Run files with the identity of the measurement', async () => {
    const { measurement } = scripted({ scripts: { a: {}, sizes: { once: true } } })
    const { base, head } = await measure(measurement)
    for (const run of [base, head]) expect(v.parse(RunSchema, run)).toEqual(run)
    expect(base).toMatchObject({
      subject: { label: 'base', commit: 'b'.repeat(40) },
      measurement: 'job-1',
      seed: 1,
      createdAt: '1970-01-01T00:00:00.000Z',
      environment: { cpu: 'test', suiteHash: 'hash' },
    })
    expect(head.subject).toEqual({ label: 'head', ref: 'HEAD' })
    expect(head.notices).toEqual([{ code: 'submodules', message: 'what preparing had to say' }])
  })

  it('hold exact values that were read once', async () => {
    const { measurement, trials, pairs } = scripted({ scripts: { sizes: { once: true } } })
    const { base, head } = await measure(measurement)
    for (const run of [base, head]) expect(run.series[0]?.evidence).toEqual({ kind: 'exact', value: 7 })
    expect(trials).toEqual(['sizes base', 'sizes head'])
    expect(pairs).toEqual([])
  })
})

describe('progress', () => {
  it('tells benchmark, round, evidence and how much is open', async () => {
    const { measurement, events } = scripted({ scripts: { a: {}, b: {} }, settledAfter: () => 5 })
    await measure(measurement)
    expect(kinds(events).slice(0, 4)).toEqual(['note', 'note', 'calibrating', 'calibrating'])
    expect(events.filter((event) => event.kind === 'pair').at(-1)).toEqual({
      kind: 'pair',
      benchmark: 'b',
      round: 4,
      evidence: [{ metric: 'cpu', pairs: 5, state: 'undecided', progress: 0, ratio: null }],
      open: 0,
      of: 2,
      elapsed: 20,
      maxTime: 1000,
    })
  })
})
