// `perf-gate merge`: one verdict on what the shards of a suite have measured.
import { type MergeRequest, merge } from '../merge.ts'
import type { Host } from '../ports/host.ts'
import { describeReceipts, needingAttention } from '../publish/index.ts'
import { type CommandResult, type Display, shown } from './result.ts'

export async function mergeCommand(
  request: MergeRequest,
  display: Display,
  host: Host,
): Promise<CommandResult> {
  const { report, receipts, exitCode } = await merge(request, host)
  for (const line of describeReceipts(needingAttention(receipts))) host.log.info(line)
  return { exitCode, output: shown(report, display, request.config) }
}
