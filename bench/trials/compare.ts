// Which way to run a pair is quieter: one process after the other (plain), or both alive and taking turns (ping-pong)?
// Both sides are the same code, so every difference is noise. Both ways are interleaved, in random order per round.
//
//   node bench/trials/compare.ts [--rounds 20] [--seed 1] [--only json,sort] [--trial-time 400ms] [--warm-up 200ms]
//
// Prints a Markdown table per way to make a difference of two trials, and one JSON object with all differences as its last line.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { nodeClock } from '../../src/adapters/node/clock.ts'
import { nodeCompression } from '../../src/adapters/node/compression.ts'
import { nodeFiles } from '../../src/adapters/node/files.ts'
import { nodeProcesses } from '../../src/adapters/node/processes.ts'
import type { Calibrated, Place } from '../../src/measure/driver.ts'
import { openTask } from '../../src/measure/drivers/task.ts'
import { runPair } from '../../src/measure/pair.ts'
import type { Observation } from '../../src/model/observation.ts'
import { TaskSchema } from '../../src/model/suite/benchmark.ts'
import { createRandom } from '../../src/stats/random.ts'
import {
  type Differences,
  designs,
  type Estimate,
  estimateNames,
  estimates,
  type Measured,
  table,
} from './table.ts'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    'trial-time': { type: 'string', default: '400ms' },
    'warm-up': { type: 'string', default: '200ms' },
  },
})
const directory = fileURLToPath(new URL('.', import.meta.url))
const places: readonly Place[] = [
  { side: 'base', directory },
  { side: 'head', directory },
]
const tools = {
  clock: nodeClock,
  compression: nodeCompression,
  files: nodeFiles(directory),
  processes: nodeProcesses({ env: process.env }),
}
const random = createRandom(Number(options.seed))

function driverOf(trials: (typeof designs)[number]) {
  const written = {
    task: 'workloads.js',
    trials,
    'trial-time': options['trial-time'],
    'warm-up': options['warm-up'],
  }
  return openTask({ name: 'w', ...v.parse(TaskSchema, written) }, tools)
}

function samplesOf(observations: readonly Observation[], metric: string): readonly number[] {
  const value = observations.find((observation) => observation.metric === metric)?.value
  if (value?.kind !== 'samples') throw new Error(`no ${metric}`)
  return value.samples
}

async function difference(calibrated: Calibrated, round: number): Promise<Differences> {
  const order = random.coin() ? places : [...places].reverse()
  const started = nodeClock.elapsed()
  const trials = await runPair(calibrated, order, round, nodeClock, true)
  const seconds = nodeClock.elapsed() - started
  const of = (side: string) => {
    const result = trials.find((trial) => trial.side === side)?.result
    if (result === undefined || result instanceof Error) throw result ?? new Error('a side did not run')
    return result
  }
  const made = estimateNames.map((name) => {
    const { metric, difference: between } = estimates[name]
    return [name, between(samplesOf(of('base'), metric), samplesOf(of('head'), metric))]
  })
  return { ...(Object.fromEntries(made) as Record<Estimate, number>), seconds }
}

const plain = driverOf('plain')
const pingPong = driverOf('ping-pong')
const wanted = options.only?.split(',')
const names = (await plain.discover(places[0] as Place)).filter(
  (name) => wanted?.includes(name.slice(2)) ?? true,
)
const measured: Measured[] = []
for (const name of names) {
  // Calibrated together: both ways do exactly the same work.
  const calibrated = await pingPong.calibrate(name, places)
  const { pair: _, ...oneByOne } = calibrated
  const ways = { plain: oneByOne, 'ping-pong': calibrated }
  measured.push({ name: name.slice(2), ways, differences: { plain: [], 'ping-pong': [] } })
  process.stderr.write(`${name}: ${JSON.stringify(calibrated.settings)}\n`)
}
for (let round = 0; round < Number(options.rounds); round += 1) {
  for (const { ways, differences } of random.shuffle(measured))
    for (const design of random.shuffle(designs))
      differences[design].push(await difference(ways[design], round))
  process.stderr.write(`round ${round + 1} of ${options.rounds}\n`)
}
for (const name of estimateNames) console.log(`${table(measured, name)}\n`)
console.log(JSON.stringify(Object.fromEntries(measured.map(({ name, differences }) => [name, differences]))))
