// One of several jobs that measure a suite together: measures its part, leaves the Runs, and judges nothing. What is to be
// said of the suite, `merge` says once.
import { storeAttempt } from './baseline/index.ts'
import { type ExitCode, exitCodes } from './errors.ts'
import { type GateRequest, keptProgram, prepare } from './gate.ts'
import { measurePlan, writeRuns } from './measure-plan.ts'
import type { Failure } from './model/failure.ts'
import type { Receipt } from './model/receipt.ts'
import type { Runs } from './model/run.ts'
import type { Shard } from './model/shard.ts'
import { sides } from './model/side.ts'
import type { Host } from './ports/host.ts'

export interface ShardResult {
  readonly shard: Shard
  readonly suite: string
  /** What could not be measured: in the Runs too, for `merge` to judge. */
  readonly failures: readonly Failure[]
  readonly seed: number
  /** Where the Runs are. */
  readonly out: string
  readonly receipts: readonly Receipt[]
  /** 3 when the Runs could not be handed on. */
  readonly exitCode: ExitCode
}

export async function measureShard(
  request: GateRequest & { readonly shard: NonNullable<GateRequest['shard']> },
  host: Host,
): Promise<ShardResult> {
  const prepared = await prepare(request, host)
  const { suite, plan, event } = prepared
  const { shard = { index: request.shard.index, division: [] } } = plan
  const kept = await keptProgram(prepared, host)
  const measured = await measurePlan({ ...prepared, program: kept.program }, request, host)
  // Said at the end only: what was stopped before is no shard.
  const runs: Runs = {
    base: { ...measured.runs.base, shard },
    head: {
      ...measured.runs.head,
      shard,
      notices: [...prepared.notices, ...kept.notices, ...measured.runs.head.notices],
    },
  }
  await writeRuns(runs, request.out, host)
  const receipts = await storeAttempt({
    suite: suite.name,
    runs,
    event,
    artifacts: host.artifacts,
    shard: request.shard,
  })
  return {
    shard,
    suite: suite.name,
    failures: sides.flatMap((side) => runs[side].failures),
    seed: plan.seed,
    out: request.out,
    receipts,
    exitCode: receipts.every(({ status }) => status === 'done') ? exitCodes.pass : exitCodes.unmeasured,
  }
}

export function describeShardResult({ shard, suite, failures, seed, out, receipts }: ShardResult): string {
  const { index, division } = shard
  const own = division[index - 1] ?? []
  const all = division.flat().length
  const measured =
    own.length === 0
      ? 'nothing to measure, because there are more shards than benchmarks'
      : `${own.length} of ${all} benchmarks measured (${own.join(', ')})`
  return [
    `${suite}, shard ${index} of ${division.length}: ${measured}`,
    `seed ${seed}, the same for all shards`,
    ...failures.map(({ benchmark, reason }) => `failed: ${benchmark}: ${reason}`),
    `Runs are in ${out}; nothing is judged here: \`perf-gate merge\` does that with all shards together.`,
    ...receipts.flatMap(({ status, why = '', fix = '' }) =>
      status === 'done' ? [] : [`The Runs could not be handed on: ${why} ${fix}`.trim()],
    ),
  ].join('\n')
}
