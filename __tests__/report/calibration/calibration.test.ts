// A calibration in words, and its snippet: YAML that the loader takes and that says what was recommended.
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { parseSuite } from '../../../src/config/load.ts'
import type { Calibration, MetricCalibration, StatisticNoise } from '../../../src/model/calibration.ts'
import type { Statistic } from '../../../src/model/statistic.ts'
import { describeCalibration } from '../../../src/report/calibration.ts'
import { calibrationSnippet } from '../../../src/report/calibration-snippet.ts'
import { expectGolden } from '../../fakes/golden.ts'

const yaml = `benchmarks:
  parse: { task: bench/parse.js }
  cold: { command: node cli.js --version }
  "on": { task: bench/on.js, trial-time: 1s }
`
const { benchmarks } = parseSuite(yaml, 'perf-gate.yml').suite

const row = (statistic: Statistic, noise: number): StatisticNoise => ({
  statistic,
  noise,
  deviation: noise * 1.1,
  toClear: { pairs: 6.2, share: 1 },
  toCatch: { pairs: 13.4, share: 0.93 },
})
const metric = (parts: Partial<MetricCalibration> = {}): MetricCalibration => ({
  benchmark: 'parse/large',
  entry: 'parse',
  metric: 'cpu',
  pairs: 20,
  samples: 40,
  terms: { gating: true, regression: 0.05, ignoreBelow: 0.01, onRegression: 'fail' },
  exact: false,
  inUse: 'median',
  recommended: 'median',
  statistics: [row('median', 0.012), row('mean', 0.034)],
  bias: { change: 0.001, interval: [-0.004, 0.006] },
  smallest: 0.021,
  notices: [],
  ...parts,
})
const calibration = (...metrics: MetricCalibration[]): Calibration => ({
  suite: 'perf-gate',
  seed: 8123,
  alpha: 0.01,
  maxPairs: 40,
  family: metrics.length,
  metrics,
})

/** The suite with the keys of the snippet put in, as a person would do it. */
function withSnippet(snippet: string | null) {
  const suite = parse(yaml) as Record<string, Record<string, object>>
  for (const [name, keys] of Object.entries((parse(snippet ?? '') as typeof suite).benchmarks ?? {}))
    suite.benchmarks = { ...suite.benchmarks, [name]: { ...suite.benchmarks?.[name], ...keys } }
  return parseSuite(stringify(suite), 'perf-gate.yml').suite.benchmarks
}

describe('the snippet', () => {
  test('nothing to change: none', () => {
    expect(calibrationSnippet(calibration(metric()), benchmarks)).toBeNull()
  })

  test('statistics and lengths, once per entry; names that YAML reads otherwise are quoted', () => {
    const snippet = calibrationSnippet(
      calibration(
        metric({ recommended: 'mean' }),
        metric({ benchmark: 'parse/small', recommended: 'mean' }),
        metric({ benchmark: 'cold', entry: 'cold', samples: 6, statistics: [row('median', 0.05)] }),
        metric({
          benchmark: 'on',
          entry: 'on',
          notices: [{ code: 'short-trials', message: 'Too short.' }],
        }),
      ),
      benchmarks,
    )
    expect(snippet).toBe(
      [
        'benchmarks:',
        '  parse:',
        '    statistic: { cpu: mean }',
        '    trial-time: 800ms',
        '  cold:',
        '    iterations: 18',
        '  "on":',
        '    trial-time: 2s',
      ].join('\n'),
    )
    expect(withSnippet(snippet)).toMatchObject([
      { name: 'parse', statistic: { cpu: 'mean' }, trialTime: 0.8 },
      { name: 'cold', iterations: 18 },
      { name: 'on', trialTime: 2 },
    ])
  })

  test('what is only shown is worth no more time, and no trial becomes endless', () => {
    const shown = metric({ statistics: [row('median', 0.5)], terms: { ...metric().terms, gating: false } })
    expect(calibrationSnippet(calibration(shown), benchmarks)).toBeNull()
    const wild = metric({ statistics: [row('median', 0.5)] })
    expect(calibrationSnippet(calibration(wild), benchmarks)).toContain('trial-time: 1.6s')
  })
})

test('in words', () => {
  const text = describeCalibration({
    calibration: calibration(
      metric({ recommended: 'mean' }),
      metric({ metric: 'memory', exact: true, statistics: [], bias: null, smallest: null }),
      metric({ benchmark: 'cold', entry: 'cold', statistics: [], pairs: 3, bias: null, smallest: null }),
    ),
    benchmarks,
    notices: [{ code: 'one-place', message: 'Both sides are the same folder.', fix: 'Commit first.' }],
    width: 100,
  })
  expectGolden(import.meta.url, 'calibration.txt', text)
})
