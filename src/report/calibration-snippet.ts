// The keys of perf-gate.yml that a calibration asks for, as YAML to be put in.
import type { Calibration, MetricCalibration } from '../model/calibration.ts'
import type { Benchmark } from '../model/suite/index.ts'
import { writeDuration } from '../model/suite/quantity.ts'

/** Noise above which longer trials are proposed, and how much longer they may become at once. */
const noisy = 0.03
const mostTimesLonger = 4
const tooShort: ReadonlySet<string> = new Set(['short-trials', 'coarse-clock', 'short-samples'])

/** Lines under `benchmarks:`, without an end of line at the end; `null` when nothing should change. */
export function calibrationSnippet(
  { metrics }: Calibration,
  benchmarks: readonly Benchmark[],
): string | null {
  const entries = benchmarks.flatMap((benchmark) => {
    const rows = metrics.filter(({ entry, exact }) => entry === benchmark.name && !exact)
    const lines = [...statisticLines(rows), ...lengthLines(rows, benchmark)]
    return lines.length === 0 ? [] : [`  ${key(benchmark.name)}:`, ...lines.map((line) => `    ${line}`)]
  })
  return entries.length === 0 ? null : ['benchmarks:', ...entries].join('\n')
}

function statisticLines(rows: readonly MetricCalibration[]): string[] {
  const changed = new Map(
    rows
      .filter(({ inUse, recommended }) => inUse !== recommended)
      .map(({ metric, recommended }) => [metric, recommended]),
  )
  if (changed.size === 0) return []
  return [`statistic: { ${[...changed].map(([metric, statistic]) => `${metric}: ${statistic}`).join(', ')} }`]
}

/** Only for what can fail the gate: a noisy metric that is merely shown is worth no time. */
function lengthLines(rows: readonly MetricCalibration[], benchmark: Benchmark): string[] {
  const longer = Math.max(1, ...rows.filter(({ terms }) => terms.gating).map(timesLonger))
  if (longer === 1) return []
  if (benchmark.kind === 'task')
    return [`trial-time: ${writeDuration(Number((benchmark.trialTime * longer).toPrecision(3)))}`]
  if (benchmark.kind !== 'command') return []
  const runs = Math.max(1, ...rows.map(({ samples }) => samples))
  return [`iterations: ${Math.ceil(runs * longer)}`]
}

/** Noise of independent samples falls with the root of their number, so this much longer would bring it to 3 %. */
function timesLonger({ statistics, recommended, notices }: MetricCalibration): number {
  const noise = statistics.find(({ statistic }) => statistic === recommended)?.noise ?? 0
  const forNoise = noise <= noisy ? 1 : Math.ceil((noise / noisy) ** 2)
  const forLength = notices.some(({ code }) => tooShort.has(code)) ? 2 : 1
  return Math.min(mostTimesLonger, Math.max(forNoise, forLength))
}

/** Words that YAML reads as something else, and names with other characters, stand in quotes. */
function key(name: string): string {
  const plain = /^[A-Za-z_][\w/.-]*$/.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name)
  return plain ? name : JSON.stringify(name)
}
