// What a measurement takes from earlier ones and leaves to later ones: the program of its base, its own Run and program.
import type { Change } from '../model/change.ts'
import type { Environment } from '../model/environment.ts'
import type { Notice } from '../model/notice.ts'
import type { Program } from '../model/program.ts'
import type { Receipt } from '../model/receipt.ts'
import type { Run } from '../model/run.ts'
import type { BaselinePlace } from './place.ts'
import { findProgram, type ProgramTerms, storeProgram } from './program.ts'
import { storeBaseline } from './store.ts'

export interface KeepTerms extends Omit<ProgramTerms, 'environment'> {
  /** `null`: nothing is kept anywhere. */
  readonly place: BaselinePlace | null
  readonly change: Change
}

/** What was built of the base before, when the suite keeps programs; else, or when it is of no use, the base is built. */
export async function programOfBase(
  terms: KeepTerms & { readonly environment: Environment },
): Promise<{ readonly program?: Program; readonly notices: readonly Notice[] }> {
  const { place, change, keep } = terms
  const { commit, directory } = change.base
  if (keep.length === 0 || place === null || commit === undefined || directory !== undefined)
    return { notices: [] }
  const found = await findProgram({ ...terms, place, commit })
  if ('program' in found) return { program: found.program, notices: [] }
  const { why, fix } = found
  const message = `The base was built, not restored. ${why}`
  return { notices: [{ code: 'program-not-restored', message, ...(fix === undefined ? {} : { fix }) }] }
}

/** The Run of head, and with it the program that it is of, for those who start from here. */
export async function keepForOthers(terms: KeepTerms & { readonly run: Run }): Promise<readonly Receipt[]> {
  const { place, change, keep, run } = terms
  if (place === null || run.series.length === 0) return []
  const stored = await storeBaseline({ ...place, run })
  const { commit, directory, dirty } = change.head
  if (keep.length === 0 || commit === undefined || directory === undefined || dirty === true) return [stored]
  const { environment } = run
  return [stored, await storeProgram({ ...terms, place, environment, head: { directory, commit } })]
}
