// Where importers go wrong, one by one: polarity, aggregates, failures that look like gains, direction per row.
import { describe, expect, it } from 'vitest'
import { type Imported, importText } from '../../src/formats/index.ts'
import { readFixtures } from './fixtures.ts'

const fixtures = readFixtures()
const read = (text: string, format = 'auto'): Imported => importText({ text, file: 'f', format }).imported
const fixture = (format: string, name: string): Imported => {
  const found = fixtures.find((one) => one.format === format && one.name === name)
  if (found === undefined) throw new Error(`no fixture ${format}/${name}`)
  return read(found.text)
}
const failed = ({ failures }: Imported) =>
  failures.map((one) => [one.benchmark, one.metric ?? '', one.code].join(' | '))
const series = ({ series: all }: Imported, metric: string) => all.filter((one) => one.metric === metric)
const codes = ({ notices }: Imported) => notices.map((one) => one.code)

describe("k6's thresholds", () => {
  const metrics = (thresholds: unknown) => ({
    http_reqs: { count: 10, rate: 1 },
    http_req_duration: { avg: 1, med: 1, thresholds },
  })
  const crossed = ['k6 | latency | threshold-crossed']

  it('--summary-export: true means crossed', () => {
    const file = (failed: boolean) =>
      JSON.stringify({ root_group: {}, metrics: metrics({ 'p(95)<50': failed }) })
    expect(failed(read(file(true)))).toEqual(crossed)
    expect(failed(read(file(false)))).toEqual([])
  })
  it('handleSummary: ok: true means kept', () => {
    const { http_reqs: requests, http_req_duration: duration } = metrics(undefined)
    const file = (ok: boolean) =>
      JSON.stringify({
        metrics: {
          http_reqs: { type: 'counter', contains: 'default', values: requests },
          http_req_duration: {
            type: 'trend',
            contains: 'time',
            values: duration,
            thresholds: { 'p(95)<50': { ok } },
          },
        },
      })
    expect(failed(read(file(false)))).toEqual(crossed)
    expect(failed(read(file(true)))).toEqual([])
  })
  it('http_req_failed: passes are the failed requests', () => {
    const file = {
      root_group: {},
      metrics: {
        ...metrics({}),
        http_req_failed: { passes: 1, fails: 999, value: 0.001 },
        http_reqs: { count: 1000, rate: 1 },
      },
    }
    expect(series(read(JSON.stringify(file)), 'errors')[0]?.evidence).toEqual({ kind: 'exact', value: 1 })
  })
})

describe('what failed is quick, and is never a gain', () => {
  it.each([
    ['wrk', 'errors'],
    ['hey', 'errors'],
    ['ab', 'errors'],
    ['ab', 'dropped-connections'],
    ['h2load', 'errors'],
    ['siege', 'errors'],
    ['autocannon', 'errors'],
    ['autocannon', 'lost-connections'],
    ['vegeta-json', 'errors'],
    ['vegeta-results', 'json-errors'],
    ['hey-csv', 'errors'],
    ['oha-text', 'errors'],
  ])('%s/%s has no latency and no throughput, but failures', (format, name) => {
    const imported = fixture(format, name)
    expect(series(imported, 'latency')).toEqual([])
    expect(series(imported, 'throughput')).toEqual([])
    expect(imported.failures.map((one) => one.metric)).toEqual(['latency', 'throughput'])
    expect(series(imported, 'error-rate')).toHaveLength(1)
  })

  it.each([
    ['wrk', 'refused'],
    ['hey', 'refused'],
    ['ab', 'refused'],
    ['h2load', 'refused'],
    ['autocannon', 'refused'],
    ['vegeta-json', 'refused'],
    ['vegeta-text', 'refused'],
    ['oha', 'no-answers'],
    ['locust-csv', 'refused'],
  ])('%s/%s: nobody answered', (format, name) => {
    const imported = fixture(format, name)
    expect(imported.failures.map((one) => one.code)).toEqual(['no-answers'])
    expect(imported.series.filter((one) => one.unit === 's' || one.unit === '/s')).toEqual([])
  })

  it('a few errors in many are told, not failed', () => {
    const text = (bad: number) =>
      `Requests      [total, rate, throughput] 1000, 100.00, 99\nDuration      [total, attack, wait]     10s, 10s, 1ms\nLatencies     [min, mean, 50, 95, 99, max]  1ms, 2ms, 2ms, 3ms, 4ms, 5ms\nSuccess       [ratio]                   ${100 - bad}%\n`
    expect(codes(read(text(1)))).toEqual(['some-errors'])
    expect(series(read(text(1)), 'latency')).toHaveLength(1)
    expect(failed(read(text(2)))).toHaveLength(2)
  })

  it('Artillery: every virtual user completed, and every answer was 404', () => {
    const file = {
      aggregate: {
        counters: { 'vusers.failed': 0, 'vusers.completed': 9, 'http.requests': 9, 'http.codes.404': 9 },
        summaries: { 'http.response_time': { mean: 1, median: 1, max: 2 } },
      },
    }
    expect(failed(read(JSON.stringify(file)))).toEqual(['artillery |  | no-answers'])
  })

  it('hyperfine -i: runs that ended with an exit code are not used', () => {
    const imported = fixture('hyperfine', 'failures')
    expect(failed(imported)).toEqual(['half fails |  | exit-code', 'test $(( $$ % 2 )) = 0 |  | exit-code'])
    expect(imported.series.some((one) => one.benchmark === 'half fails')).toBe(false)
  })
})

describe('failures are in the result', () => {
  it.each([
    ['vitest-bench', 'v4', 'a.bench.mjs/errs/throws'],
    ['vitest-bench-stdout', 'v1', 'a.bench.mjs/errs/throws'],
    ['vitest-bench-stdout', 'v4', 'a.bench.mjs/errs/throws'],
    ['tinybench', 'v6-plain', 'throws'],
    ['tinybench-table', 'v4', 'throws'],
    ['mitata', 'v1', 'throws'],
    ['mitata-text', 'v1', 'throws'],
    ['benchmarkjs', 'suite', 'throws'],
    ['deno-bench', 'groups', 'a_bench.ts/throws'],
    ['deno-bench-text', 'groups', 'a_bench.ts/throws'],
    ['go-bench', 'failures', 'example.com/demo.BenchmarkFails'],
    ['go-bench', 'broken', 'example.com/demo/panics.BenchmarkPanics'],
    ['go-bench', 'panics', 'example.com/demo/panics.BenchmarkPanics'],
    ['go-bench', 'edges', 'example.com/demo/sub'],
    ['go-bench-json', 'failures', 'example.com/demo.BenchmarkFails'],
    ['go-bench-json', 'killed', 'example.com/demo/killed.BenchmarkKilled'],
    ['ruby-benchmark', 'raises', 'bad'],
    ['ruby-benchmark', 'raises-on-stderr', 'bad one'],
    ['ruby-ips', 'raises', 'raises'],
    ['js-console-time', 'logged', 'never begun'],
    ['cargo-bench', 'failures', 'tests::bench_panics'],
    ['criterion-text', 'panics', 'panics'],
    ['google-benchmark', 'repetitions', 'BM_Err'],
    ['google-benchmark-csv', 'repetitions', 'BM_Err'],
    ['google-benchmark-console', 'repetitions', 'BM_Err'],
    ['catch2', 'failing', 'fails/throws'],
    ['catch2-xml', 'failing', 'fails/throws'],
    ['benchmarkdotnet', 'full-and-failed', 'Demo.Benchmarks.Broken'],
    ['asv-json', 'v2', 'demo.time_fails'],
    ['asv-text', 'quick', 'demo.time_fails'],
    ['phpbench', 'parameters-and-errors', 'Demo\\SortBench::benchSort/n=1000'],
    ['luau', 'failing', 'chess'],
    ['junit-xml', 'outcomes', 'tests.A/breaks'],
    ['xctest', 'measure', 'DemoTests.SortTests/testBreaks'],
    ['webpack-stats', 'broken', 'webpack'],
    ['size-limit', 'over', 'all | src'],
  ])('%s/%s: %s', (format, name, benchmark) => {
    const imported = fixture(format, name)
    expect(imported.failures.map((one) => one.benchmark)).toContain(benchmark)
    expect(series(imported, 'wall').map((one) => one.benchmark)).not.toContain(benchmark)
  })

  it.each([
    ['Template(RunTime): 0.0 us.\n', 'zero-time'],
    ['BenchmarkX-8  100  0 ns/op\n', 'zero-time'],
    ['fib x NaN ops/sec ±NaN% (0 runs sampled)\n', 'not-a-number'],
    ['fib x 0 ops/sec ±0% (3 runs sampled)\n', 'zero-rate'],
    ['fib x Infinity ops/sec ±0% (3 runs sampled)\n', 'not-a-number'],
  ])('%j', (text, code) => {
    const imported = read(text)
    expect(imported.series).toEqual([])
    expect(imported.failures.map((one) => one.code)).toEqual([code])
  })
})

describe('aggregates are not benchmarks', () => {
  it.each(['google-benchmark', 'google-benchmark-csv', 'google-benchmark-console'])('%s', (format) => {
    const names = fixture(format, 'repetitions').series.map((one) => one.benchmark)
    expect(names.filter((name) => /_(?:mean|median|stddev|cv|BigO|RMS)$/.test(name))).toEqual([])
    expect(names).toContain('BM_Str/8/repeats=3')
  })
  it('but where there is nothing else they are the summary', () => {
    const [wall] = series(fixture('google-benchmark', 'aggregates-only'), 'wall')
    expect(wall?.evidence).toMatchObject({ kind: 'summary', n: 3 })
  })
  it.each([
    ['locust-csv', 'errors', /Aggregated/],
    ['jmeter-statistics', 'total-and-two', /Total/],
    ['gatling-stats', 'groups', /All Requests|^cart ünï$/],
    ['taurus-xml', 'two-labels', /^taurus$/],
    ['ruby-benchmark', 'bm-and-bmbm', /^>|total/],
    ['luau', 'failing', /Total/],
  ])('%s/%s', (format, name, aggregate) => {
    expect(fixture(format, name).series.filter((one) => aggregate.test(one.benchmark))).toEqual([])
  })
})

describe('repetitions are samples, never a second series', () => {
  it('go -count: one process, one trial; two processes, two trials', () => {
    const trials = (name: string) => {
      const [wall] = series(fixture('go-bench', name), 'wall')
      return wall?.evidence.kind === 'trials' ? wall.evidence.trials.map((trial) => trial.samples.length) : []
    }
    expect(trials('failures')).toEqual([3])
    expect(trials('two-processes')).toEqual([1, 1])
  })
  it('hyperfine runs, pyperf runs, JMH forks, phpbench iterations: a trial each', () => {
    const sizes = [
      'hyperfine/parameters',
      'pyperf/two-benchmarks',
      'jmh/modes-params-forks',
      'phpbench/parameters-and-errors',
    ].map((path) => {
      const [format = '', name = ''] = path.split('/')
      const [first] = fixture(format, name).series
      return first?.evidence.kind === 'trials'
        ? first.evidence.trials.map((trial) => trial.samples.length)
        : []
    })
    expect(sizes).toEqual([
      [1, 1, 1, 1, 1, 1],
      [3, 3, 3],
      [2, 2],
      [1, 1],
    ])
  })
  it('the same name in two packages or two targets is two benchmarks', () => {
    expect(series(fixture('go-bench', 'failures'), 'wall').map((one) => one.benchmark)).toEqual(
      expect.arrayContaining(['example.com/demo.BenchmarkSprintf', 'example.com/demo/sub.BenchmarkSprintf']),
    )
    expect(series(fixture('cargo-bench', 'failures'), 'wall').map((one) => one.benchmark)).toEqual(
      expect.arrayContaining(['src/lib.rs/tests::same', 'benches/other.rs/tests::same']),
    )
  })
})

describe('parameters stand behind the name in one way', () => {
  it.each([
    ['go-bench', 'edges', 'example.com/demo.BenchmarkNames/dash-8/gomaxprocs=2'],
    ['pytest-benchmark', 'parameters', 'test_edges.py::test_sort/n=10/kind=a/b'],
    ['pytest-benchmark', 'parameters', 'test_edges.py::test_unserializable/id=an object'],
    ['asv-text', 'parameters', 'demo.Suite.time_sort/n=10/kind=a'],
    ['asv-json', 'samples', 'demo.Suite.time_sort/param1=10/param2=a'],
    ['google-benchmark', 'counters', 'BM_Args/n=64/k=-2'],
    ['google-benchmark-console', 'tabular', 'BM_Threads/threads=2'],
    ['nanobench', 'sizes', 'sizes/fill/complexityN=1000'],
    ['nanobench-text', 'batch-and-sizes', 'sizes/fill/complexityN=1000'],
    ['jmh', 'all-modes', 'demo.SortBench.sort/mode=a b/size=10'],
    ['gungraun', 'colours', 'demo::group::sort/id=short'],
    ['hyperfine', 'parameters', 'sleep 0.001/n=1'],
  ])('%s/%s: %s', (format, name, benchmark) => {
    expect(fixture(format, name).series.map((one) => one.benchmark)).toContain(benchmark)
  })
})

describe('direction and unit are of the row', () => {
  it('JMH', () => {
    const row = (mode: string, unit: string) =>
      read(
        JSON.stringify([
          { benchmark: 'b', mode, primaryMetric: { score: 2, scoreUnit: unit, rawData: [[2]] } },
        ]),
      ).series[0]
    expect(row('thrpt', 'ops/s')).toMatchObject({ metric: 'throughput', unit: '/s', better: 'higher' })
    expect(row('thrpt', 'ops/us')).toMatchObject({
      better: 'higher',
      evidence: { trials: [{ samples: [2e6] }] },
    })
    expect(row('avgt', 'ns/op')).toMatchObject({ metric: 'wall', unit: 's', better: 'lower' })
    // A row that says one thing in its mode and another in its unit is what its unit says.
    expect(row('thrpt', 's/op')).toMatchObject({
      metric: 'wall',
      unit: 's',
      better: 'lower',
      evidence: { trials: [{ samples: [2] }] },
    })
  })
  it('Go: MB/s and custom rates up, the others down; Unit lines decide', () => {
    const { series: all } = read(
      'Unit points better=higher\nBenchmarkX-8 10 5 ns/op 2 MB/s 3 mgas/s 4 points 1 misses/op\n',
    )
    expect(all.map((one) => [one.metric, one.unit, one.better])).toEqual([
      ['wall', 's', 'lower'],
      ['throughput', 'B/s', 'higher'],
      ['mgas/s', '/s', 'higher'],
      ['points', 'points', 'higher'],
      ['misses/op', 'misses/op', 'lower'],
    ])
  })
  it('Google Benchmark: a time unit per row', () => {
    const rows = [
      ['a', 1, 'ns'],
      ['b', 1, 'ms'],
      ['c', 1, 's'],
    ].map(([name, real_time, time_unit]) => ({ name, real_time, cpu_time: 1, time_unit, iterations: 1 }))
    const walls = series(read(JSON.stringify({ context: { num_cpus: 1 }, benchmarks: rows })), 'wall')
    expect(walls.map((one) => one.evidence)).toMatchObject(
      [1e-9, 1e-3, 1].map((value) => ({ trials: [{ samples: [value] }] })),
    )
  })
})

describe('latencies that are wrong say so', () => {
  it.each([
    ['autocannon', 'rate-mode', 'corrected-latency'],
    ['wrk', 'slow', 'corrected-latency'],
    ['autocannon', 'slow', 'closed-model'],
    ['hey', 'slow', 'closed-model'],
    ['ab', 'slow', 'closed-model'],
    ['h2load', 'slow', 'closed-model'],
    ['siege', 'slow', 'closed-model'],
    ['locust-json', 'errors', 'closed-model'],
    ['artillery', 'good', 'below-resolution'],
    ['ab-csv', 'slow', 'errors-unknown'],
  ])('%s/%s: %s', (format, name, code) => expect(codes(fixture(format, name))).toContain(code))

  it('wrk2 keeps to a rate and is not told off', () => {
    const text =
      'Running 1m test @ http://h:1\n  1 threads and 64 connections\n  Thread calibration: mean lat.: 1.464ms, rate sampling interval: 10ms\n  Thread Stats   Avg      Stdev     Max   +/- Stdev\n    Latency     1.44ms  706.00us  12.92ms   68.59%\n    Req/Sec     2.11k   212.65     3.44k    72.73%\n  Latency Distribution (HdrHistogram - Recorded Latency)\n 50.000%    1.37ms\n 99.900%    5.72ms\n\n  Detailed Percentile spectrum:\n       Value   Percentile   TotalCount 1/(1-Percentile)\n\n       0.067     0.000000            1         1.00\n----------------------------------------------------------\n  119967 requests in 1.00m, 7.67MB read\nRequests/sec:   1999.46\nTransfer/sec:    130.82KB\n'
    const imported = read(text)
    expect(imported.notices).toEqual([])
    expect(series(imported, 'latency')[0]?.evidence).toMatchObject({
      mean: expect.closeTo(0.00144, 12),
      median: expect.closeTo(0.00137, 12),
      n: 119967,
      quantiles: { 'p99.9': expect.closeTo(0.00572, 9) },
    })
  })
})
