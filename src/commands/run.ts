// `perf-gate run`: the whole gate.
import { type GateRequest, gate } from '../gate.ts'
import type { Host } from '../ports/host.ts'
import { describeReceipts, needingAttention } from '../publish/index.ts'
import { type CommandResult, type Display, shown } from './result.ts'

export async function runCommand(request: GateRequest, display: Display, host: Host): Promise<CommandResult> {
  const { report, receipts, exitCode } = await gate(request, host)
  for (const line of describeReceipts(needingAttention(receipts))) host.log.info(line)
  return { exitCode, output: shown(report, display, request.config) }
}
