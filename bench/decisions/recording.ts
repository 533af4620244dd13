// Reads recorded trials: JSON lines, one a process, plain or gzipped. A line that names no workload describes the
// recording (record.ts writes one).
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { median, quantile } from '../../src/stats/quantile.ts'

/** What one metric of one trial gives a rule to work with. Seconds, or bytes where the workload measures memory. */
export interface TrialValues {
  readonly iterations: readonly number[]
  readonly mean: number
  readonly median: number
  readonly lowerQuartile: number
}

export interface Trial {
  readonly wall: TrialValues
  readonly cpu: TrialValues
}

export interface Recording {
  readonly name: string
  readonly machine: string
  readonly rounds: number
  readonly workloads: readonly string[]
  /** Workloads of the power targets; chosen by whoever made the recording. */
  readonly stable: readonly string[]
  trial(workload: string, variant: string, round: number): Trial | undefined
}

// The recording of the original experiment has no line that describes it.
const original = {
  name: 'trials.jsonl',
  machine: { cpu: 'Xeon', cores: 2, memoryGiB: 24, platform: 'linux x64', node: 'v20.20' },
  warmUp: 4,
  stable: ['json', 'sort', 'regex', 'sha256', 'fmath', 'rss', 'pycpu', 'spawn'],
}
// Its workload `rss` keeps bytes where the others keep nanoseconds, and has no processor time of interest.
const memoryWorkload = 'rss'

interface Line {
  readonly round: number
  readonly workload: string
  readonly variant: string
  readonly wall_ns?: readonly number[]
  readonly wall_us?: readonly number[]
  readonly cpu_us: readonly number[]
}

export function readRecording(path: string): Recording {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const lines: (Line | typeof original)[] = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  const isTrial = (line: Line | typeof original): line is Line => 'workload' in line
  const about = lines.find((line): line is typeof original => !isTrial(line)) ?? original
  const trials = new Map<string, Trial>()
  const workloads = new Set<string>()
  let rounds = 0
  for (const line of lines.filter(isTrial)) {
    workloads.add(line.workload)
    rounds = Math.max(rounds, line.round + 1)
    trials.set(key(line.workload, line.variant, line.round), trialOf(line, about.warmUp))
  }
  const { cpu, cores, memoryGiB, platform, node } = about.machine
  return {
    name: about.name,
    machine: `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${platform}, Node ${node}`,
    rounds,
    workloads: [...workloads].sort(),
    stable: about.stable,
    trial: (workload, variant, round) => trials.get(key(workload, variant, round)),
  }
}

function key(workload: string, variant: string, round: number): string {
  return `${workload} ${variant} ${round}`
}

function trialOf(line: Line, warmUp: number): Trial {
  const after = (values: readonly number[], unit: number) => values.slice(warmUp).map((value) => value * unit)
  const wall = line.wall_us ? after(line.wall_us, 1e-6) : after(line.wall_ns ?? [], 1e-9)
  const values = valuesOf(wall)
  return { wall: values, cpu: line.workload === memoryWorkload ? values : valuesOf(after(line.cpu_us, 1e-6)) }
}

function valuesOf(iterations: readonly number[]): TrialValues {
  return {
    iterations,
    mean: iterations.reduce((total, value) => total + value, 0) / iterations.length,
    median: median(iterations),
    lowerQuartile: quantile(iterations, 0.25),
  }
}
