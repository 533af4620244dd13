// Programs that are not run: a function says what each command would have done.
import type { Notice } from '../../src/model/notice.ts'
import type { Command, Cost, Finished, Processes } from '../../src/ports/processes.ts'

export interface FakeResult extends Partial<Finished> {
  readonly cost?: Partial<Cost>
}

export interface FakeProcesses extends Processes {
  /** All commands, in order, with the verb they came by. */
  readonly calls: (Command & { readonly verb: 'run' | 'measure' })[]
  /** Clean-ups that were registered and not called off. */
  readonly cleanUps: Set<() => void>
}

/** What is left out of a result is a success without output: exit code 0, 10 ms wall, 8 ms CPU, 1 MB. */
export function fakeProcesses(
  respond: (
    command: Command,
    verb: 'run' | 'measure',
  ) => FakeResult | undefined | Promise<FakeResult | undefined> = () => undefined,
  { limits = [] as readonly Notice[] } = {},
): FakeProcesses {
  const calls: FakeProcesses['calls'] = []
  const cleanUps = new Set<() => void>()
  const finish = async (command: Command, verb: 'run' | 'measure') => {
    calls.push({ ...command, verb })
    const { cost, ...rest } = (await respond(command, verb)) ?? {}
    const finished: Finished = {
      exitCode: 0,
      signal: null,
      timedOut: false,
      stdout: '',
      stderr: '',
      truncated: false,
      ...rest,
    }
    return { finished, cost: { wall: 0.01, cpu: 0.008, peakMemory: 1e6, ...cost } }
  }
  return {
    calls,
    cleanUps,
    run: async (command) => (await finish(command, 'run')).finished,
    async measure(command) {
      const { finished, cost } = await finish(command, 'measure')
      return { ...finished, cost }
    },
    costLimits: async () => limits,
    start(): never {
      throw new Error('a fake starts nothing')
    },
    converse() {
      throw new Error('a fake program does not talk: use the real ones')
    },
    bundle: (name) => `/perf-gate/dist/${name}.js`,
    onExit(cleanUp) {
      const registered = () => cleanUp()
      cleanUps.add(registered)
      return () => void cleanUps.delete(registered)
    },
  }
}
