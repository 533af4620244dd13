// A pull request of a small repository, measured by the built action as often as a test likes. Sizes only: each run takes
// a second or two.
import { afterEach, beforeEach } from 'vitest'
import { readSections, writeSections } from '../../src/publish/sections.ts'
import { type Checkout, checkOutPullRequest } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, tokens } from '../github/fake-github.ts'
import { runAction, type Step, type StepResult } from '../github/fake-runner.ts'
import { createRepository, type Repository, root, type Tree } from './repository.ts'

export const sizeSuite = (more = '') =>
  `benchmarks:\n  size:\n    files: "*.js"\nbudgets:\n  - { metric: bytes, regression: 5% }\n${more}`

export interface PullRequest {
  readonly github: FakeGitHub
  readonly origin: Repository
  readonly number: number
  /** The id of a workflow run that nobody has had. */
  nextRun(): number
  /** Commits to the pull request; returns the commit. */
  push(tree: Tree): string
  /** Makes the program larger. */
  larger(bytes?: number): string
  /** Runs the action; `id` of the workflow run: a new one unless it is given. */
  gate(
    inputs?: Readonly<Record<string, string>>,
    step?: Partial<Step> & { readonly id?: number },
  ): Promise<StepResult>
  /** A comment of ours, as an earlier run has left it. */
  commentOfEarlierRun(): ReturnType<FakeGitHub['comment']>
  comments(): Promise<readonly string[]>
  sections(): Promise<Readonly<Record<string, ReturnType<typeof readSections>[number]>>>
}

/** A fresh one for every test of the file. */
export function eachWithPullRequest(): PullRequest {
  let github: FakeGitHub
  let origin: Repository
  let number = 0
  let runs = 100
  const checkouts: Checkout[] = []

  beforeEach(async () => {
    github = await fakeGitHub()
    number = await github.openPullRequest('feature')
    origin = createRepository()
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
    origin.commit({ 'perf-gate.yml': sizeSuite(), 'a.js': 'x'.repeat(1000) }, 'first')
    origin.git('branch', 'feature')
  })
  afterEach(async () => {
    for (const checkout of checkouts.splice(0)) checkout.dispose()
    origin.dispose()
    await github.close()
  })

  function push(tree: Tree): string {
    origin.git('checkout', '-q', 'feature')
    const commit = origin.commit(tree, 'change')
    origin.git('checkout', '-q', 'main')
    return commit
  }
  const comments = async () => (await github.comments(number)).map(({ body }) => body)
  return {
    get github() {
      return github
    },
    get origin() {
      return origin
    },
    get number() {
      return number
    },
    nextRun: () => runs++,
    push,
    larger: (bytes = 2000) => push({ 'a.js': 'x'.repeat(bytes) }),
    gate(inputs = {}, step = {}) {
      const { id = runs++, ...rest } = step
      const checkout = checkOutPullRequest(origin, number, 'feature')
      checkouts.push(checkout)
      const { workspace, event } = checkout
      const env = { GITHUB_RUN_ID: String(id), ...rest.env }
      return runAction(root, { github, workspace, event, token: tokens.write, ...rest, env, with: inputs })
    },
    commentOfEarlierRun() {
      const stamp = { run: 1, attempt: 1, at: 1 }
      const section = { key: 'perf-gate', stamp, heading: 'perf-gate', note: '', body: '### ✅ earlier' }
      return github.comment(number, writeSections([section]), tokens.write)
    },
    comments,
    sections: async () => Object.fromEntries(readSections(await comments()).map((one) => [one.key, one])),
  }
}
