// Load beyond one core's honest rate: a plan cut into equal shares for several threads, and their results put together.
import { isOpen } from './executor.ts'
import type { LoadPlan, LoadResult, RunnableModel, Window } from './protocol.ts'

/** Arrivals per second up to which one thread's own queue does not show in the latency: measured. */
export const honestRate = { net: 20_000, undici: 10_000 } as const

/** Threads that a plan needs. @param most as many as there are cores to spare */
export function workersFor(
  plan: Pick<LoadPlan, 'model' | 'workers' | 'work' | 'http' | 'transport'>,
  most: number,
): number {
  const { model, work } = plan
  // A function has one process: it may hold a server of its own.
  if (work.kind === 'function') return 1
  const smallest = amountOf(model)
  if (plan.workers !== undefined) return Math.max(1, Math.min(plan.workers, smallest))
  if (!isOpen(model)) return 1
  const rate =
    'stages' in model
      ? Math.max(model.start, ...model.stages.map(({ target }) => target))
      : 'rate' in model
        ? model.rate
        : 0
  const honest = plan.transport === 'undici' || plan.http === 2 ? honestRate.undici : honestRate.net
  return Math.max(1, Math.min(Math.ceil(rate / honest), most))
}

/** Users cannot be cut in pieces. */
function amountOf(model: RunnableModel): number {
  return 'users' in model ? model.users : Number.POSITIVE_INFINITY
}

/** The plan of one thread: its share of the rate, the users, the iterations and the connections. */
export function shareOf(plan: LoadPlan, index: number, of: number): LoadPlan {
  const whole = (amount: number) => Math.floor(amount / of) + (index < amount % of ? 1 : 0)
  return {
    ...plan,
    model: shareOfModel(plan.model, of, whole),
    maxConnections: Math.max(1, whole(plan.maxConnections)),
    seed: plan.seed + index,
    share: { index, of },
  }
}

function shareOfModel(model: RunnableModel, of: number, whole: (amount: number) => number): RunnableModel {
  switch (model.kind) {
    case 'constant-vus':
    case 'per-vu-iterations':
      return { ...model, users: whole(model.users) }
    case 'shared-iterations':
      return { ...model, users: whole(model.users), iterations: whole(model.iterations) }
    case 'constant-arrival-rate':
      return { ...model, rate: model.rate / of }
    case 'ramping-vus':
    case 'ramping-arrival-rate':
      return {
        ...model,
        start: model.start / of,
        stages: model.stages.map(({ duration, target }) => ({ duration, target: target / of })),
      }
  }
}

/** Counts are added up, histograms merge exactly (cell by cell, later), and of the threads the worst one is told. */
export function joinResults(results: readonly LoadResult[]): LoadResult {
  const [first, ...rest] = results
  if (first === undefined) throw new Error('no thread has a result')
  if (rest.length === 0) return first
  const sum = (value: (result: LoadResult) => number) =>
    results.reduce((total, result) => total + value(result), 0)
  const most = (value: (result: LoadResult) => number) => Math.max(...results.map(value))
  return {
    ...first,
    duration: most((result) => result.duration),
    offered: sum((result) => result.offered),
    started: sum((result) => result.started),
    dropped: sum((result) => result.dropped),
    iterations: sum((result) => result.iterations),
    users: sum((result) => result.users),
    connections: sum((result) => result.connections),
    opened: sum((result) => result.opened),
    cpu: most((result) => result.cpu),
    cells: results.flatMap(({ cells }) => cells),
    slip: {
      p50: most(({ slip }) => slip.p50),
      p95: most(({ slip }) => slip.p95),
      p99: most(({ slip }) => slip.p99),
    },
    utilization: most((result) => result.utilization),
    windows: first.windows.map((_, index) =>
      joinWindows(results.flatMap(({ windows }) => windows[index] ?? [])),
    ),
    aborted: results.map(({ aborted }) => aborted).find((why) => why !== null) ?? null,
  }
}

function joinWindows(windows: readonly Window[]): Window {
  const sum = (value: (window: Window) => number) =>
    windows.reduce((total, window) => total + value(window), 0)
  const most = (value: (window: Window) => number) => Math.max(0, ...windows.map(value))
  return {
    at: most(({ at }) => at),
    intended: sum(({ intended }) => intended),
    requests: sum(({ requests }) => requests),
    failed: sum(({ failed }) => failed),
    p50: most(({ p50 }) => p50),
    p95: most(({ p95 }) => p95),
    p99: most(({ p99 }) => p99),
  }
}
