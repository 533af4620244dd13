// What `perf-gate init` writes: a first suite from what is there, and the two workflows. The same texts are in
// examples/workflows, where tests hold them against GitHub's own parser.
import { benchmarkName } from '../model/suite/index.ts'

/** Pinned: a tag can be moved by whoever owns it. */
const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1'
const setupNode = 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0'

export const workflowPaths = {
  measure: '.github/workflows/perf-gate.yml',
  publish: '.github/workflows/perf-gate-publish.yml',
} as const

/** Measures pull requests and the default branch. */
export function measuringWorkflow(branch: string): string {
  return `# Measures pull requests against their base, and the default branch for later ones to be compared with.
name: perf-gate

on:
  pull_request:
  push:
    branches: [${JSON.stringify(branch)}]
  merge_group:
  schedule:
    # Artifacts last 90 days: a quiet repository keeps a baseline all the same.
    - cron: '17 4 * * 1'
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: perf-gate-\${{ github.ref }}
  # A newer push replaces the run of an older one; a run of the default branch is never cancelled, it is a baseline.
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  gate:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
      # The comment. A pull request from a fork gets a token that only reads, whatever stands here: its report is
      # posted by perf-gate-publish.yml.
      pull-requests: write
      # Finding what earlier runs have stored.
      actions: read
    steps:
      - uses: ${checkout}
        with:
          # The code of the pull request runs here: it must not find a token.
          persist-credentials: false
          # All commits: without credentials a private clone could not be deepened later.
          fetch-depth: 0
      - uses: ${setupNode}
        with:
          node-version: 24
      # Pin it to a commit of a release: uses: org/perf-gate@<commit> # v1.0.0
      - uses: org/perf-gate@v1
      # What people may want to read: the report, both Runs, and what setups and services printed.
      - if: always()
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: perf-gate-files
          path: .perf-gate
          include-hidden-files: true
          if-no-files-found: ignore
          overwrite: true
`
}

/** Posts what runs with a reading token have left. Runs on the default branch's own copy of this file. */
export const publishingWorkflow = `# Posts the results of pull requests from forks, whose own runs may not write. It runs this file as it is on the default
# branch, checks out nothing, runs nothing of the pull request, and believes nothing of the report but its numbers.
name: perf-gate-publish

on:
  workflow_run:
    workflows: [perf-gate]
    types: [completed]

permissions: {}

concurrency:
  group: perf-gate-publish-\${{ github.event.workflow_run.head_repository.full_name }}-\${{ github.event.workflow_run.head_branch }}

jobs:
  publish:
    if: github.event.workflow_run.event == 'pull_request'
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      # The report, as an artifact of the run that has ended.
      actions: read
      # Which pull request it was, and its comment.
      pull-requests: write
      # A check on the pull request's own commit, for branch protection.
      checks: write
    steps:
      - uses: org/perf-gate@v1
        with:
          command: publish
          check: always
`

export interface Surroundings {
  /** Files of the repository, relative to it. */
  readonly files: readonly string[]
}

const installs: readonly (readonly [lockfile: string, command: string])[] = [
  ['pnpm-lock.yaml', 'corepack pnpm install --frozen-lockfile'],
  ['yarn.lock', 'corepack yarn install --immutable'],
  ['bun.lock', 'bun install --frozen-lockfile'],
  ['package-lock.json', 'npm ci'],
  ['npm-shrinkwrap.json', 'npm ci'],
]

/** Files whose exports are worth measuring, as people name them. */
const benchmarkFile = /^(?:.*\/)?(?:bench(?:mark)?s?\/[^/]+|[^/]+\.bench(?:mark)?)\.[cm]?[jt]s$/

/** A suite that measures what is there; what cannot be known is said in a comment. */
export function firstSuite({ files }: Surroundings): string {
  const install = installs.find(([lockfile]) => files.includes(lockfile))?.[1]
  const modules = files.filter((file) => benchmarkFile.test(file)).slice(0, 12)
  const named = modules.map((file) => [nameOf(file), file] as const)
  const benchmarks =
    named.length > 0
      ? named.map(([name, file]) => `  ${JSON.stringify(name)}:\n    task: ${JSON.stringify(file)}\n`)
      : [
          '  # A module whose exported functions are measured, one row each:\n',
          '  #   parse: { task: bench/parse.js }\n',
          '  start:\n    command: node --version # a command of yours\n',
        ]
  return [
    '# What is measured, base against head, on every pull request: docs/configuration.md\n',
    ...(install === undefined ? [] : [`setup: ${install}\n`]),
    'benchmarks:\n',
    ...benchmarks,
  ].join('')
}

function nameOf(file: string): string {
  const name = file.replace(/^.*\//, '').replace(/(?:\.bench(?:mark)?)?\.[cm]?[jt]s$/, '')
  return benchmarkName.test(name) ? name : 'benchmark'
}
