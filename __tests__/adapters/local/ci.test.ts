// Which branch a CI has checked out when git does not know: a pull request must never pass for the default branch.
import { expect, test } from 'vitest'
import { branchOfCI } from '../../../src/adapters/local/ci.ts'

test.each<[string, Record<string, string>, string | null]>([
  ['a laptop', { BRANCH_NAME: 'main' }, null],
  ['GitLab, a push', { CI: 'true', CI_COMMIT_BRANCH: 'main' }, 'main'],
  ['GitLab, a merge request', { CI: 'true', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }, null],
  ['Woodpecker, a push', { CI: 'woodpecker', CI_COMMIT_BRANCH: 'main', CI_COMMIT_PULL_REQUEST: '' }, 'main'],
  [
    'Woodpecker, a pull request',
    { CI: 'woodpecker', CI_COMMIT_BRANCH: 'main', CI_COMMIT_PULL_REQUEST: '3' },
    null,
  ],
  ['Jenkins, a pull request', { CI: 'true', BRANCH_NAME: 'PR-3', CHANGE_ID: '3' }, null],
  ['Buildkite, a push', { CI: 'true', BUILDKITE_BRANCH: 'main', BUILDKITE_PULL_REQUEST: 'false' }, 'main'],
  ['Buildkite, a pull request', { CI: 'true', BUILDKITE_BRANCH: 'main', BUILDKITE_PULL_REQUEST: '3' }, null],
  ['CircleCI, a pull request', { CI: 'true', CIRCLE_BRANCH: 'x', CIRCLE_PULL_REQUEST: 'url' }, null],
  ['Forgejo, a push', { CI: 'true', GITHUB_REF: 'refs/heads/main' }, 'main'],
  ['Forgejo, a pull request', { CI: 'true', GITHUB_REF: 'refs/pull/3/head' }, null],
])('%s', (_, env, branch) => {
  expect(branchOfCI(env)).toBe(branch)
})
