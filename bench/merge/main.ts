// Time and memory of `perf-gate merge` on many shards: made-up Runs in a temporary folder, merged by the built command
// line tool.
//   npm run bench:merge -- --shards 200 --benchmarks 1000
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parseSuite } from '../../src/config/load.ts'
import type { Run } from '../../src/model/run.ts'
import { suiteHash } from '../../src/plan/hash.ts'
import { divide } from '../../src/plan/shards.ts'
import { account, accountOf } from '../import/account.ts'
import { madeUpRuns } from '../self/made-up-runs.ts'

const cli = resolve(fileURLToPath(import.meta.url), '../../../dist/cli.js')
const { values } = parseArgs({
  options: {
    shards: { type: 'string', default: '200' },
    benchmarks: { type: 'string', default: '1000' },
    pairs: { type: 'string', default: '20' },
  },
})
const [count, benchmarks, pairs] = [values.shards, values.benchmarks, values.pairs].map(Number)

const whole = madeUpRuns(Number(benchmarks), Number(pairs))
const yaml = `benchmarks:\n${whole.head.series.map(({ benchmark }) => `  ${benchmark}: { task: bench.js }\n`).join('')}budgets: [{ metric: cpu }]\n`
const { suite } = parseSuite(yaml, 'perf-gate.yml')
const division = divide(suite.benchmarks, Number(count)).map((names) => [...names])

const directory = mkdtempSync(join(tmpdir(), 'bench-merge-'))
try {
  writeFileSync(join(directory, 'perf-gate.yml'), yaml)
  let bytes = 0
  for (const [index, names] of division.entries()) {
    const own = new Set(names)
    mkdirSync(join(directory, 'shards', String(index + 1)), { recursive: true })
    for (const side of ['base', 'head'] as const) {
      const run: Run = {
        ...whole[side],
        measurement: `made-up-${index}`,
        environment: { ...whole[side].environment, suiteHash: suiteHash(suite) },
        shard: { index: index + 1, division, change: { reason: 'merge-base' } },
        series: whole[side].series.filter(({ benchmark }) => own.has(benchmark)),
      }
      const text = JSON.stringify(run)
      bytes += text.length
      writeFileSync(join(directory, 'shards', String(index + 1), `${side}.run.json`), text)
    }
  }
  const child = spawnSync(process.execPath, ['--import', account, cli, 'merge', 'shards', '--json'], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  const { maxRSS, cpu } = accountOf(child.stderr)
  const { verdict, comparisons } = JSON.parse(child.stdout)
  console.log(
    `${count} shards, ${comparisons.length} metrics, ${Math.round(bytes / 1e6)} MB of Runs: ${verdict}, ` +
      `${cpu.toFixed(1)} s of CPU time, ${Math.round(maxRSS / 1024)} MiB`,
  )
} finally {
  rmSync(directory, { recursive: true, force: true })
}
