// perf-gate.yml → Suite, or one ConfigError that tells everything that is wrong with it.
import * as v from 'valibot'
import { ConfigError } from '../errors.ts'
import { matchesBenchmark } from '../model/glob.ts'
import type { Notice } from '../model/notice.ts'
import { type Suite, SuiteSchema } from '../model/suite/index.ts'
import type { Files } from '../ports/files.ts'
import { checkSuite } from './check.ts'
import { configError, toNotices } from './fault.ts'
import type { Purpose } from './rules.ts'
import { readYaml } from './yaml.ts'

/** Where a suite is looked for when nobody says where it is, in this order. */
export const configNames = ['perf-gate.yml', '.github/perf-gate.yml', 'perf-gate.yaml'] as const

/** The smallest useful suite: shown to people who have none. */
export const exampleSuite = 'setup: npm ci\nbenchmarks:\n  parse:\n    task: bench/parse.js\n'

export interface LoadedSuite {
  readonly suite: Suite
  /** What works and is hardly meant. */
  readonly notices: readonly Notice[]
  /** The file it came from, as messages name it. */
  readonly path: string
  /** Where the benchmark that a row belongs to is declared: for annotations. */
  readonly locate: (row: {
    readonly benchmark: string
  }) => { readonly file: string; readonly line: number } | undefined
}

export interface SuiteSource {
  readonly files: Pick<Files, 'read'>
  /** Looked for under `configNames` when absent. */
  readonly path?: string | undefined
  /** `measure` when absent. */
  readonly purpose?: Purpose
}

/**
 * Finds, reads and checks the suite.
 * @throws ConfigError when there is none, or with all its faults
 */
export async function loadSuite(source: SuiteSource): Promise<LoadedSuite> {
  const loaded = await findSuite(source)
  if (loaded !== null) return loaded
  const { path } = source
  const message =
    path === undefined
      ? `there is no suite here: looked for ${configNames.join(', ')}`
      : `${path}: there is no such file`
  throw new ConfigError(
    message,
    [{ code: 'no-suite', message }],
    `Write ${path ?? configNames[0]}, for example:\n${exampleSuite}`,
  )
}

/**
 * The suite, or `null` when there is no file: comparing existing results needs none.
 * @throws ConfigError with all its faults
 */
export async function findSuite({
  files,
  path,
  purpose = 'measure',
}: SuiteSource): Promise<LoadedSuite | null> {
  for (const candidate of path === undefined ? configNames : [path]) {
    const text = await files.read(candidate)
    if (text !== null) return parseSuite(text, candidate, purpose)
  }
  return null
}

/**
 * @param path how messages name the text
 * @throws ConfigError with all its faults, in the order of the file
 */
export function parseSuite(text: string, path: string, purpose: Purpose = 'measure'): LoadedSuite {
  const read = readYaml(text)
  if ('broken' in read) throw configError(toNotices('not-yaml', read.broken, path, () => undefined))
  if (read.data === undefined || read.data === null) throw emptyError(path)
  const { suite, faults, warnings } = checkSuite(read, purpose)
  if (suite === undefined) throw configError(toNotices('bad-suite', faults, path, read.locate))
  return {
    suite,
    notices: toNotices('no-budget', warnings, path, read.locate),
    path,
    locate: ({ benchmark }) => {
      const all = suite.benchmarks
      const entry =
        all.find(({ name }) => name === benchmark) ??
        all.find(({ name }) => matchesBenchmark(name, benchmark))
      const at = entry && read.locate(['benchmarks', entry.name])
      return at && { file: path, line: at.line }
    },
  }
}

function emptyError(path: string): ConfigError {
  const message = `${path}: the file is empty`
  return new ConfigError(
    message,
    [{ code: 'bad-suite', message: 'the file is empty', where: path }],
    `A suite begins like this:\n${exampleSuite}`,
  )
}

/** What `compare` holds results against when there is no suite: the default budget for every metric. */
export function suiteForComparing(): Suite {
  return v.parse(SuiteSchema, { budgets: [{ metric: '**' }] })
}
