// Every benchmark has one name in the whole suite: entry `a` with an export `b` and an entry `a/b` would share a row.
import { ConfigError } from '../errors.ts'
import type { Notice } from '../model/notice.ts'

export interface Names {
  /** Takes `name` for an entry of the suite; tells the clash when another entry has it. */
  claim(name: string, entry: string): Notice | null
}

export function claimedNames(): Names {
  const owners = new Map<string, string>()
  const origin = (name: string, entry: string) =>
    name === entry ? `benchmarks."${entry}"` : `"${name.slice(entry.length + 1)}" of benchmarks."${entry}"`
  return {
    claim(name, entry) {
      const owner = owners.get(name)
      if (owner === undefined) owners.set(name, entry)
      if (owner === undefined || owner === entry) return null
      return {
        code: 'duplicate-benchmark',
        where: name,
        message: `Two benchmarks are called "${name}": ${origin(name, owner)} and ${origin(name, entry)}.`,
        fix: `Rename benchmarks."${entry}".`,
      }
    },
  }
}

/** @throws ConfigError when there are clashes */
export function refuseClashes(clashes: readonly Notice[]): void {
  if (clashes.length === 0) return
  throw new ConfigError(
    clashes.map((clash) => clash.message).join('\n'),
    clashes,
    clashes.map((clash) => clash.fix).join('\n'),
  )
}
