// `perf-gate plan`: everything before the first program is started.
import { exitCodes } from '../errors.ts'
import { type GateRequest, prepare } from '../gate.ts'
import { describePlan } from '../plan/describe.ts'
import type { Host } from '../ports/host.ts'
import type { CommandResult, Display } from './result.ts'

export async function planCommand(
  request: GateRequest,
  display: Display,
  host: Host,
): Promise<CommandResult> {
  const { plan, suite } = await prepare(request, host)
  return {
    exitCode: exitCodes.pass,
    output: display.json ? JSON.stringify(plan) : describePlan(plan, suite.budgets).join('\n'),
  }
}
