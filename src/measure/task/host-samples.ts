// Calling a task so that its cost can be trusted: both clocks around many calls, nothing between the calls.
import process from 'node:process'
import { childrenCpu } from './host-counters.ts'
import { describeError, isThenable, stackOf, type Task, TaskError } from './host-exports.ts'
import { type Phases, takePhases } from './host-phases.ts'

/** Every result is kept here for a moment, so that no compiler may drop the calls that made it. */
const sink: { value: unknown } = { value: undefined }

/** Lets the latest result go: it is no leak. */
export function releaseResult(): void {
  sink.value = undefined
}

/** Calls that returned so far in this process, for messages. */
let called = 0

interface Cost {
  /** Seconds. */
  readonly wall: number
  readonly cpu: number
}

function costSince(cpuAtStart: NodeJS.CpuUsage, wallAtStart: bigint): Cost {
  const wall = process.hrtime.bigint() - wallAtStart
  const cpu = process.cpuUsage(cpuAtStart)
  return { wall: Number(wall) / 1e9, cpu: (cpu.user + cpu.system) / 1e6 }
}

/** A function that returns no promise pays for no `await`. */
function callSync(task: Task, calls: number): Cost {
  let call = 0
  try {
    const cpuAtStart = process.cpuUsage()
    const wallAtStart = process.hrtime.bigint()
    for (; call < calls; call += 1) sink.value = task()
    return costSince(cpuAtStart, wallAtStart)
  } finally {
    called += call
  }
}

/** One after the other: what is measured is the latency of a call, not how many run at once. */
async function callAsync(task: Task, calls: number): Promise<Cost> {
  let call = 0
  try {
    const cpuAtStart = process.cpuUsage()
    const wallAtStart = process.hrtime.bigint()
    for (; call < calls; call += 1) sink.value = await task()
    return costSince(cpuAtStart, wallAtStart)
  } finally {
    called += call
  }
}

const asynchronous = new Map<Task, boolean>()

/** @throws TaskError `threw` */
async function sample(task: Task, calls: number): Promise<Cost> {
  let cost: Cost
  try {
    let isAsync = asynchronous.get(task)
    if (isAsync === undefined) {
      const first = task()
      isAsync = isThenable(first)
      asynchronous.set(task, isAsync)
      sink.value = await first
      called += 1
    }
    cost = isAsync ? await callAsync(task, calls) : callSync(task, calls)
  } catch (error) {
    const hint =
      task.length > 0 ? ` (it declares ${task.length} parameters; tasks are called without any)` : ''
    console.error(stackOf(error))
    throw new TaskError('threw', `it threw in call ${called + 1}: ${describeError(error)}${hint}`)
  }
  if (asynchronous.get(task) === false && isThenable(sink.value))
    throw new TaskError('sometimes-async', 'it returned a promise after having returned none')
  return cost
}

/**
 * What a call costs once warm.
 * @param warmUp seconds to run before looking
 * @param lookTime seconds that one look should last at least
 */
export async function calibrate(task: Task, warmUp: number, lookTime: number): Promise<{ wall: number }> {
  let calls = 1
  let spent = 0
  while (true) {
    // The better of two: a pause of the machine must not pass for a slow call.
    const looks = [await sample(task, calls), await sample(task, calls)]
    const wall = Math.min(...looks.map((look) => look.wall))
    spent += looks.reduce((sum, look) => sum + look.wall, 0)
    const slowEnough = wall >= lookTime
    if (spent >= warmUp && (slowEnough || spent >= warmUp + 20 * lookTime)) break
    if (!slowEnough) {
      const factor = wall > 0 ? (1.1 * lookTime) / wall : 2
      calls = Math.min(2 ** 30, Math.ceil(calls * Math.min(10, Math.max(1.1, factor))))
    }
  }
  const walls: number[] = []
  for (let total = 0; walls.length < 5 && (walls.length === 0 || total < 5 * lookTime); ) {
    const { wall } = await sample(task, calls)
    walls.push(wall / calls)
    total += wall
  }
  // What disturbs only ever adds.
  return { wall: Math.min(...walls) }
}

/** Costs per call: `samples` times, `calls` calls each. */
export async function measure(
  task: Task,
  calls: number,
  samples: number,
): Promise<{ wall: number[]; cpu: number[]; children: number; phases?: Phases[] }> {
  // Made before the clock runs, so that no sample pays for growing them.
  const wall = new Array<number>(samples).fill(0)
  const cpu = new Array<number>(samples).fill(0)
  const phases: Phases[] = []
  // Whatever was measured before is not of these calls.
  takePhases()
  const childrenAtStart = childrenCpu()
  for (let index = 0; index < samples; index += 1) {
    const cost = await sample(task, calls)
    wall[index] = cost.wall / calls
    cpu[index] = cost.cpu / calls
    phases.push(takePhases())
  }
  const hasPhases = phases.some((sample) => Object.keys(sample).length > 0)
  return { wall, cpu, children: childrenCpu() - childrenAtStart, ...(hasPhases ? { phases } : {}) }
}
