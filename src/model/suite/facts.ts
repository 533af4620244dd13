// What is known of a benchmark before anything is measured: budgets are checked against it, `plan` and `validate` show
// it.
import { resourceMetrics } from '../metric.ts'
import { type Benchmark, programMetrics } from './benchmark.ts'
import { describeLoad, hasRows, loadMetrics } from './load-facts.ts'

const leakMetrics = ['leak', 'leak.increase', 'leak.peak']

/** Metrics that imported tools usually report; which ones, and which others, only running the tool tells. */
const importedMetrics = ['wall', 'cpu', 'throughput', 'latency', 'error-rate', 'allocated', 'memory']

/** Whether another tool names its rows and their metrics: any may be there. */
export function reportsItsOwn(benchmark: Benchmark): boolean {
  return benchmark.kind === 'command' && benchmark.import !== undefined
}

/** Names of the metrics that `benchmark` records. */
export function metricsOf(benchmark: Benchmark): readonly string[] {
  if (reportsItsOwn(benchmark)) return importedMetrics
  switch (benchmark.kind) {
    case 'task':
    case 'command':
      return [
        ...(benchmark.metrics ?? programMetrics),
        ...(benchmark.monitor === undefined ? [] : Object.keys(resourceMetrics)),
        ...(benchmark.kind === 'task' && benchmark.leak !== undefined ? leakMetrics : []),
      ]
    case 'files':
      return benchmark.compress === 'none' ? ['bytes'] : ['bytes', 'bytes.raw']
    case 'load':
      return [...loadMetrics(benchmark), ...(benchmark.leak === undefined ? [] : leakMetrics)]
  }
}

/** Its metrics, for people. */
export function describeMetrics(benchmark: Benchmark): string {
  return reportsItsOwn(benchmark) ? 'whatever the tool reports' : metricsOf(benchmark).join(', ')
}

/** Whether its rows are called `name/…`: the functions of a module, the files of a bundle, what a tool reports. */
export function hasVariants(benchmark: Benchmark): boolean {
  if (benchmark.kind === 'load') return hasRows(benchmark.load)
  return (
    benchmark.kind === 'task' || reportsItsOwn(benchmark) || (benchmark.kind === 'files' && benchmark.each)
  )
}

/** Kind and what it runs or reads: `command node cli.js --version`. */
export function describeBenchmark(benchmark: Benchmark): string {
  switch (benchmark.kind) {
    case 'task':
      return `task ${benchmark.task}`
    case 'command':
      return `command ${benchmark.command}${benchmark.import === undefined ? '' : `, its results read as ${benchmark.import}`}`
    case 'files':
      return `files ${benchmark.files.join(' ')}${benchmark.compress === 'none' ? '' : ` (${benchmark.compress})`}`
    case 'load':
      return `load ${describeLoad(benchmark.load)}`
  }
}
