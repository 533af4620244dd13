// What a job keeps for those who start from here, and what it takes of what others have kept: the Run of head, and with it
// the program that was built of it (`baseline.keep`).
import {
  type BaselinePlace,
  baselinePlace,
  findProgram,
  storeBaseline,
  storeProgram,
} from './baseline/index.ts'
import { readEnvironment } from './measure/environment.ts'
import type { Change } from './model/change.ts'
import type { Notice } from './model/notice.ts'
import type { Program } from './model/program.ts'
import type { Receipt } from './model/receipt.ts'
import type { Runs } from './model/run.ts'
import type { Suite } from './model/suite/index.ts'
import type { ForgeEvent } from './ports/forge.ts'
import type { Host } from './ports/host.ts'

/** What was built of the base before, when the suite keeps programs; else, or when it is of no use, the base is built. */
export async function keptProgram(
  { suite, event, plan }: { readonly suite: Suite; readonly event: ForgeEvent; readonly plan: Planned },
  host: Host,
): Promise<{ readonly program?: Program; readonly notices: readonly Notice[] }> {
  const { keep } = suite.baseline
  const { commit, directory } = plan.change.base
  if (keep.length === 0 || commit === undefined || directory !== undefined) return { notices: [] }
  const place = await baselinePlace(suite, event, host)
  if (place === null) return { notices: [] }
  const environment = await readEnvironment(host)
  const found = await findProgram({ place, keep, setup: suite.setup, environment, host, commit })
  if ('program' in found) return { program: found.program, notices: [] }
  const { why, fix } = found
  const message = `The base was built, not restored. ${why}`
  return { notices: [{ code: 'program-not-restored', message, ...(fix === undefined ? {} : { fix }) }] }
}

interface Planned {
  readonly change: Change
}

/** The Run of head, and with it the program that it is of, for those who start from here. */
export async function keep(
  { suite, change, runs }: { readonly suite: Suite; readonly change: Change; readonly runs: Runs },
  place: BaselinePlace | null,
  host: Host,
): Promise<readonly Receipt[]> {
  if (place === null) return []
  const run = runs.head
  const stored = await storeBaseline({ ...place, run })
  const { commit, directory, dirty } = change.head
  const { keep } = suite.baseline
  if (keep.length === 0 || commit === undefined || directory === undefined || dirty === true) return [stored]
  const terms = { keep, setup: suite.setup, environment: run.environment, host }
  return [stored, await storeProgram({ ...terms, place, head: { directory, commit } })]
}
