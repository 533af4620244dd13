// The way in: names and words of other gates, errors, streams, several files, histories.
import { decodeFromCompressedBase64 } from 'hdr-histogram-js'
import { describe, expect, it } from 'vitest'
import {
  aliases,
  formats,
  formatsMet,
  historyFormats,
  importChunks,
  importFiles,
  importHistory,
  importText,
  mergeImported,
} from '../../src/formats/index.ts'
import { readFixtures } from './fixtures.ts'

const fixtures = readFixtures()
const fixture = (format: string, name: string) =>
  fixtures.find((one) => one.format === format && one.name === name)?.text ?? ''

describe('formats', () => {
  it('have a name of their own, and say where they come from', () => {
    expect(new Set(formats.map((format) => format.name)).size).toBe(formats.length)
    for (const format of formats) {
      expect(format.name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      expect(format.documentation).toMatch(/^https:\/\//)
      expect(format.title.length * format.produce.length).toBeGreaterThan(0)
    }
  })

  it('answer to the words of other gates', () => {
    for (const { word, means } of aliases) {
      expect(
        means === 'auto' || formats.some((format) => format.name === means || format.tool === means),
      ).toBe(true)
      expect(() => importText({ text: 'x', file: 'f', format: word })).not.toThrow(/unknown format/)
    }
  })

  it('a tool stands for all of its formats', () => {
    expect(
      importText({ text: fixture('go-bench-json', 'failures'), file: 'f', format: 'go' }).format.name,
    ).toBe('go-bench-json')
    expect(importText({ text: fixture('k6-csv', 'scenarios'), file: 'f', format: 'k6' }).format.name).toBe(
      'k6-csv',
    )
  })

  it('customBiggerIsBetter says what the file cannot', () => {
    const text = '[{"name": "widgets", "unit": "widgets", "value": 3}]'
    const better = (format: string) => importText({ text, file: 'f', format }).imported.series[0]?.better
    expect([better('customBiggerIsBetter'), better('customSmallerIsBetter')]).toEqual(['higher', 'lower'])
    expect(importText({ text, file: 'f', format: 'customBiggerIsBetter' }).imported.notices).toEqual([])
    expect(importText({ text, file: 'f', format: 'auto', better: 'higher' }).imported.series[0]?.better).toBe(
      'higher',
    )
  })
})

describe('errors say what, where and what to do', () => {
  const failure = (text: string, format = 'auto') => {
    try {
      importText({ text, file: 'bench.json', format })
    } catch (error) {
      return error
    }
    return undefined
  }

  it.each([
    ['', 'auto', /^bench\.json: it is empty/, /perf-gate formats/],
    ['', 'jmh', /^bench\.json: it is empty/, /-rf json/],
    ['hello', 'auto', /of no format that perf-gate reads; line 1 is "hello"/, /perf-gate formats/],
    ['hello', 'k6', /no output of k6/, /k6 run/],
    [
      '{"results": [\n{"command": "x"',
      'hyperfine',
      /hyperfine, JSON: line 2: it is not whole JSON/,
      /--export-json/,
    ],
    ['{"a": 1,\n"b": }', 'auto', /Line 2: it is not whole JSON/, /perf-gate formats/],
    [
      '{"results": [{"command": 7}]}',
      'hyperfine',
      /results\.0\.command: expected string, found 7/,
      /--export-json/,
    ],
    [
      '<testResults><httpSample t="1"></testResults>',
      'jmeter-xml',
      /line 1: it is not whole XML/,
      /jmeter -n/,
    ],
    [
      'metric_name,timestamp,metric_value,check\nhttp_reqs,1,x,',
      'auto',
      /line 2: metric_value is "x"/,
      /--out csv/,
    ],
    ['{"Benchmarks": [], "HostEnvironmentInfo": {}}', 'auto', /it holds no benchmarks/, /dotnet run/],
    ['x', 'hyperfin', /unknown format "hyperfin"; did you mean hyperfine or/, /One of: auto, tinybench/],
  ] as const)('%j as %s', (text, format, message, fix) => {
    expect(failure(text, format)).toMatchObject({ name: 'ReadError', exitCode: 3 })
    expect(failure(text, format)).toHaveProperty('message', expect.stringMatching(message))
    expect(failure(text, format)).toHaveProperty('fix', expect.stringMatching(fix))
  })
})

describe('streams', () => {
  async function* cut(text: string, size: number): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
  }

  it.each(fixtures)('$format/$name reads the same in pieces', async ({ text, format }) => {
    const whole = attempt(() => importText({ text, file: 'f', format: 'auto' }))
    const pieces = await importChunks({ chunks: cut(text, 777), file: 'f', format: 'auto' }).catch(String)
    expect(pieces).toEqual(whole)
    if (typeof pieces !== 'string') expect(pieces.format.name).toBe(format)
  })

  it('a long k6 CSV becomes one histogram per scenario and metric, with every point in it', async () => {
    const points = 200_000
    async function* long(): AsyncGenerator<string> {
      yield 'metric_name,timestamp,metric_value,scenario,error\n'
      for (let n = 0; n < points; n += 1) {
        const time = 1_700_000_000_000_000 + n * 1000
        yield `http_reqs,${time},1,main,\nhttp_req_failed,${time},0,main,\nhttp_req_duration,${time},${1 + (n % 100)},main,\n`
      }
    }
    const { imported, format } = await importChunks({ chunks: long(), file: 'f', format: 'auto' })
    expect(format.name).toBe('k6-csv')
    const latency = imported.series.find((series) => series.metric === 'latency')
    if (latency?.evidence.kind !== 'histogram') throw new Error('expected a histogram')
    const histogram = decodeFromCompressedBase64(latency.evidence.rounds[0]?.histogram ?? '')
    expect(histogram.totalCount).toBe(points)
    // Uniform on 1 to 100 ms: the median is 50 ms, within the histogram's three digits.
    expect(histogram.getValueAtPercentile(50) / 50_000).toBeCloseTo(1, 2)
    expect(imported.series.find((series) => series.metric === 'throughput')?.evidence).toMatchObject({
      trials: [{ samples: [expect.closeTo(1000.005, 2)] }],
    })
  })

  it('names the formats when a file is too long for any other', async () => {
    async function* endless(): AsyncGenerator<string> {
      const chunk = 'x'.repeat(2 ** 24)
      for (;;) yield chunk
    }
    await expect(importChunks({ chunks: endless(), file: 'f', format: 'auto' })).rejects.toMatchObject({
      name: 'ReadError',
      fix: expect.stringContaining('k6-csv'),
    })
  })
})

describe('several files', () => {
  const result = (times: readonly number[]) =>
    JSON.stringify({
      results: [{ command: 'c', mean: 1, user: 0.1, system: 0.1, times, exit_codes: times.map(() => 0) }],
    })

  async function* whole(text: string): AsyncGenerator<string> {
    yield text
  }

  it('of one benchmark are further trials', async () => {
    const files = [
      { file: 'a', chunks: whole(result([1, 2])) },
      { file: 'b', chunks: whole(result([3])) },
    ]
    const { imported } = await importFiles(files, 'auto')
    const wall = imported.series.find((series) => series.metric === 'wall')
    expect(wall?.evidence).toEqual({
      kind: 'trials',
      trials: [1, 2, 3].map((time, round) => ({ round, samples: [time] })),
    })
  })

  it('histograms of repeated load tests are rounds of one series', () => {
    const text = fixture('k6-csv', 'scenarios')
    const one = importText({ text, file: 'f', format: 'auto' }).imported
    const later = { ...one, span: { from: (one.span?.to ?? 0) + 60, to: (one.span?.to ?? 0) + 120 } }
    const both = mergeImported([one, later])
    const rounds = both.series.flatMap((series) =>
      series.evidence.kind === 'histogram' ? [series.evidence.rounds.length] : [],
    )
    expect(new Set(rounds)).toEqual(new Set([2]))
    expect(both.series).toHaveLength(one.series.length)
    expect(both.failures).toEqual(one.failures)
  })

  it("Criterion's names come from the file beside the times", async () => {
    const folder = 'target/criterion/odd_folder/new'
    const name =
      '{"group_id":"g","function_id":"f","value_str":"10","throughput":null,"full_id":"g/f/10","directory_name":"odd_folder","title":"g"}'
    const texts = {
      'benchmark.json': name,
      'sample.json': fixture('criterion-json', 'sample'),
      'estimates.json': fixture('criterion-json', 'estimates'),
      'tukey.json': '[1,2,3,4]',
    }
    const files = Object.entries(texts).map(([file, text]) => ({
      file: `${folder}/${file}`,
      chunks: whole(text),
    }))
    const found = await importFiles(files, 'auto')
    expect(formatsMet(found).map((format) => format.name)).toEqual(['criterion-json'])
    expect(found.imported.series.map((series) => [series.benchmark, series.metric])).toEqual([
      ['g/f/10', 'wall'],
    ])
    const alone = { file: `${folder}/sample.json`, chunks: whole(texts['sample.json']) }
    expect((await importFiles([alone], 'auto')).imported.series[0]?.benchmark).toBe('odd_folder')
  })

  it('without a result are refused', async () => {
    await expect(importFiles([], 'auto')).rejects.toThrow(/no file holds a result/)
  })
})

describe('histories', () => {
  it('become one Run per commit, oldest first', () => {
    const { format, runs } = importHistory({ text: fixture('gab-data-js', 'tools'), file: 'data.js' })
    expect(format.name).toBe('gab-data-js')
    expect(runs.map((run) => [run.subject.commit, run.createdAt])).toEqual([
      ['aaa1111', '2026-01-01T10:00:00.000Z'],
      ['bbb2222', '2026-01-02T10:00:00.000Z'],
    ])
    // Since 1.18 the first figure of a Go row is written twice; it is read once.
    expect(runs[0]?.series.map((series) => [series.benchmark, series.metric, series.evidence])).toEqual([
      [
        'example.com/a.BenchmarkFib',
        'wall',
        { kind: 'trials', trials: [{ round: 0, samples: [expect.closeTo(325e-9, 15)] }] },
      ],
      ['example.com/a.BenchmarkFib', 'allocated', { kind: 'trials', trials: [{ round: 0, samples: [16] }] }],
    ])
    expect(runs[1]?.series.map((series) => [series.benchmark, series.metric, series.better])).toEqual([
      ['example.com/a.BenchmarkFib', 'wall', 'lower'],
      ['bench_fib', 'wall', 'lower'],
      ['bench.py::test_fib', 'wall', 'lower'],
      ['com.example.Sort.run/size=10', 'wall', 'lower'],
      // Another suite of the same commit had a benchmark of this name.
      ['Mine/bench_fib', 'value', 'higher'],
    ])
  })

  it.each(historyFormats.map(({ format }) => format.name))('%s has one', (name) => {
    const own = fixtures.find((one) => one.format === name)
    const { runs } = importHistory({ text: own?.text ?? '', file: 'f' })
    expect(runs.length).toBeGreaterThan(1)
    expect(runs.map((run) => run.createdAt)).toEqual(runs.map((run) => run.createdAt).sort())
  })

  it('other files are refused', () => {
    expect(() => importHistory({ text: '[]', file: 'f' })).toThrow(/no history/)
  })
})

function attempt<Value>(work: () => Value): Value | string {
  try {
    return work()
  } catch (error) {
    return String(error)
  }
}
