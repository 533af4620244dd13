// Records a data set for main.ts on this machine: `node bench/decisions/record.ts [--rounds 44] [--out FILE]`.
// Every round runs each workload's nine variants (four identical, five slowed) back to back in random order, one
// process a trial, and appends them; an interrupted recording keeps its whole rounds.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { createRandom } from '../../src/stats/random.ts'
import { workloadNames } from './workloads.ts'

const warmUp = 4
const iterations = 12
const variants = [
  ...['A0', 'A1', 'A2', 'A3'].map((variant) => ({ variant, extraPercent: 0 })),
  ...[2, 3, 5, 10, 20].map((extraPercent) => ({ variant: `s${extraPercent}`, extraPercent })),
]

function record(rounds: number, seed: number, out: string): void {
  const random = createRandom(seed)
  const trialProgram = fileURLToPath(new URL('workloads.ts', import.meta.url))
  const header = {
    name: 'own.jsonl.gz',
    recordedAt: new Date().toISOString(),
    seed,
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      platform: `${platform()} ${arch()}`,
      node: process.version,
    },
    warmUp: 0,
    // Fixed before the first recording: processor-bound, little garbage, no system calls.
    stable: ['json', 'sort', 'regex', 'hash', 'matrix', 'map', 'text', 'dates'],
  }
  const lines = [JSON.stringify(header)]
  for (let round = 0; round < rounds; round++) {
    for (const workload of random.shuffle(workloadNames)) {
      for (const { variant, extraPercent } of random.shuffle(variants)) {
        const started = performance.now()
        const counts = [extraPercent, warmUp, iterations].map(String)
        const output = execFileSync(process.execPath, [trialProgram, workload, ...counts], {
          encoding: 'utf8',
        })
        const { wall, cpu }: { wall: number[]; cpu: number[] } = JSON.parse(output)
        const seconds = Math.round((performance.now() - started) / 10) / 100
        const load = Math.round((loadavg()[0] ?? 0) * 10) / 10
        lines.push(JSON.stringify({ round, workload, variant, seconds, load, wall_us: wall, cpu_us: cpu }))
      }
    }
    writeFileSync(out, gzipSync(`${lines.join('\n')}\n`, { level: 9 }))
    console.log(`round ${round + 1} of ${rounds}, load ${(loadavg()[0] ?? 0).toFixed(1)}`)
  }
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '44' },
    seed: { type: 'string', default: '8123' },
    out: { type: 'string', default: fileURLToPath(new URL('data/own.jsonl.gz', import.meta.url)) },
  },
})
record(Number(values.rounds), Number(values.seed), values.out)
