// `node bench/decisions/main.ts [--data FILE] [--suites 600] [--seed 8123] [--regression 0.05]`: what our decision rule
// and those of other tools say about recorded trials. Prints one table; the last line is one JSON object.
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { peers } from './peers.ts'
import { readRecording } from './recording.ts'
import { alpha, maxPairs, type Replayed, replayAll, views } from './replay.ts'
import type { Score } from './score.ts'
import { fixed, percent, tableOf } from './table.ts'

const besideTheRepository = fileURLToPath(new URL('../../../shared/data/trials.jsonl', import.meta.url))
const ourOwn = fileURLToPath(new URL('data/own.jsonl.gz', import.meta.url))

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: existsSync(besideTheRepository) ? besideTheRepository : ourOwn },
    suites: { type: 'string', default: '600' },
    seed: { type: 'string', default: '8123' },
    regression: { type: 'string' },
  },
})
const suites = Number(values.suites)
if (!Number.isInteger(suites) || suites < 1)
  throw new Error(`--suites: expected a whole number above 0, found "${values.suites}"`)

const regression = values.regression === undefined ? undefined : Number(values.regression)
if (regression !== undefined && !(regression > 0 && regression < 10))
  throw new Error(`--regression: expected a fraction such as 0.03, found "${values.regression}"`)

const recording = readRecording(values.data)
let shown = 0
const replayed = replayAll(recording, {
  suites,
  seed: Number(values.seed),
  regression,
  progress: (share) => {
    if (!process.stderr.isTTY || share < shown) return
    process.stderr.write(`\r${Math.round(share * 100)} %`)
    shown += 0.01
  },
})
if (process.stderr.isTTY) process.stderr.write('\r     \r')

const { cpu } = replayed.own
for (const { name, rule, source } of peers) console.log(`${name}: ${rule}. Source: ${source}.`)
console.log(`
Data: ${basename(values.data)}, ${recording.rounds} rounds of ${recording.workloads.length} workloads on ${recording.machine}.
Stable workloads: ${recording.stable.join(', ')}; the others: ${recording.workloads.filter((name) => !recording.stable.includes(name)).join(', ')}.
${cpu.suites} pull requests of ${recording.workloads.length} metrics without a change, every sixth also with each metric slowed alone; windows of ${Math.min(maxPairs, recording.rounds)} rounds, seed ${values.seed}.${regression === undefined ? '' : ` Our budget: regression ${percent(regression, 1)} %.`}
Alarms are "slower", in per cent of unchanged metrics and of unchanged pull requests (any of their metrics).
Power: per cent of metrics found slower, on the stable workloads (on all). Pairs: mean, unchanged metrics, stable (all).
`)
console.log(
  tableOf([
    { name: `perf-gate, cpu, alpha ${alpha} a suite`, score: cpu },
    { name: `perf-gate, wall, alpha ${alpha} a suite`, score: replayed.own.wall },
  ]),
)
for (const view of views) {
  console.log(`\n${view.name}`)
  const scores = replayed.peers[view.key] ?? {}
  console.log(tableOf(peers.flatMap(({ name, key }) => (scores[key] ? [{ name, score: scores[key] }] : []))))
}
console.log(`
perf-gate, cpu: ${percent(cpu.cleared, 1)} % of all unchanged metrics are cleared; of stable metrics 5 % slower ${percent(cpu.clearedAt5, 1)} % are said not to have changed.
Reported intervals that exclude the truth, "unchanged": ${percent(cpu.miscoverage, 1)} %. Had no measuring stopped before ${maxPairs} pairs: ${percent(cpu.everMissed.tooHigh, 1)} % too high, ${percent(cpu.everMissed.tooLow, 1)} % too low; 5 % are allowed at each end.
`)
for (const { line, met } of targets(replayed)) console.log(`${met ? 'met   ' : 'MISSED'}  ${line}`)
console.log('')
console.log(JSON.stringify(summary(replayed)))

function targets({ own }: Replayed) {
  const { falseAlarmsPerSuite, power, pairs, miscoverage } = own.cpu
  const atMost = (value: number | null | undefined, limit: number) =>
    (value ?? Number.POSITIVE_INFINITY) <= limit
  const atLeast = (value: number | null | undefined, limit: number) => (value ?? 0) >= limit
  return [
    {
      line: `false alarms per pull request ${percent(falseAlarmsPerSuite, 2)} %, at most 1 %`,
      met: atMost(falseAlarmsPerSuite, 0.01),
    },
    { line: `power at +5 % ${percent(power[5], 1)} %, at least 90 %`, met: atLeast(power[5], 0.9) },
    { line: `power at +10 % ${percent(power[10], 1)} %, at least 99 %`, met: atLeast(power[10], 0.99) },
    { line: `pairs to clear an unchanged metric ${fixed(pairs, 1)}, at most 9`, met: atMost(pairs, 9) },
    { line: `intervals that miss ${percent(miscoverage, 1)} %, at most 5 %`, met: atMost(miscoverage, 0.05) },
  ]
}

function summary({ own, peers: others }: Replayed) {
  const brief = ({
    falseAlarmsPerMetric,
    falseAlarmsPerSuite,
    power,
    powerAll,
    pairs,
    suites: of,
  }: Score) => ({
    falseAlarmsPerMetric,
    falseAlarmsPerSuite,
    power,
    powerAll,
    pairs,
    suites: of,
  })
  return {
    data: {
      name: recording.name,
      rounds: recording.rounds,
      workloads: recording.workloads.length,
      stable: recording.stable,
      suites: own.cpu.suites,
    },
    falseAlarmsPerSuite: own.cpu.falseAlarmsPerSuite,
    power: own.cpu.power,
    pairsToClear: own.cpu.pairs,
    miscoverage: own.cpu.miscoverage,
    falseAlarmsPerMetric: own.cpu.falseAlarmsPerMetric,
    powerAll: own.cpu.powerAll,
    pairsToClearAll: own.cpu.pairsAll,
    cleared: own.cpu.cleared,
    clearedAt5: own.cpu.clearedAt5,
    everMissed: own.cpu.everMissed,
    wall: brief(own.wall),
    peers: Object.fromEntries(
      peers.map(({ key }) => [
        key,
        Object.fromEntries(
          views.flatMap((view) => {
            const score = others[view.key]?.[key]
            return score === undefined ? [] : [[view.key, brief(score)]]
          }),
        ),
      ]),
    ),
  }
}
