// Who may say that a regression is all right, and by whose rules a pull request is judged that edits them; on the built
// action.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Checkout, checkOutPullRequest } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, tokens } from '../github/fake-github.ts'
import { runAction, type StepResult } from '../github/fake-runner.ts'
import { createRepository, type Repository, root, type Tree } from './repository.ts'

const suite = (budget = '5%', more = '') =>
  `benchmarks:\n  size:\n    files: "*.js"\nbudgets:\n  - { metric: bytes, regression: ${budget} }\n${more}`
const accepted = (parts: Readonly<Record<string, string>> = {}) => {
  const entry = {
    benchmark: 'size',
    metric: 'bytes',
    'up-to': '20%',
    until: '2999-12-31',
    reason: 'The new parser.',
    by: '"@octo"',
    ...parts,
  }
  return `accepted:\n  - ${Object.entries(entry)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n    ')}\n`
}

let github: FakeGitHub
let origin: Repository
let pullRequest: number
const checkouts: Checkout[] = []

beforeEach(async () => {
  github = await fakeGitHub()
  pullRequest = await github.openPullRequest('feature')
  origin = createRepository()
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  origin.commit({ 'perf-gate.yml': suite(), 'a.js': 'x'.repeat(1000) }, 'first')
})
afterEach(async () => {
  for (const checkout of checkouts.splice(0)) checkout.dispose()
  origin.dispose()
  await github.close()
})

async function gate(tree: Tree): Promise<StepResult & { comment: string }> {
  origin.git('checkout', '-q', '-B', 'feature')
  origin.commit({ 'a.js': 'x'.repeat(1100), ...tree }, 'ten percent more')
  origin.git('checkout', '-q', 'main')
  const checkout = checkOutPullRequest(origin, pullRequest, 'feature')
  checkouts.push(checkout)
  const { workspace, event } = checkout
  const result = await runAction(root, { github, workspace, event, token: tokens.write })
  const [comment] = await github.comments(pullRequest)
  return { ...result, comment: comment?.body ?? '' }
}
const file = 'perf-gate.accepted.yml'

describe('a committed acceptance', { timeout: 120_000 }, () => {
  test('stops nothing from going on, is visible, and says who and why at the top and in its row', async () => {
    const { exitCode, comment, stdout } = await gate({ [file]: accepted() })
    expect(exitCode, stdout).toBe(0)
    expect(comment).toContain('☑️')
    expect(comment).toContain('until 2999-12-31: The new parser.')
    expect(comment.indexOf('It edits what is accepted')).toBeGreaterThan(0)
    expect(comment.indexOf('It edits what is accepted')).toBeLessThan(comment.indexOf('|'))
  })

  test.each([
    ['less than what it costs', { 'up-to': '8%' }, 'More than the 8 %'],
    ['until yesterday', { until: '2020-01-01' }, 'expired on 2020-01-01'],
    ['something else', { benchmark: 'other' }, '1 regression'],
  ])('%s does not help', async (_, parts, says) => {
    const { exitCode, comment } = await gate({ [file]: accepted(parts) })
    expect(exitCode).toBe(1)
    expect(comment).toContain(says)
  })

  test.each([
    ['no date', accepted({ until: 'soon' }), /perf-gate\.accepted\.yml:5 .*date/],
    ['a misspelt key', accepted().replace('reason', 'raeson'), /did you mean "reason"/],
  ])('%s is an error with its line', async (_, text, says) => {
    const { exitCode, stdout } = await gate({ [file]: text })
    expect(exitCode).toBe(2)
    expect(stdout).toMatch(says)
  })
})

describe('a label', { timeout: 120_000 }, () => {
  test.each([
    ['of somebody who may write', 'write', true, 0],
    ['of somebody who may only triage', 'read', true, 1],
    ['that was taken away again', 'write', false, 1],
  ] as const)('%s', async (_, permission, stays, expected) => {
    // So many that the one that counts is on the second page.
    for (let other = 0; other < 101; other++)
      github.label(pullRequest, `topic ${other}`, { by: 'octo', permission: 'write', stays: true })
    github.label(pullRequest, 'perf-gate: accepted', { by: 'mallory', permission, stays })
    const { exitCode, comment, stdout } = await gate({})
    expect(exitCode, stdout).toBe(expected)
    expect(comment.includes('Accepted by')).toBe(expected === 0)
  })
})

describe('a pull request that edits its own rules', { timeout: 120_000 }, () => {
  test('is judged by the budgets of its base, and says so at the top', async () => {
    const { exitCode, comment } = await gate({ 'perf-gate.yml': suite('50%') })
    expect(exitCode).toBe(1)
    expect(comment).toContain(
      'It changes budgets in perf-gate.yml: those of the base count until this is merged.',
    )
  })

  test('is judged by its own where the base allows it, and says so', async () => {
    origin.commit({ 'perf-gate.yml': suite('5%', 'gate: { budgets-from: head }\n') }, 'allow')
    const { exitCode, comment } = await gate({
      'perf-gate.yml': suite('50%', 'gate: { budgets-from: head }\n'),
    })
    expect(exitCode).toBe(0)
    expect(comment).toContain('they count at once')
  })

  test('cannot turn the runner on a host that its base does not know', async () => {
    const load = '{ target: http://staging.example/, rate: 5/s, duration: 1s, warm-up: 0s }'
    const { exitCode, comment } = await gate({
      'perf-gate.yml': `${suite()}allow-hosts: [staging.example]\n`.replace(
        'budgets:',
        `  shop:\n    load: ${load}\nbudgets:`,
      ),
    })
    expect(exitCode).not.toBe(0)
    const [top = ''] = comment.split('|')
    expect(top).toContain('It adds staging.example to allow-hosts in perf-gate.yml: nothing is sent there')
    expect(comment).toContain('this pull request adds it to')
  })

  test('cannot allow itself to', async () => {
    const { exitCode } = await gate({ 'perf-gate.yml': suite('50%', 'gate: { budgets-from: head }\n') })
    expect(exitCode).toBe(1)
  })
})
