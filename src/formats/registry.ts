// All formats. Adding one: a file, a line here, a folder of fixtures (`npm run new:format`).
import type { Format } from './format.ts'
import { bencherPerf, bmfJson } from './gates/bmf-json.ts'
import { csv } from './gates/csv.ts'
import { csvSeries } from './gates/csv-series.ts'
import { customJson } from './gates/custom-json.ts'
import { gabDataJs } from './gates/data-js.ts'
import { jenkinsBenchmark } from './gates/jenkins-benchmark.ts'
import { nyrkioJson } from './gates/nyrkio-json.ts'
import { tachometer } from './gates/tachometer.ts'
import { asvJson } from './harness/asv-json.ts'
import { asvText } from './harness/asv-text.ts'
import { benchmarkdotnet } from './harness/benchmarkdotnet.ts'
import { benchmarkjs } from './harness/benchmarkjs.ts'
import { cargoBench } from './harness/cargo-bench.ts'
import { cargoBenchJson } from './harness/cargo-bench-json.ts'
import { cargoCriterion } from './harness/cargo-criterion.ts'
import { catch2 } from './harness/catch2.ts'
import { catch2Xml } from './harness/catch2-xml.ts'
import { criterionCsv } from './harness/criterion-csv.ts'
import { criterionJson } from './harness/criterion-json.ts'
import { criterionText } from './harness/criterion-text.ts'
import { dartHarness } from './harness/dart-harness.ts'
import { denoBench, denoBenchText } from './harness/deno-bench.ts'
import { divan } from './harness/divan.ts'
import { goBench } from './harness/go-bench.ts'
import { goBenchJson } from './harness/go-bench-json.ts'
import { googleBenchmark } from './harness/google-benchmark.ts'
import { googleBenchmarkConsole } from './harness/google-benchmark-console.ts'
import { googleBenchmarkCsv } from './harness/google-benchmark-csv.ts'
import { gungraun } from './harness/gungraun.ts'
import { gungraunJson } from './harness/gungraun-json.ts'
import { hyperfine } from './harness/hyperfine.ts'
import { hyperfineCsv } from './harness/hyperfine-csv.ts'
import { hyperfineMarkdown } from './harness/hyperfine-markdown.ts'
import { iai } from './harness/iai.ts'
import { jmh } from './harness/jmh.ts'
import { jsConsoleTime } from './harness/js-console-time.ts'
import { julia } from './harness/julia.ts'
import { luau } from './harness/luau.ts'
import { mitata } from './harness/mitata.ts'
import { mitataText } from './harness/mitata-text.ts'
import { nanobench, nanobenchCsv, nanobenchText } from './harness/nanobench.ts'
import { phpbench } from './harness/phpbench.ts'
import { pyperf } from './harness/pyperf.ts'
import { pytestBenchmark } from './harness/pytest-benchmark.ts'
import { rubyBenchmark } from './harness/ruby-benchmark.ts'
import { rubyIps } from './harness/ruby-ips.ts'
import { rubyIpsJson } from './harness/ruby-ips-json.ts'
import { sightglass } from './harness/sightglass.ts'
import { tinybench } from './harness/tinybench.ts'
import { tinybenchTable } from './harness/tinybench-table.ts'
import { vitestBench } from './harness/vitest-bench.ts'
import { vitestBenchStdout } from './harness/vitest-bench-stdout.ts'
import { xctest } from './harness/xctest.ts'
import { ab, abCsv, abGnuplot } from './load/ab.ts'
import { artillery } from './load/artillery.ts'
import { artillerySketch } from './load/artillery-sketch.ts'
import { autocannon } from './load/autocannon.ts'
import { gatlingAssertions, gatlingStats } from './load/gatling.ts'
import { h2load } from './load/h2load.ts'
import { hey } from './load/hey.ts'
import { heyCsv } from './load/hey-csv.ts'
import { histostats } from './load/histostats.ts'
import { iago } from './load/iago.ts'
import { jmeterCsv } from './load/jmeter-csv.ts'
import { jmeterStatistics } from './load/jmeter-statistics.ts'
import { jmeterSummariser } from './load/jmeter-summariser.ts'
import { jmeterXml } from './load/jmeter-xml.ts'
import { junitXml } from './load/junit-xml.ts'
import { k6Csv } from './load/k6-csv.ts'
import { k6Handlesummary } from './load/k6-handlesummary.ts'
import { k6Json } from './load/k6-json.ts'
import { k6MachineReadable } from './load/k6-machine-readable.ts'
import { k6SummaryExport } from './load/k6-summary-export.ts'
import { locustCsv, locustJson } from './load/locust.ts'
import { oha, ohaText } from './load/oha.ts'
import { siege } from './load/siege.ts'
import { taurusXml } from './load/taurus-xml.ts'
import { vegetaJson, vegetaText } from './load/vegeta.ts'
import { vegetaResults } from './load/vegeta-results.ts'
import { wrk } from './load/wrk.ts'
import { esbuildMetafile } from './pages/esbuild-metafile.ts'
import { lighthouse } from './pages/lighthouse.ts'
import { rollupVisualizer } from './pages/rollup-visualizer.ts'
import { sizeLimit } from './pages/size-limit.ts'
import { webpackStats } from './pages/webpack-stats.ts'

/** In the order of the documentation. Detection does not depend on it: at most one format knows a text. */
export const formats: readonly Format[] = [
  // JavaScript
  tinybench,
  tinybenchTable,
  mitata,
  mitataText,
  vitestBench,
  vitestBenchStdout,
  benchmarkjs,
  denoBench,
  denoBenchText,
  jsConsoleTime,
  // Commands
  hyperfine,
  hyperfineCsv,
  hyperfineMarkdown,
  // Go
  goBench,
  goBenchJson,
  // Python
  pytestBenchmark,
  pyperf,
  asvJson,
  asvText,
  // Rust
  cargoBench,
  cargoBenchJson,
  criterionText,
  criterionJson,
  criterionCsv,
  cargoCriterion,
  divan,
  iai,
  gungraun,
  gungraunJson,
  // C++
  googleBenchmark,
  googleBenchmarkConsole,
  googleBenchmarkCsv,
  catch2,
  catch2Xml,
  nanobench,
  nanobenchCsv,
  nanobenchText,
  // JVM and .NET
  jmh,
  benchmarkdotnet,
  // Other languages
  julia,
  rubyBenchmark,
  rubyIps,
  rubyIpsJson,
  phpbench,
  dartHarness,
  luau,
  xctest,
  sightglass,
  // Load tests
  k6SummaryExport,
  k6Handlesummary,
  k6MachineReadable,
  k6Csv,
  k6Json,
  artillery,
  artillerySketch,
  autocannon,
  wrk,
  hey,
  heyCsv,
  oha,
  ohaText,
  vegetaJson,
  vegetaText,
  vegetaResults,
  ab,
  abCsv,
  abGnuplot,
  h2load,
  siege,
  locustCsv,
  locustJson,
  gatlingStats,
  gatlingAssertions,
  jmeterCsv,
  jmeterXml,
  jmeterStatistics,
  jmeterSummariser,
  taurusXml,
  iago,
  histostats,
  junitXml,
  // Pages and sizes
  lighthouse,
  sizeLimit,
  webpackStats,
  esbuildMetafile,
  rollupVisualizer,
  // Other gates, and anything else
  customJson,
  gabDataJs,
  bmfJson,
  bencherPerf,
  nyrkioJson,
  tachometer,
  jenkinsBenchmark,
  csvSeries,
  csv,
]
