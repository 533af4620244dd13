// Finding and reading the suite: where it is looked for, what defaults mean, and that no text crashes it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  configNames,
  exampleSuite,
  findSuite,
  loadSuite,
  parseSuite,
  suiteForComparing,
} from '../../src/config/load.ts'
import { ConfigError } from '../../src/errors.ts'
import { defaultBudgets } from '../../src/model/suite/index.ts'
import { termsOf } from '../../src/model/terms.ts'
import { fakeFiles } from '../fakes/files.ts'

const suite = 'benchmarks: { a: { command: x } }\n'

describe('where the suite is', () => {
  it.each(configNames)('finds %s', async (name) => {
    const loaded = await loadSuite({ files: fakeFiles({ [name]: suite }) })
    expect(loaded.path).toBe(name)
    expect(loaded.suite.benchmarks).toMatchObject([{ kind: 'command', name: 'a', command: 'x' }])
  })

  it('takes the first, and any name that is given', async () => {
    const files = fakeFiles({
      'perf-gate.yml': suite,
      '.github/perf-gate.yml': '',
      'other.yml': `name: o\n${suite}`,
    })
    expect((await loadSuite({ files })).path).toBe('perf-gate.yml')
    expect((await loadSuite({ files, path: 'other.yml' })).suite.name).toBe('o')
  })

  it('without one, says where it looked and how one begins', async () => {
    const failed: unknown = await loadSuite({ files: fakeFiles() }).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(ConfigError)
    expect(failed).toMatchObject({
      exitCode: 2,
      message: 'there is no suite here: looked for perf-gate.yml, .github/perf-gate.yml, perf-gate.yaml',
      fix: `Write perf-gate.yml, for example:\n${exampleSuite}`,
    })
    await expect(loadSuite({ files: fakeFiles(), path: 'nope.yml' })).rejects.toThrow(
      'nope.yml: there is no such file',
    )
    expect(await findSuite({ files: fakeFiles(), purpose: 'compare' })).toBeNull()
  })
})

describe('what four lines mean', () => {
  const { suite: minimal, notices } = parseSuite(exampleSuite, 'perf-gate.yml')

  it('every default', () => {
    expect(exampleSuite.trimEnd().split('\n')).toHaveLength(4)
    expect(notices).toEqual([])
    expect(minimal).toEqual({
      name: 'perf-gate',
      setup: ['npm ci'],
      allowHosts: [],
      benchmarks: [
        {
          kind: 'task',
          name: 'parse',
          task: 'bench/parse.js',
          trialTime: 0.4,
          warmUp: 0.2,
          trials: 'ping-pong',
          timeout: 60,
          env: {},
          statistic: {},
        },
      ],
      budgets: defaultBudgets,
      gate: {
        alpha: 0.01,
        maxTime: 480,
        maxPairs: 40,
        onInconclusive: 'warn',
        confirm: 2,
        budgetsFrom: 'base',
      },
      baseline: {
        from: 'artifact',
        path: '.perf-gate-baselines',
        branch: 'perf-gate-baselines',
        keep: [],
      },
    })
  })

  it('CPU time gates at 5 %, wall time is shown', () => {
    const terms = (metric: string) => termsOf(minimal.budgets, { benchmark: 'parse/large', metric })
    expect(terms('cpu')).toMatchObject({ gating: true, regression: 0.05, ignoreBelow: 0.01 })
    expect(terms('wall')).toMatchObject({ gating: false })
  })

  it('without any suite, every metric gates at 5 %', () => {
    const terms = termsOf(suiteForComparing().budgets, { benchmark: 'any/thing', metric: 'ns/op' })
    expect(terms).toEqual({ gating: true, regression: 0.05, ignoreBelow: 0.01, onRegression: 'fail' })
  })
})

it('reads every key into base units', () => {
  const { suite: full } = parseSuite(
    `benchmarks:
  a: { command: x, env: { N: 5, T: true, S: "1.10" }, timeout: 1m30s, metrics: [wall], exit-code: 3 }
  b: { files: " dist/*.js ", compress: brotli, each: true }
budgets:
  - { benchmark: a, metric: wall, limit: 150ms, regression: 1%, floor: 2ms, on-regression: warn }
gate: { alpha: 0.05, on-inconclusive: fail }
baseline: { from: none }`,
    'perf-gate.yml',
  )
  expect(full.benchmarks).toMatchObject([
    { env: { N: '5', T: 'true', S: '1.10' }, timeout: 90, metrics: ['wall'], exitCode: 3 },
    { kind: 'files', files: ['dist/*.js'], compress: 'brotli', each: true },
  ])
  expect(full.gate).toMatchObject({ alpha: 0.05, maxPairs: 30 })
  // A regression of 1 % does not ignore everything below 1 %.
  expect(termsOf(full.budgets, { benchmark: 'a', metric: 'wall' })).toEqual({
    gating: true,
    regression: 0.01,
    ignoreBelow: 0.002,
    limit: { value: 0.15, unit: 's' },
    floor: { value: 0.002, unit: 's' },
    onRegression: 'warn',
  })
})

it('aliases repeat what was written', () => {
  const { suite: repeated } = parseSuite(
    'benchmarks: { a: { command: x, env: &env { A: "1" } }, b: { command: y, env: *env } }',
    'perf-gate.yml',
  )
  expect(repeated.benchmarks).toMatchObject([{ env: { A: '1' } }, { env: { A: '1' } }])
})

it.each([
  [
    'metrics that no default budget is for',
    'benchmarks: { a: { command: x, metrics: [wall] } }',
    'nothing of a',
  ],
  ['no budgets on purpose', 'benchmarks: { a: { command: x } }\nbudgets: []', 'nothing of a'],
])('warns of a gate that cannot fail: %s', (_, yaml, message) => {
  expect(parseSuite(yaml, 'perf-gate.yml').notices).toMatchObject([
    { code: 'no-budget', message: expect.stringContaining(message) },
  ])
})

it('says nothing of benchmarks that are left out of the budgets on purpose, nor of budgets for single rows', () => {
  const left =
    'benchmarks: { a: { command: x }, b: { task: y } }\nbudgets: [{ benchmark: b/z, metric: wall }]'
  expect(parseSuite(left, 'perf-gate.yml').notices).toEqual([])
})

it('knows on which line the benchmark of a row is', () => {
  const { locate } = parseSuite('benchmarks:\n  a:\n    task: x\n  b:\n    command: y\n', 'p.yml')
  expect(locate({ benchmark: 'a/large' })).toEqual({ file: 'p.yml', line: 2 })
  expect(locate({ benchmark: 'b' })).toEqual({ file: 'p.yml', line: 4 })
  expect(locate({ benchmark: 'c' })).toBeUndefined()
})

describe('no text crashes it', () => {
  const loads = (text: string): boolean => {
    try {
      parseSuite(text, 'perf-gate.yml')
      return true
    } catch (error) {
      // Every fault is a sentence about a place in this file.
      return (
        error instanceof ConfigError &&
        error.message.split('\n').every((line) => line.startsWith('perf-gate.yml'))
      )
    }
  }
  const words = fc.constantFrom(
    ...[
      'benchmarks',
      'budgets',
      'gate',
      'task',
      'command',
      'files',
      'metric',
      'limit',
      'env',
      'cpu',
      '5%',
      '150ms',
    ],
    ...[
      ':',
      ': ',
      '- ',
      '\n',
      '\n  ',
      '\n    ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '*',
      '&a',
      '*a',
      '"',
      "'",
      '!x',
      '#',
      '|',
      '>',
    ],
    ...[
      'null',
      '.nan',
      '-1',
      '1e400',
      '0x10',
      '~',
      '?',
      '---',
      '\t',
      '__proto__',
      'constructor',
      '<<',
      '\ud800',
    ],
  )

  it('nor any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), loads), {
      seed: 4,
      numRuns: 500,
    })
  })

  it('nor pieces of suites in any order', () => {
    const text = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(''))
    fc.assert(fc.property(text, loads), { seed: 5, numRuns: 2000 })
  })

  it('nor any data in the place of any key', () => {
    const value = fc.jsonValue({ maxDepth: 3 })
    const data = fc.record(
      {
        name: value,
        setup: value,
        benchmarks: fc.oneof(
          value,
          fc.dictionary(
            fc.string(),
            fc.record({ task: value, env: value, metrics: value }, { requiredKeys: [] }),
          ),
        ),
        budgets: fc.oneof(
          value,
          fc.array(
            fc.record(
              { metric: value, benchmark: value, limit: value, regression: value },
              { requiredKeys: [] },
            ),
          ),
        ),
        gate: fc.oneof(value, fc.record({ alpha: value, 'max-time': value }, { requiredKeys: [] })),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(data, (written) => loads(JSON.stringify(written))),
      { seed: 6, numRuns: 200 },
    )
  })

  it.each([
    ['nesting', '['.repeat(50_000)],
    ['mappings in mappings', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    [
      'aliases of aliases',
      `a0: &a0 [x]\n${Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`).join('\n')}`,
    ],
    ['a long key', `${'a'.repeat(100_000)}: 1`],
  ])('nor %s', (_, text) => expect(loads(text)).toBe(true))
})
