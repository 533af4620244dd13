// What the shards of a suite have left, brought together: as artifacts of this workflow run, or as files.
import { ConfigError, MeasureError, ReadError } from '../errors.ts'
import type { Notice } from '../model/notice.ts'
import type { Run, Runs } from '../model/run.ts'
import { readRun } from '../model/saved-file.ts'
import { sides } from '../model/side.ts'
import type { Artifacts, FoundArtifact } from '../ports/artifacts.ts'
import type { Files } from '../ports/files.ts'
import type { ForgeEvent } from '../ports/forge.ts'
import { readBoth, runFiles } from './attempts.ts'
import { inOrder } from './in-order.ts'
import { readShardName, shardPrefix } from './name.ts'

/** Both Runs of one shard, and where they were found. */
export interface ShardRuns {
  readonly where: string
  readonly runs: Runs
}

export interface FoundShards {
  readonly shards: readonly ShardRuns[]
  readonly notices: readonly Notice[]
}

/**
 * Of each shard what its latest attempt left, which holds the earlier ones: a job that is run again alone joins those
 * that were not.
 * @throws MeasureError when no shard of this suite left anything
 */
export async function shardsOfWorkflow(
  suite: string,
  run: NonNullable<ForgeEvent['run']>,
  artifacts: Pick<Artifacts, 'findOfRun' | 'download'>,
): Promise<FoundShards> {
  const answer = await artifacts.findOfRun(run.id, shardPrefix)
  const latest = new Map<number, { readonly artifact: FoundArtifact; readonly attempt: number }>()
  for (const artifact of answer.found) {
    const place = readShardName(artifact.name, suite, run.id)
    if (place === null || (latest.get(place.index)?.attempt ?? 0) > place.attempt) continue
    latest.set(place.index, { artifact, attempt: place.attempt })
  }
  if (latest.size === 0)
    throw new MeasureError(
      `No shard of the suite "${suite}" has left its Runs in this workflow run, so there is nothing to merge. ${answer.why ?? ''}`.trim(),
      answer.fix ??
        'Run the action with `shard: i/n` in jobs that this one needs, with the same `name` and suite as here.',
    )
  const inSequence = [...latest].sort(([a], [b]) => a - b)
  const read = await inOrder(inSequence, async ([, { artifact }]) => ({
    where: artifact.name,
    ...readBoth((await artifacts.download(artifact)) ?? {}),
  }))
  return {
    shards: read.flatMap((one) => ('runs' in one ? [one] : [])),
    notices: read.flatMap((one) =>
      'why' in one
        ? [{ code: 'shard-unreadable', message: `The artifact ${one.where} was left out: ${one.why}.` }]
        : [],
    ),
  }
}

/**
 * @param paths output directories of shards, folders of such, or Run files of both sides
 * @throws ConfigError when there are none, or when a Run has no other side
 */
export async function shardsOfFiles(
  paths: readonly string[],
  files: Pick<Files, 'glob' | 'read'>,
): Promise<FoundShards> {
  const found = (await Promise.all(paths.map((path) => runsBelow(path, files)))).flat()
  const read: { readonly file: string; readonly run: Run }[] = []
  for (const file of new Set(found)) {
    const text = await files.read(file)
    if (text === null) throw new ConfigError(`${file}: there is no such file.`)
    const one = readRun(text)
    if ('why' in one) throw new ReadError(`${file} ${one.why}`)
    read.push({ file, run: one.value })
  }
  const groups = new Map<string, (typeof read)[number][]>()
  for (const one of read) {
    const shard = `${one.run.measurement} ${one.run.shard?.index}`
    groups.set(shard, [...(groups.get(shard) ?? []), one])
  }
  return { shards: [...groups.values()].map(bothSides), notices: [] }
}

async function runsBelow(path: string, files: Pick<Files, 'glob'>): Promise<readonly string[]> {
  if (path.endsWith('.json')) return [path]
  const directory = path.replace(/\/+$/, '')
  const names = Object.values(runFiles)
  // What lies deeper belongs to others when the directory is itself that of a shard.
  const own = await files.glob(names, directory)
  const below =
    own.length > 0
      ? own
      : await files.glob(
          names.map((name) => `**/${name}`),
          directory,
        )
  if (below.length === 0)
    throw new ConfigError(
      `${path}: there are no Runs in it.`,
      [],
      'Name the directories that `perf-gate run --shard i/n --out DIR` has filled.',
    )
  return below.map((file) => `${directory}/${file}`)
}

function bothSides(group: readonly { readonly file: string; readonly run: Run }[]): ShardRuns {
  const of = (side: 'base' | 'head') => group.filter(({ run }) => run.subject.label === side)
  for (const side of sides) {
    const [first, second] = of(side)
    const where = group[0]?.file ?? ''
    if (first === undefined)
      throw new ConfigError(`${where}: its ${side} is missing.`, [], 'Name the Runs of both sides.')
    if (second !== undefined)
      throw new ConfigError(`${first.file} and ${second.file} are the same ${side}: name it once.`)
  }
  const [base, head] = [of('base')[0], of('head')[0]]
  if (base === undefined || head === undefined) throw new ConfigError('A side is missing.')
  return { where: head.file.replace(/\/head\.run\.json$/, ''), runs: { base: base.run, head: head.run } }
}
