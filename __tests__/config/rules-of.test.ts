// Whom a pull request may send load to: only whom its base agreed to. And which programs of the suite it is said to edit.
import { expect, it } from 'vitest'
import { parseSuite } from '../../src/config/load.ts'
import { rulesOf } from '../../src/config/rules-of.ts'
import type { Change } from '../../src/model/change.ts'
import type { ForgeEvent } from '../../src/ports/forge.ts'
import { fakeClock } from '../fakes/clock.ts'
import { fakeFiles } from '../fakes/files.ts'
import { fakeGit } from '../fakes/git.ts'

const suiteOf = (hosts: readonly string[], more = '') =>
  `benchmarks:
  shop: { load: { target: http://127.0.0.1/, rate: 5/s, duration: 1s } }
allow-hosts: ${JSON.stringify(hosts)}
${more}`
const commits: Change = { base: { commit: 'b' }, head: { commit: 'h' }, reason: 'merge-base' }
const proposed: ForgeEvent = { kind: 'pull_request', targetBranch: 'main' }

async function hostsOf(
  head: string,
  base: string | null,
  { event = proposed, change = commits }: { event?: ForgeEvent; change?: Change } = {},
) {
  const files = base === null ? {} : { b: { 'perf-gate.yml': base } }
  const host = { git: fakeGit({ files }), files: fakeFiles(), clock: fakeClock() }
  const { suite, edits } = await rulesOf(parseSuite(head, 'perf-gate.yml'), change, event, host)
  const [shop] = suite.benchmarks
  return shop?.kind === 'load' ? { allowed: shop.allowHosts, refused: shop.proposedHosts, edits } : null
}

const adds = (hosts: string) =>
  `It adds ${hosts} to allow-hosts in perf-gate.yml: nothing is sent there until this is merged.`

it.each([
  { title: 'the same list', head: ['a.test'], base: ['a.test'], allowed: ['a.test'], refused: [] },
  {
    title: 'a host more',
    head: ['a.test', 'b.test'],
    base: ['A.test'],
    allowed: ['a.test'],
    refused: ['b.test'],
  },
  { title: 'a host less', head: [], base: ['a.test'], allowed: [], refused: [] },
  { title: 'one port of it', head: ['a.test:80'], base: ['a.test'], allowed: ['a.test:80'], refused: [] },
  {
    title: 'all ports of it',
    head: ['a.test'],
    base: ['a.test:80'],
    allowed: ['a.test:80'],
    refused: ['a.test'],
  },
])('a pull request with $title', async ({ head, base, allowed, refused }) => {
  expect(await hostsOf(suiteOf(head), suiteOf(base))).toEqual({
    allowed,
    refused,
    edits: refused.length === 0 ? [] : [adds(refused.join(', '))],
  })
})

it.each([
  ['a suite that its base does not have', null],
  ['a base whose suite cannot be read', 'benchmarks: ['],
  ['a base that lets it bring its own budgets', suiteOf([], 'gate: { budgets-from: head }')],
])('a pull request with %s adds every host', async (_, base) => {
  const head = suiteOf(['a.test'], base?.includes('budgets-from') ? 'gate: { budgets-from: head }' : '')
  const seen = await hostsOf(head, base)
  expect(seen).toMatchObject({ allowed: [], refused: ['a.test'] })
  expect(seen?.edits).toContain(adds('a.test'))
})

it('so does one that is measured in two folders', async () => {
  const change: Change = { base: { directory: 'a' }, head: { directory: 'b' }, reason: 'folders' }
  expect(await hostsOf(suiteOf(['a.test']), null, { change })).toMatchObject({ allowed: [] })
})

it.each<ForgeEvent>([{ kind: 'local' }, { kind: 'push', branch: 'main' }])(
  'what somebody runs or pushes who may: $kind',
  async (event) => {
    const seen = await hostsOf(suiteOf(['a.test']), suiteOf([]), { event })
    expect(seen).toEqual({ allowed: ['a.test'], refused: [], edits: [] })
  },
)

it('names the programs that it edits, whatever kind of benchmark runs them', async () => {
  const suite = `benchmarks:
  parse: { cwd: src, task: parse.mjs }
  start: { command: node 'bench/start.mjs' --version src/cli.mjs }
  shop: { cwd: load, load: { target: http://127.0.0.1/, engine: k6, script: shop.js, rate: 5/s, duration: 1s } }
  own: { load: { function: load/own.mjs#buy, rate: 5/s, duration: 1s } }
  same: { task: src/same.mjs }
`
  const programs = ['src/parse.mjs', 'bench/start.mjs', 'src/cli.mjs', 'load/shop.js', 'load/own.mjs']
  const tree = (content: string) => Object.fromEntries(programs.map((file) => [file, content]))
  const same = { 'src/same.mjs': 'same' }
  const git = fakeGit({ files: { b: { 'perf-gate.yml': suite, ...tree('old'), ...same } } })
  const host = { git, files: fakeFiles({ ...tree('new'), ...same }), clock: fakeClock() }
  const { edits } = await rulesOf(parseSuite(suite, 'perf-gate.yml'), commits, proposed, host)
  // A program that is measured is not a benchmark: src/cli.mjs.
  expect(edits).toEqual(
    ['src/parse.mjs', 'bench/start.mjs', 'load/shop.js', 'load/own.mjs'].map(
      (file) => `It edits the benchmark ${file}.`,
    ),
  )
})
