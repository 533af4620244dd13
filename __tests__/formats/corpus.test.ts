// The files of ../shared/samples, where that folder is: what each is known as, how many series it gives, how many
// benchmarks in it failed. Real outputs of real tools, with the traps that real outputs have.
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { formats, importText } from '../../src/formats/index.ts'
import { sourceOf } from '../../src/formats/reading/source.ts'
import { readText } from './fixtures.ts'

/** Beside the repository; in a worktree of it one folder further up. */
const folder = ['../../../shared/samples/', '../../../../shared/samples/']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path))

type Row = readonly [file: string, format: string, series: number, failures: number]

const table: readonly Row[] = [
  ['ab-csv__generated-here__ab.csv', 'ab-csv', 1, 0],
  ['ab__generated-here__ab-err.txt', 'ab', 3, 2],
  ['artillery-sketch__generated-here__sketch.jsonl', 'artillery-sketch', 13, 0],
  ['artillery__IvanFerroli-Brain-Agriculture__artillery-report.json', 'artillery', 39, 7],
  ['artillery__generated-here__report.json', 'artillery', 14, 0],
  ['asv-json__airspeed-velocity-asv__22b920c6-py2.7-Cython-numpy1.8.json', 'asv-json', 21, 2],
  ['asv-json__airspeed-velocity-asv__fcf8c079-py2.7-Cython-numpy1.8.json', 'asv-json', 19, 5],
  ['asv-text__bencherdev-bencher__six.txt', 'asv-text', 8, 2],
  ['autocannon__generated-here__ac-errors.json', 'autocannon', 3, 2],
  ['autocannon__generated-here__ac-ok.json', 'autocannon', 6, 0],
  ['autocannon__mcollina-autocannon__example-result.json', 'autocannon', 6, 0],
  ['benchmarkdotnet__bencherdev-bencher__memory.json', 'benchmarkdotnet', 4, 0],
  ['benchmarkdotnet__bencherdev-bencher__two.json', 'benchmarkdotnet', 2, 0],
  ['benchmarkjs__bencherdev-bencher__four.txt', 'benchmarkjs', 4, 0],
  ['benchmarkjs__benchmark-action-github-action-benchmark__benchmarkjs_output.txt', 'benchmarkjs', 3, 0],
  ['benchmarkjs__generated-here__benchmarkjs.txt', 'benchmarkjs', 2, 1],
  ['bmf-json__bencherdev-bencher__report_bmf_mixed.json', 'bmf-json', 3, 0],
  ['bmf-json__bencherdev-bencher__report_latency.json', 'bmf-json', 3, 0],
  ['cargo-bench__bencherdev-bencher__failed.txt', 'cargo-bench', 2, 2],
  ['cargo-bench__bencherdev-bencher__issue_390.txt', 'cargo-bench', 4, 9],
  ['cargo-bench__bencherdev-bencher__multi_target.txt', 'cargo-bench', 2, 0],
  ['cargo-bench__benchmark-action-github-action-benchmark__cargo_output.txt', 'cargo-bench', 2, 0],
  ['cargo-bench__benchmark-action-github-action-benchmark__cargo_output3.txt', 'cargo-bench', 2, 0],
  ['cargo-bench__benchmark-action-github-action-benchmark__criterion_output.txt', 'cargo-bench', 4, 0],
  ['catch2-xml__generated-here__catch2.xml', 'catch2-xml', 3, 1],
  ['catch2__bencherdev-bencher__four.txt', 'catch2', 4, 0],
  ['catch2__benchmark-action-github-action-benchmark__catch2_output_v2.txt', 'catch2', 4, 0],
  ['catch2__generated-here__catch2.txt', 'catch2', 3, 1],
  ['criterion-csv__bheisler-criterion.rs__Fibonacci-Iterative-new-raw.csv', 'criterion-csv', 1, 0],
  ['criterion-json__bheisler-criterion.rs__Fibonacci-Iterative-base-sample.json', 'criterion-json', 1, 0],
  ['criterion-json__bheisler-criterion.rs__Fibonacci-Iterative-new-sample.json', 'criterion-json', 1, 0],
  ['criterion-text__bencherdev-bencher__dogfood.txt', 'criterion-text', 4, 0],
  ['criterion-text__bencherdev-bencher__many.txt', 'criterion-text', 5, 0],
  ['csv-series__apache-otava__histostat.csv', 'histostats', 121, 3],
  ['csv-series__apache-otava__sample.csv', 'csv-series', 2, 0],
  [
    'custom-json__benchmark-action-github-action-benchmark__customBiggerIsBetter_output.json',
    'custom-json',
    2,
    0,
  ],
  [
    'custom-json__benchmark-action-github-action-benchmark__customSmallerIsBetter_output2.json',
    'custom-json',
    4,
    0,
  ],
  ['dart-harness__bencherdev-bencher__one.txt', 'dart-harness', 1, 0],
  ['gab-data-js__benchmark-action-github-action-benchmark__original_data.js', 'gab-data-js', 1, 0],
  ['gatling-stats__dethu-gatling-report-example__global_stats.json', 'gatling-stats', 5, 0],
  ['gatling-stats__famartinrh-apicurio-perf-results__stats.json', 'gatling-stats', 45, 0],
  ['go-bench-json__generated-here__go-bench-test-json.ndjson', 'go-bench-json', 7, 0],
  ['go-bench__bencherdev-bencher__five.txt', 'go-bench', 5, 0],
  [
    'go-bench__benchmark-action-github-action-benchmark__go_fiber_duplicate_names_output.txt',
    'go-bench',
    16,
    0,
  ],
  ['go-bench__benchmark-action-github-action-benchmark__go_output.txt', 'go-bench', 10, 0],
  ['go-bench__benchmark-action-github-action-benchmark__issue16_output.txt', 'catch2', 1, 1],
  ['go-bench__generated-here__go-bench-mixed.txt', 'go-bench', 26, 1],
  ['go-bench__golang-perf__crc-old.txt', 'go-bench', 72, 0],
  ['go-bench__golang-perf__issue19634.txt', 'go-bench', 2, 0],
  ['go-bench__golang-perf__old.txt', 'go-bench', 2, 0],
  ['go-bench__golang-perf__suffixarray.bench', 'go-bench', 168, 0],
  ['go-bench__golang-perf__zero.txt', 'go-bench', 20, 0],
  ['google-benchmark-console__generated-here__gbench-console.txt', 'google-benchmark-console', 16, 1],
  ['google-benchmark-csv__generated-here__gbench.csv', 'google-benchmark-csv', 16, 1],
  ['google-benchmark__bencherdev-bencher__two.txt', 'google-benchmark', 4, 0],
  ['google-benchmark__generated-here__gbench-aggregates.json', 'google-benchmark', 16, 1],
  ['google-benchmark__google-benchmark__test1_run1.json', 'google-benchmark', 28, 0],
  ['google-benchmark__google-benchmark__test2_run.json', 'google-benchmark', 20, 0],
  ['google-benchmark__google-benchmark__test3_run1.json', 'google-benchmark', 8, 0],
  ['gungraun__bencherdev-bencher__ansi-escapes.txt', 'gungraun', 12, 0],
  ['gungraun__bencherdev-bencher__delta_with_inf.txt', 'gungraun', 12, 0],
  ['gungraun__bencherdev-bencher__json_multiple_benchmarks.txt', 'gungraun-json', 7, 0],
  ['gungraun__bencherdev-bencher__name_on_multiple_lines_mixed.txt', 'gungraun', 18, 0],
  ['gungraun__bencherdev-bencher__with-summary-and-regressions.txt', 'gungraun', 12, 0],
  ['h2load__generated-here__h2load-2.txt', 'h2load', 6, 0],
  ['h2load__generated-here__h2load.txt', 'h2load', 6, 0],
  ['hey-csv__generated-here__hey-2.csv', 'hey-csv', 5, 0],
  ['hey-csv__generated-here__hey.csv', 'hey-csv', 5, 0],
  ['hey__generated-here__hey-err.txt', 'hey', 3, 2],
  ['hey__generated-here__hey-refused.txt', 'hey', 3, 1],
  ['hyperfine-csv__generated-here__hf-param.csv', 'hyperfine-csv', 6, 0],
  ['hyperfine-markdown__generated-here__hf-param.md', 'hyperfine-markdown', 3, 0],
  ['hyperfine__bencherdev-bencher__one.json', 'hyperfine', 2, 0],
  ['hyperfine__generated-here__hf-fail.json', 'hyperfine', 2, 1],
  ['hyperfine__generated-here__hf-param.json', 'hyperfine', 6, 0],
  ['hyperfine__zeroows-1brc__hyperfine.json', 'hyperfine', 4, 0],
  ['iago__jenkinsci-performance-plugin__IagoResults.log', 'iago', 7, 1],
  ['iai__bencherdev-bencher__change.txt', 'iai', 10, 0],
  ['jenkins-benchmark-json__jenkinsci-benchmark-plugin__default.json', 'jenkins-benchmark', 2, 2],
  ['jmeter-csv__jenkinsci-performance-plugin__JMeterCsvResults.csv', 'jmeter-csv', 9, 0],
  ['jmeter-csv__jenkinsci-performance-plugin__filewithtransactions.csv', 'jmeter-csv', 45, 0],
  ['jmeter-statistics__187525-Jmeter_Prometheus_Grafana__statistics.json', 'jmeter-statistics', 30, 0],
  ['jmeter-summariser__jenkinsci-performance-plugin__summary.log', 'jmeter-summariser', 3, 2],
  ['jmeter-xml__jenkinsci-performance-plugin__JMeterResults.jtl', 'jmeter-xml', 10, 0],
  ['jmeter-xml__jenkinsci-performance-plugin__whitespace-followed-by-xml.jtl', 'jmeter-xml', 10, 0],
  ['jmh__bencherdev-bencher__latency.json', 'jmh', 1, 0],
  ['jmh__bencherdev-bencher__throughput.json', 'jmh', 1, 0],
  ['jmh__benchmark-action-github-action-benchmark__jmh_output_2.json', 'jmh', 1, 0],
  ['jmh__optimatika-ojAlgo-linear-algebra-benchmark__jmh-result.json', 'jmh', 28, 0],
  ['jmh__transcribed__nan-score-error.json', 'jmh', 1, 0],
  ['js-console-time__bencherdev-bencher__four.txt', 'js-console-time', 4, 0],
  ['julia__benchmark-action-github-action-benchmark__julia_output.json', 'julia', 6, 0],
  ['junit-xml__jenkinsci-performance-plugin__TEST-JUnitResults-success-failure-error.xml', 'junit-xml', 1, 2],
  ['k6-csv__generated-here__unix-micro.csv.gz', 'k6-csv', 33, 1],
  ['k6-handlesummary__benc-uk-k6-reporter__grpc.json', 'k6-handlesummary', 10, 1],
  ['k6-handlesummary__grafana-k6-example-circleci-orb__summary.json', 'k6-handlesummary', 16, 0],
  ['k6-machine-readable__synthesized__v1.0.0.json', 'k6-machine-readable', 8, 0],
  ['k6-summary-export__Sweet-Poision-rate-limiter__heavy-summary.json', 'k6-summary-export', 14, 4],
  ['k6-summary-export__generated-here__k6-1.3.0.json', 'k6-summary-export', 20, 1],
  ['lighthouse__GoogleChrome-lighthouse-ci__lh-7-0-0-coursehero-perf-a.json', 'lighthouse', 37, 0],
  ['locust-csv__jenkinsci-performance-plugin__test_results_stats.csv', 'locust-csv', 18, 2],
  ['locust-csv__oreo135-Social_network__locust_10_users_stats.csv', 'locust-csv', 645, 0],
  ['luau__benchmark-action-github-action-benchmark__benchmarkluau_output.txt', 'luau', 3, 0],
  ['mitata__generated-here__mitata-gc.json', 'mitata', 8, 1],
  ['nyrkio-json__nyrkio-change-detection__benchmark1', 'nyrkio-json', 3, 0],
  ['oha__transcribed__no-responses.json', 'oha', 3, 1],
  [
    'pytest-benchmark__benchmark-action-github-action-benchmark__pytest_output.json',
    'pytest-benchmark',
    2,
    0,
  ],
  [
    'pytest-benchmark__ionelmc-pytest-benchmark__0001_b87b9aae14ff14a7887a6bbaa9731b9a8760555d_20150814_190343_uncommitted-changes.json',
    'pytest-benchmark',
    1,
    0,
  ],
  ['ruby-benchmark__bencherdev-bencher__five.txt', 'ruby-benchmark', 6, 0],
  ['ruby-benchmark__generated-here__ruby-bench.txt', 'ruby-benchmark', 10, 0],
  ['ruby-ips__transcribed__new-with-time.txt', 'ruby-ips', 4, 0],
  ['ruby-ips__transcribed__wrapped-names.txt', 'ruby-ips', 2, 0],
  ['siege__generated-here__siege.json', 'siege', 3, 2],
  ['sightglass__bytecodealliance-sightglass__sightglass-output.json', 'sightglass', 0, 2],
  ['tachometer__andrewiggins-tachometer-reporter-action__bad-measure-mode.json', 'tachometer', 2, 0],
  ['tachometer__andrewiggins-tachometer-reporter-action__test-results.json', 'tachometer', 6, 0],
  ['taurus-xml__jenkinsci-performance-plugin__TaurusXmlWithDuration.xml', 'taurus-xml', 13, 1],
  ['tinybench__generated-here__tinybench-results.json', 'tinybench', 2, 1],
  ['vegeta-json__transcribed__errors.json', 'vegeta-json', 3, 2],
  ['vegeta-json__tsenart-vegeta__README-report.json', 'vegeta-json', 6, 0],
  ['vegeta-text__tsenart-vegeta__README-report.txt', 'vegeta-text', 3, 2],
  ['vitest-bench-stdout__generated-here__vitest3.out', 'vitest-bench-stdout', 3, 2],
  ['vitest-bench__bencherdev-bencher__four.json', 'vitest-bench', 4, 0],
  ['vitest-bench__generated-here__vitest1.json', 'vitest-bench', 4, 1],
  ['wrk__cgcgbcbc-flask-k8s-example__wrk.txt', 'wrk', 48, 16],
  ['wrk__generated-here__wrk-non2xx.txt', 'wrk', 3, 2],
  ['wrk__generated-here__wrk-refused.txt', 'wrk', 0, 1],
  ['wrk__jenkinsci-performance-plugin__WrkResultsQuick.wrk', 'wrk', 6, 0],
  ['wrk__jenkinsci-performance-plugin__WrkResultsWithLatencyFlag.wrk', 'wrk', 6, 0],
]

/** Files of a known format that hold no benchmark: never a silent empty Run. */
const refused: readonly (readonly [file: string, why: RegExp])[] = [
  ['benchmarkdotnet__derived__empty.json', /holds no benchmarks/],
  ['criterion-json__bheisler-criterion.rs__Fibonacci-Iterative-base-benchmark.json', /holds no times/],
  ['criterion-json__bheisler-criterion.rs__Fibonacci-Iterative-new-benchmark.json', /holds no times/],
  ['gatling-stats__famartinrh-apicurio-perf-results__assertions.json', /holds no benchmarks/],
]

describe.skipIf(folder === undefined)('the corpus', () => {
  const read = (file: string) => readText(`${folder}${file}`)

  it('is in the table, all of it', () => {
    const files = readdirSync(folder ?? '.').filter((file) => file !== 'INDEX.md')
    expect(files.sort()).toEqual([...table, ...refused].map(([file]) => file).sort())
  })

  it.each(table)('%s is %s', (file, format, series, failures) => {
    const found = importText({ text: read(file), file: 'any-name', format: 'auto' })
    expect([found.format.name, found.imported.series.length, found.imported.failures.length]).toEqual([
      format,
      series,
      failures,
    ])
  })

  it.each(refused)('%s is refused', (file, why) => {
    expect(() => importText({ text: read(file), file, format: 'auto' })).toThrow(why)
  })

  it.each([...table, ...refused].map(([file]) => file))('%s is known by one format only', (file) => {
    const source = sourceOf('any-name', read(file))
    expect(formats.filter((format) => format.detect(source))).toHaveLength(1)
  })

  it('its index is no result', () => {
    expect(() => importText({ text: read('INDEX.md'), file: 'INDEX.md', format: 'auto' })).toThrow(
      /no format/,
    )
  })
})
