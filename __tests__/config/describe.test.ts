// What `perf-gate validate` prints.
import { it } from 'vitest'
import { describeSuite } from '../../src/config/describe.ts'
import { exampleSuite, parseSuite } from '../../src/config/load.ts'
import { expectGolden } from '../fakes/golden.ts'

const suites = {
  'four-lines': exampleSuite,
  'all-kinds': `name: api
setup: [npm ci, npm run build]
benchmarks:
  parse:
    task: bench/parse.js
  cold-start:
    command: node cli.js --version
    metrics: [wall]
  bundle:
    files: [dist/*.js, dist/*.css]
    compress: gzip
budgets:
  - metric: cpu
    regression: 2%
  - benchmark: parse/large
    metric: wall
    limit: 150ms
    floor: 2ms
    on-regression: warn
  - metric: bytes*
    limit: 250kB
gate: { alpha: 0.05, max-time: 90s, on-inconclusive: fail }
baseline: { from: none }
`,
}

it.each(Object.entries(suites))('%s', (name, yaml) => {
  const { suite, path } = parseSuite(yaml, 'perf-gate.yml')
  expectGolden(import.meta.url, `describe-${name}.txt`, `${describeSuite(suite, path).join('\n')}\n`)
})
