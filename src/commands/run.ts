// `perf-gate run`: the whole gate, or with `--shard` one of several parts of its measuring.
import { type GateRequest, gate } from '../gate.ts'
import type { Host } from '../ports/host.ts'
import { describeReceipts, needingAttention } from '../publish/index.ts'
import { describeShardResult, measureShard } from '../shard.ts'
import { type CommandResult, type Display, shown } from './result.ts'

export async function runCommand(request: GateRequest, display: Display, host: Host): Promise<CommandResult> {
  const { shard } = request
  if (shard !== undefined) {
    const result = await measureShard({ ...request, shard }, host)
    const { receipts: _, exitCode: code, ...told } = result
    return { exitCode: code, output: display.json ? JSON.stringify(told) : describeShardResult(result) }
  }
  const { report, receipts, exitCode } = await gate(request, host)
  for (const line of describeReceipts(needingAttention(receipts))) host.log.info(line)
  return { exitCode, output: shown(report, display, request.config) }
}
