// By which rules a change is judged: its own suite, held to the one of its base where it is a pull request, and what
// has been accepted beside it.
import { ConfigError } from '../errors.ts'
import type { Acceptance } from '../model/acceptance.ts'
import type { Change } from '../model/change.ts'
import type { Notice } from '../model/notice.ts'
import type { Benchmark, Suite } from '../model/suite/index.ts'
import type { Clock } from '../ports/clock.ts'
import type { Files } from '../ports/files.ts'
import type { ForgeEvent } from '../ports/forge.ts'
import type { Git } from '../ports/git.ts'
import { acceptedBeside, looksLikeBenchmark, parseAccepted } from './accepted.ts'
import { holdHostsToBase, holdToBase } from './edits.ts'
import { type LoadedSuite, parseSuite } from './load.ts'

export interface RulesHost {
  readonly git: Pick<Git, 'read'>
  readonly files: Pick<Files, 'read'>
  readonly clock: Pick<Clock, 'now'>
}

export interface Rules {
  /** Benchmarks of head; budgets and settings as they count. */
  readonly suite: Suite
  /** What the change edits of them: one sentence each. */
  readonly edits: readonly string[]
  readonly accepted: readonly Acceptance[]
  readonly notices: readonly Notice[]
}

/**
 * @throws ConfigError when the file of acceptances is wrong
 */
export async function rulesOf(
  { suite, path, notices }: LoadedSuite,
  change: Change,
  event: ForgeEvent,
  { git, files, clock }: RulesHost,
): Promise<Rules> {
  const acceptedPath = acceptedBeside(path)
  const text = await files.read(acceptedPath)
  const accepted =
    text === null ? { acceptances: [], notices: [] } : parseAccepted(text, acceptedPath, clock.now())
  const common = { accepted: accepted.acceptances, notices: [...notices, ...accepted.notices] }
  const { commit } = change.base
  // On a laptop whoever edits a budget wants to see what it does.
  const isProposed = event.targetBranch !== undefined
  if (!isProposed) return { suite, edits: [], ...common }
  const before = commit === undefined ? null : await git.read(commit, path)
  // Nobody has agreed to any host yet, and none of the rest is held to anything.
  if (commit === undefined || before === null) return { ...holdHostsToBase(suite, [], path), ...common }
  const edited: string[] = []
  for (const file of new Set(suite.benchmarks.flatMap(programsOf))) {
    const [old, now] = [await git.read(commit, file), await files.read(file)]
    if (old !== null && now !== null && old.trim() !== now.trim())
      edited.push(`It edits the benchmark ${file}.`)
  }
  if (((await git.read(commit, acceptedPath)) ?? '').trim() !== (text ?? '').trim())
    edited.push(`It edits what is accepted in ${acceptedPath}.`)
  try {
    const { suite: held, edits } = holdToBase(suite, parseSuite(before, path).suite, path)
    return { suite: held, edits: [...edits, ...edited], ...common }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    // A base that this version cannot read has no rules to hold anybody to.
    const unread = `The base's ${path} could not be read, so this pull request's own counts.`
    const { suite: held, edits: hosts } = holdHostsToBase(suite, [], path)
    return { suite: held, edits: [unread, ...hosts, ...edited], ...common }
  }
}

/** Files that say what is done: those that the suite names, and of a command line what looks like a benchmark. */
function programsOf(benchmark: Benchmark): string[] {
  const inFolder = (file: string) => (benchmark.cwd === undefined ? file : `${benchmark.cwd}/${file}`)
  if (benchmark.kind === 'task') return [inFolder(benchmark.task)]
  if (benchmark.kind === 'command')
    return benchmark.command
      .split(/\s+/)
      .map((word) => inFolder(word.replace(/^["']|["']$/g, '')))
      .filter(looksLikeBenchmark)
  if (benchmark.kind === 'files') return []
  const { engine, work } = benchmark.load
  const named = [
    ...(engine === undefined ? [] : [engine.script]),
    ...(work.kind === 'function' ? [work.module] : []),
  ]
  return named.map(inFolder)
}
