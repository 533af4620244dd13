// perf-gate.accepted.yml → acceptances: committed, reviewed like code, and gone when their day has come.
import * as v from 'valibot'
import { type Acceptance, AcceptedSchema } from '../model/acceptance.ts'
import type { Notice } from '../model/notice.ts'
import { explain, wording } from './explain.ts'
import { configError, toNotices } from './fault.ts'
import { shapeFaults } from './shape.ts'
import { readYaml } from './yaml.ts'

/** Beside the suite. */
export const acceptedName = 'perf-gate.accepted.yml'

/** `.github/perf-gate.yml` → `.github/perf-gate.accepted.yml` */
export const acceptedBeside = (suitePath: string): string => suitePath.replace(/[^/]*$/, acceptedName)

/**
 * Files that decide what a pull request is judged by, in any folder: suites, acceptances, workflows, and what looks like a
 * benchmark. Which modules really are one is only known to a suite, which a stranger may have edited.
 */
export function isRule(path: string): boolean {
  const name = path.replace(/^.*\//, '')
  return (
    name === acceptedName ||
    name === 'perf-gate.yml' ||
    name === 'perf-gate.yaml' ||
    /^\.github\/workflows\/[^/]+$/.test(path) ||
    looksLikeBenchmark(path)
  )
}

/** By its folder (`bench/`, `benches/`, `benchmarks/`) or its name (`bench.js`, `parse.bench.ts`). */
export function looksLikeBenchmark(path: string): boolean {
  const name = path.replace(/^.*\//, '')
  return /(^|\/)bench(mark)?(s|es)?\//.test(path) || /(^|[._-])bench(mark)?s?\.[^.]+$/.test(name)
}

export interface Accepted {
  readonly acceptances: readonly Acceptance[]
  /** Entries that have expired. */
  readonly notices: readonly Notice[]
}

/**
 * @param now milliseconds; an entry holds until the end of its day, UTC
 * @throws ConfigError with all that is wrong with the file
 */
export function parseAccepted(text: string, path: string, now: number): Accepted {
  const read = readYaml(text)
  if ('broken' in read) throw configError(toNotices('not-yaml', read.broken, path, () => undefined))
  if (read.data === undefined || read.data === null) return { acceptances: [], notices: [] }
  const shape = shapeFaults(AcceptedSchema, read.data)
  const parsed = v.safeParse(AcceptedSchema, read.data, wording)
  const values = (parsed.issues ?? []).map((issue) => explain(issue, read.data))
  const faults = [...read.faults, ...shape, ...values]
  if (!parsed.success || faults.length > 0)
    throw configError(toNotices('bad-acceptance', faults, path, read.locate))
  const today = new Date(now).toISOString().slice(0, 10)
  const entries = parsed.output.accepted.map((entry, index): Acceptance & { readonly until: string } => {
    const at = read.locate(['accepted', index])
    return { ...entry, where: at === undefined ? path : `${path}:${at.line}` }
  })
  return {
    acceptances: entries.filter(({ until }) => until >= today),
    notices: entries
      .filter(({ until }) => until < today)
      .map(({ where = path, benchmark, metric, until, by }) => ({
        code: 'acceptance-expired',
        message: `Accepting ${benchmark} ${metric} expired on ${until} (by ${by}).`,
        where,
        fix: 'Remove the entry, or agree on a new date.',
      })),
  }
}
