// A world of its own for the executor: time that only moves when nothing is left to do, and a server in a formula.

import * as v from 'valibot'
import { createExecutor, isOpen, type Ran } from '../../../src/measure/load/executor.ts'
import type { LoadPlan, RunnableModel } from '../../../src/measure/load/protocol.ts'
import { rowsOf } from '../../../src/measure/load/rows.ts'
import { scenarioUsers } from '../../../src/measure/load/scenarios.ts'
import { createTally } from '../../../src/measure/load/tally.ts'
import type { Timing } from '../../../src/measure/load/timing.ts'
import type { Answer, Lane, Listener, Transport, WireRequest } from '../../../src/measure/load/transport.ts'
import { LoadSpecSchema } from '../../../src/model/suite/load.ts'

export interface World extends Timing {
  /** Runs until `done`, or nothing is left. */
  run<Result>(running: Promise<Result>): Promise<Result>
}

/** @param tickLength how much slower than asked its ticks are */
export function createWorld(tickLength = 1): World {
  let now = 0
  let order = 0
  const due: { readonly at: number; readonly order: number; readonly work: () => void }[] = []
  const after = (delay: number, work: () => void) => {
    const entry = { at: now + Math.max(0, delay), order: order++, work }
    let low = 0
    let high = due.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = due[middle]
      if (
        other !== undefined &&
        (other.at < entry.at || (other.at === entry.at && other.order < entry.order))
      )
        low = middle + 1
      else high = middle
    }
    due.splice(low, 0, entry)
    return () => {
      const index = due.indexOf(entry)
      if (index >= 0) due.splice(index, 1)
    }
  }
  return {
    now: () => now,
    after,
    ticks(interval, work) {
      let on = true
      const next = () => {
        if (!on) return
        work()
        if (on) after(interval * tickLength, next)
      }
      after(interval * tickLength, next)
      return () => {
        on = false
      }
    },
    async run(running) {
      let over = false
      const watched = running.finally(() => {
        over = true
      })
      while (!over) {
        // Promises first: what they do happens now.
        for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
        const entry = due.shift()
        if (entry === undefined) break
        now = entry.at
        entry.work()
      }
      return watched
    },
  }
}

export type Serve = (
  request: WireRequest,
  now: number,
) => { readonly after: number } & (Partial<Answer> | { readonly fails: string })

export interface FakeTransport extends Transport {
  readonly requests: { readonly request: WireRequest; readonly at: number; readonly lane: number }[]
}

/** Answers as `serve` says, `after` milliseconds; never when that is infinite. */
export function fakeTransport(world: World, serve: Serve): FakeTransport {
  const requests: FakeTransport['requests'] = []
  let lanes = 0
  return {
    name: 'fake',
    requests,
    open(): Lane {
      const lane = lanes++
      let latest: Listener | null = null
      return {
        send(request, listener) {
          latest = listener
          requests.push({ request, at: world.now(), lane })
          const reply = serve(request, world.now())
          if (!Number.isFinite(reply.after)) return
          world.after(reply.after, () => {
            if (latest !== listener) return
            latest = null
            if ('fails' in reply) listener.failed(reply.fails)
            else listener.answered({ status: 200, headers: [], body: '', bytes: 2, ...reply })
          })
        },
        abort(kind) {
          const listener = latest
          latest = null
          if (listener !== null) world.after(0, () => listener.failed(kind))
        },
        close() {},
      }
    },
    connections: () => lanes,
    opened: () => lanes,
    async close() {},
  }
}

/** The keys of `load:` as a person writes them, run against a simulated server. */
export async function simulate(
  written: Record<string, unknown>,
  serve: Serve,
  { tick = 1, abortWhen = [] }: { readonly tick?: number; readonly abortWhen?: LoadPlan['abortWhen'] } = {},
) {
  const load = v.parse(LoadSpecSchema, { target: 'http://127.0.0.1:3000/', ...written })
  if (load.work.kind !== 'scenarios') throw new Error('only requests are simulated')
  const model = load.model as RunnableModel
  const world = createWorld(tick)
  const transport = fakeTransport(world, serve)
  const tally = createTally(isOpen(model))
  const users = scenarioUsers(
    {
      work: load.work,
      items: Array.isArray(load.data) ? load.data : [],
      seed: 7,
      transport,
      timing: world,
      base: load.target ?? null,
      allowHosts: [],
      proposedHosts: [],
      date: () => 0,
    },
    () => tally,
  )
  const executor = createExecutor(users, world, load)
  const ran: Ran = await world.run(
    executor.run({ model, tally, abortWhen: [...abortWhen, ...load.abortWhen] }),
  )
  const stages = 'stages' in model ? model.stages.map(({ duration }) => duration) : [model.duration]
  const { slip, ...rest } = ran
  const result = {
    ...rest,
    kind: 'result' as const,
    connections: transport.connections(),
    opened: transport.opened(),
    cells: tally.cells(),
    stages,
    slip: {
      p50: slip.getValueAtPercentile(50) / 1e6,
      p95: slip.getValueAtPercentile(95) / 1e6,
      p99: slip.getValueAtPercentile(99) / 1e6,
    },
    utilization: 0.1,
    cpu: 0.1,
    transport: 'fake',
  }
  return { result, rows: rowsOf(result, load.work), requests: transport.requests, world }
}
