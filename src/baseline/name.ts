// Under which name a suite's Runs are kept: readable, legal as an artifact name, and different for different suites.
import type { ShardPlace } from '../model/shard.ts'
import type { ForgeEvent } from '../ports/forge.ts'

/** Letters, digits, dot, dash and underscore stay; everything else becomes its code point between tildes. */
export function suitePart(suite: string): string {
  return [...suite]
    .map((character) =>
      /[A-Za-z0-9._-]/.test(character) ? character : `~${character.codePointAt(0)?.toString(16)}~`,
    )
    .join('')
}

export function artifactName(suite: string): string {
  return `perf-gate-baseline-${suitePart(suite)}`
}

type Attempt = Pick<NonNullable<ForgeEvent['run']>, 'id' | 'attempt'>

/** The run is part of the name, so that it is found among the artifacts of a busy repository. */
export function attemptName(suite: string, { id, attempt }: Attempt, shard?: ShardPlace): string {
  const place = shard === undefined ? 'attempt' : `shard-${shard.index}-of-${shard.count}`
  return `perf-gate-${place}-${id}-${attempt}-${suitePart(suite)}`
}

/** What the names of all shards of all suites begin with. */
export const shardPrefix = 'perf-gate-shard-'

/** The place and the attempt that a shard's name tells; `null` when it is not of this suite and run. */
export function readShardName(
  name: string,
  suite: string,
  run: string,
): (ShardPlace & { readonly attempt: number }) | null {
  const [, index = '', count = '', attempt = ''] =
    /^perf-gate-shard-(\d{1,4})-of-(\d{1,4})-\d+-(\d{1,9})-/.exec(name) ?? []
  const read = { index: Number(index), count: Number(count), attempt: Number(attempt) }
  return name === attemptName(suite, { id: run, attempt: read.attempt }, read) ? read : null
}

export function programName(suite: string): string {
  return `perf-gate-program-${suitePart(suite)}`
}
