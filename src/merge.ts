// The last job of a suite that was measured in shards: their Runs → one Run per side, judged, reported and published as if
// one job had measured it all.
import { type FoundShards, joinShards, shardsOfFiles, shardsOfWorkflow } from './baseline/index.ts'
import { loadSuite } from './config/load.ts'
import { rulesOf } from './config/rules-of.ts'
import { ConfigError } from './errors.ts'
import { conclude, type GateRequest, type GateResult } from './gate.ts'
import { writeRuns } from './measure-plan.ts'
import type { Change } from './model/change.ts'
import type { Suite } from './model/suite/index.ts'
import { suiteHash } from './plan/hash.ts'
import type { ForgeEvent } from './ports/forge.ts'
import type { Host } from './ports/host.ts'
import { announce, recant } from './publish/index.ts'

export interface MergeRequest extends Pick<GateRequest, 'config' | 'out' | 'comment' | 'check' | 'name'> {
  /** Directories or Run files; what the shards of this workflow run left, when absent. */
  readonly paths?: readonly string[] | undefined
}

/**
 * @throws ConfigError when the Runs are not parts of one measurement of this suite
 * @throws MeasureError when there are none
 */
export async function merge(request: MergeRequest, host: Host): Promise<GateResult> {
  const loaded = await loadSuite({ files: host.files, path: request.config })
  const event = await host.forge.event()
  const name = request.name ?? loaded.suite.name
  const options = { comment: request.comment ?? 'always', check: request.check ?? 'never' } as const
  await announce(name, host, options)
  try {
    const found = await findShards(request, name, event, host)
    const order = loaded.suite.benchmarks.map((benchmark) => benchmark.name)
    const { runs, change: reason, mixed, notices } = joinShards(found.shards, order)
    refuseOtherSuite(loaded.suite, runs.head.environment.suiteHash)
    const change: Change = {
      base: sideOf(runs.base.subject),
      head: sideOf(runs.head.subject),
      ...(reason === undefined
        ? { reason: 'named' }
        : {
            reason: reason.reason,
            ...(reason.distance === undefined ? {} : { distance: reason.distance }),
          }),
    }
    const rules = await rulesOf(loaded, change, event, host)
    await writeRuns(runs, request.out, host)
    return await conclude(
      {
        ...rules,
        suite: { ...rules.suite, name },
        locate: loaded.locate,
        event,
        runs,
        change,
        mixed,
        notices: [...rules.notices, ...found.notices, ...notices],
        stored: [],
      },
      request,
      options,
      host,
    )
  } catch (error) {
    await recant(name, host, options)
    throw error
  }
}

async function findShards(
  { paths }: MergeRequest,
  suite: string,
  { run }: ForgeEvent,
  { files, artifacts }: Host,
): Promise<FoundShards> {
  if (paths !== undefined) return shardsOfFiles(paths, files)
  if (run === undefined)
    throw new ConfigError(
      'merge was given no Runs, and this is no job of a workflow run whose shards could have left some.',
      [],
      'Name the directories: `perf-gate merge DIR…`.',
    )
  return shardsOfWorkflow(suite, run, artifacts)
}

function refuseOtherSuite(suite: Suite, measured: string | undefined): void {
  if (suiteHash(suite) === measured) return
  throw new ConfigError(
    'The shards measured another suite than the one here: other benchmarks, or measured differently.',
    [],
    'Merge where the head is checked out that was measured, with the same `--config`.',
  )
}

const sideOf = ({
  commit,
  ref,
}: {
  readonly commit?: string | undefined
  readonly ref?: string | undefined
}) => ({
  ...(commit === undefined ? {} : { commit }),
  ...(ref === undefined ? {} : { ref }),
})
