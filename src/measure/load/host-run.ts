// One run of load in this thread: transport, users and executor put together, and what came of it.
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { setInterval as every, setTimeout as later } from 'node:timers'
import { createExecutor, isOpen, stagesOf } from './executor.ts'
import { functionUsers, type Target } from './host-function.ts'
import { transportFor } from './host-transports.ts'
import type { Begun, Live, LoadPlan, LoadResult, RunnableModel } from './protocol.ts'
import { type OpenUser, scenarioUsers } from './scenarios.ts'
import { createTally } from './tally.ts'
import type { Timing } from './timing.ts'
import type { Transport } from './transport.ts'

const timing: Timing = {
  now: () => performance.now(),
  after(delay, work) {
    const timer = later(work, delay)
    return () => clearTimeout(timer)
  },
  ticks(interval, work) {
    const timer = every(work, interval)
    return () => clearInterval(timer)
  },
}

/** The same kind of load at the level it begins with. */
export function warmUpModel(model: RunnableModel, duration: number): RunnableModel {
  switch (model.kind) {
    case 'constant-vus':
    case 'shared-iterations':
    case 'per-vu-iterations':
      return { kind: 'constant-vus', users: model.users, duration }
    case 'ramping-vus':
      return { kind: 'constant-vus', users: Math.max(1, Math.round(model.start)), duration }
    case 'constant-arrival-rate':
      return { ...model, duration }
    case 'ramping-arrival-rate':
      return { kind: 'constant-arrival-rate', rate: Math.max(1, model.start), duration }
  }
}

/** @param target the function under load, where the work is one */
export async function runLoad(
  plan: LoadPlan,
  target: Target | null,
  tell: (event: Live | Begun) => void,
): Promise<LoadResult> {
  const { model, work } = plan
  const separate = isOpen(model)
  let tally = createTally(separate)
  let transport: Transport | null = null
  let users: OpenUser
  if (work.kind === 'function') {
    if (target === null) throw new Error('a function to load is missing')
    users = functionUsers({ work, target, items: plan.items, seed: plan.seed, timing }, () => tally)
  } else {
    transport = transportFor(plan)
    users = scenarioUsers({ ...plan, work, transport, timing, date: () => Date.now() }, () => tally)
  }
  const executor = createExecutor(users, timing, plan)
  const { index, of } = plan.share ?? { index: 0, of: 1 }
  const common = { phase: index / of, abortWhen: [] }
  try {
    if (plan.startDelay > 0)
      await new Promise<void>((resolve) => timing.after(plan.startDelay * 1000, resolve))
    if (plan.warmUp > 0) {
      await executor.run({ ...common, model: warmUpModel(model, plan.warmUp), tally })
      tally = createTally(separate)
    }
    tell({ kind: 'begun' })
    const before = performance.eventLoopUtilization()
    const cpuBefore = process.cpuUsage()
    const openedBefore = transport?.opened() ?? 0
    let connections = 0
    const ran = await executor.run({
      ...common,
      model,
      tally,
      abortWhen: plan.abortWhen,
      onWindow(window) {
        connections = Math.max(connections, transport?.connections() ?? 0)
        tell({ kind: 'live', window })
      },
    })
    const cpu = process.cpuUsage(cpuBefore)
    const { slip, ...rest } = ran
    const late = (percent: number) => (slip.totalCount === 0 ? 0 : slip.getValueAtPercentile(percent) / 1e6)
    return {
      kind: 'result',
      ...rest,
      connections: Math.max(connections, transport?.connections() ?? 0),
      opened: (transport?.opened() ?? 0) - openedBefore,
      cells: tally.cells(),
      stages: stagesOf(model),
      slip: { p50: late(50), p95: late(95), p99: late(99) },
      utilization: performance.eventLoopUtilization(before).utilization,
      cpu: (cpu.user + cpu.system) / 1e6,
      transport: transport?.name ?? 'function',
    }
  } finally {
    executor.close()
    await transport?.close()
  }
}
