// What each benchmark took in an earlier Run of the base branch, and which metrics it has: what shards are balanced by.
// All shards of one measurement must find the same Run, although they start minutes apart and a job of the base branch
// may end in between: so only those count that were there when the head was committed.
import type { Run } from '../model/run.ts'
import type { Artifacts, FoundArtifact } from '../ports/artifacts.ts'
import { type BaselineQuery, baselineBranch, openBaseline } from './find.ts'
import { artifactName } from './name.ts'

export interface DurationsQuery extends Pick<BaselineQuery, 'suite' | 'event'> {
  readonly artifacts: Pick<Artifacts, 'find' | 'download'>
  /** Milliseconds since 1970; `null` when it is not known, and then no Run can be agreed on. */
  readonly before: number | null
}

/** @returns the newest Run that says what its benchmarks took; `null` when there is none */
export async function findDurations({
  suite,
  event,
  artifacts,
  before,
}: DurationsQuery): Promise<Run | null> {
  const branch = baselineBranch(event)
  if (typeof branch !== 'string' || before === null) return null
  const { found } = await artifacts.find({ name: artifactName(suite), branch })
  const wasThere = ({ createdAt }: FoundArtifact) => createdAt !== undefined && Date.parse(createdAt) < before
  // Runs of an older version do not say what they took.
  for (const artifact of found.filter(wasThere).slice(0, 3)) {
    const opened = await openBaseline(artifact, artifacts)
    if ('run' in opened && opened.run.spent !== undefined) return opened.run
  }
  return null
}
