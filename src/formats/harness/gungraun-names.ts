// Names in gungraun and iai-callgrind: a function, the id of one of its runs, and the arguments of that run.
import { withParameters } from '../reading/name.ts'

export interface GungraunRun {
  /** `file::group::function`. */
  readonly path: string
  readonly id?: string | null | undefined
  readonly arguments?: string | null | undefined
}

/** The id names a run. Arguments may hold paths of a machine, so they are named only where ids are not enough. */
export function gungraunNames(runs: readonly GungraunRun[]): (run: GungraunRun) => string {
  const named = ({ path, id }: GungraunRun) => withParameters(path, { id })
  const seen = new Map<string, Set<string>>()
  for (const run of runs) seen.set(named(run), (seen.get(named(run)) ?? new Set()).add(run.arguments ?? ''))
  return (run) =>
    (seen.get(named(run))?.size ?? 0) > 1
      ? withParameters(named(run), { arguments: run.arguments })
      : named(run)
}

/** `module::function id:arguments`, as printed. */
export function gungraunRun(heading: string): GungraunRun {
  const [, path = heading, id, written] = /^(\S+)(?:\s+([\w-]+)(?::(.*))?)?$/s.exec(heading) ?? []
  return { path, id, arguments: written }
}
