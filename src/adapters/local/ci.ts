// What a CI that is not GitHub's says of itself in the environment.
type Environment = Readonly<Record<string, string | undefined>>

/** Every CI that is known to us sets it. */
export function isCI({ CI }: Environment): boolean {
  return CI !== undefined && CI !== '' && CI !== 'false'
}

/** GitLab, Jenkins (of a multibranch job), CircleCI, Buildkite, Woodpecker and Forgejo check out a commit, no branch. */
const variables = ['CI_COMMIT_BRANCH', 'BRANCH_NAME', 'CIRCLE_BRANCH', 'BUILDKITE_BRANCH'] as const

/** The branch whose commit was checked out, where the CI names one; `null` on merge requests, tags and laptops. */
export function branchOfCI(env: Environment): string | null {
  if (!isCI(env)) return null
  // Some name the branch that a pull request goes into.
  if (env.CI_COMMIT_PULL_REQUEST || env.CIRCLE_PULL_REQUEST || env.CHANGE_ID) return null
  if (env.BUILDKITE_PULL_REQUEST !== undefined && env.BUILDKITE_PULL_REQUEST !== 'false') return null
  // Forgejo and Gitea speak GitHub's language.
  if (env.GITHUB_REF?.startsWith('refs/heads/')) return env.GITHUB_REF.slice('refs/heads/'.length)
  return variables.map((name) => env[name]).find((value) => value !== undefined && value !== '') ?? null
}
