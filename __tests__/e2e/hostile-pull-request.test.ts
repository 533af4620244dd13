// A pull request whose files are called what nobody should call them, and whose programs want the token and the
// runner's ear; on the built action, and read as GitHub's Markdown would read the comment.
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Checkout, checkOutPullRequest } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, tokens, workflowRun } from '../github/fake-github.ts'
import { runAction, type StepResult } from '../github/fake-runner.ts'
import { createRepository, type Repository, root, type Tree } from './repository.ts'

let github: FakeGitHub
let origin: Repository
let outside: string
let checkout: Checkout | undefined
beforeEach(async () => {
  github = await fakeGitHub()
  origin = createRepository()
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  outside = realpathSync(mkdtempSync(join(tmpdir(), 'outside-')))
})
afterEach(async () => {
  checkout?.dispose()
  origin.dispose()
  rmSync(outside, { recursive: true, force: true })
  await github.close()
})

async function gate(base: Tree, head: Tree, env: Readonly<Record<string, string>> = {}) {
  origin.commit(base, 'base')
  origin.git('checkout', '-q', '-b', 'feature')
  origin.commit(head, 'head')
  origin.git('checkout', '-q', 'main')
  const pullRequest = await github.openPullRequest('feature')
  checkout = checkOutPullRequest(origin, pullRequest, 'feature')
  const run = workflowRun({ head_branch: 'feature' })
  const result: StepResult = await runAction(root, { github, ...checkout, run, token: tokens.write, env })
  const [comment] = await github.comments(pullRequest)
  return { ...result, comment: comment?.body ?? '' }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
/** What a reader sees, without the characters that take no room. */
const seen = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[\u2060\u2068\u2069]/g, '')
    .trim()

// Windows has no files of such names.
test.skipIf(process.platform === 'win32')(
  'names stay names, in their own cells',
  { timeout: 60_000 },
  async () => {
    const names = [
      'a|b',
      '\\|c|',
      '`tick``tock',
      '<img src=x onerror=alert(1)>',
      '<!-- perf-gate end -->',
      '🚀 rocket 👩‍👩‍👧',
      'מהירות',
      'سرعة 12',
      '@octo #1 GH-2',
      '[click](www.evil.example)',
      '**bold** _it_ ~~x~~ $x$',
      ':tada: &lt;',
    ]
    const files = (bytes: number) =>
      Object.fromEntries(names.map((name) => [`${name}.js`, 'x'.repeat(bytes)]))
    const suite =
      'benchmarks:\n  size: { files: "*.js", each: true }\nbudgets:\n  - { metric: bytes, regression: 5% }\n'
    const { exitCode, comment, stdout } = await gate({ 'perf-gate.yml': suite, ...files(1000) }, files(2000))
    expect(exitCode, stdout).toBe(1)
    const html = micromark(comment, {
      allowDangerousHtml: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    })
    const [table = ''] = /<table>[\s\S]*?<\/table>/.exec(html) ?? []
    const [header = [], ...rows] = [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => seen(cell)),
    )
    expect(header).toEqual(['', 'benchmark', 'metric', 'base', 'head', 'change', 'budget'])
    for (const row of rows) expect(row).toHaveLength(header.length)
    const shown = rows.map(([, benchmark]) => benchmark)
    expect(shown).toHaveLength(names.length + 1)
    for (const name of names) expect(shown).toContain(`size/${name}.js`)
    const tags = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name))
    const ours = 'a h3 p strong em code ul li table thead tbody tr th td details summary span sub'.split(' ')
    expect(ours).toEqual(expect.arrayContaining([...tags]))
    for (const [, url] of html.matchAll(/href="([^"]*)"/g))
      expect(url).toMatch(/^https:\/\/github\.com\/octo\/app\//)
    expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/@[a-z]|#\d|GH-\d|www\.|:tada:/)
    expect(comment.match(/^<!-- perf-gate end -->$/gm)).toHaveLength(1)
  },
)

const commands = [
  '::error::owned',
  '  ::set-output name=verdict::pass',
  '##[error]owned',
  'x\r::add-mask::owned',
]
const spy = (fails: boolean): string => `
import { writeFileSync } from 'node:fs'
writeFileSync(process.env.SPIED + '/' + ${JSON.stringify(fails ? 'benchmark' : 'setup')}, JSON.stringify(process.env))
for (const line of ${JSON.stringify(commands)}) { console.log(line); console.error(line) }
${fails ? 'process.exit(1)' : ''}
`
const spying = `setup: node setup.mjs
benchmarks:
  tool: { command: node tool.mjs }
  size: { files: "*.js" }
budgets:
  - { metric: bytes, regression: 5% }
`

test('programs find no token, and what they print is no command', { timeout: 60_000 }, async () => {
  const tree = { 'perf-gate.yml': spying, 'setup.mjs': spy(false), 'tool.mjs': spy(true), 'a.js': 'x' }
  const env = { SPIED: outside, A_COPY: `Bearer ${tokens.write}`, A_KEY_OF_THE_USER: 'for npm ci' }
  const {
    exitCode,
    comment,
    stdout,
    outputs,
    commands: given,
  } = await gate(tree, { 'README.md': 'docs' }, env)
  expect(exitCode, stdout).not.toBe(0)
  for (const program of ['setup', 'benchmark']) {
    const text = readFileSync(join(outside, program), 'utf8')
    expect(text).not.toContain(tokens.write)
    const known = Object.keys(JSON.parse(text) as object)
    expect(known).toContain('A_KEY_OF_THE_USER')
    expect(
      known.filter((name) => /TOKEN|^ACTIONS_|^INPUT_|^GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_)/.test(name)),
    ).toEqual([])
  }
  // It failed, so what it printed is shown.
  expect(comment).toContain('::error::owned')
  expect(outputs.verdict).not.toBe('pass')
  const others = given.filter(({ message }) => message === 'owned')
  expect(others).toEqual([])
})
