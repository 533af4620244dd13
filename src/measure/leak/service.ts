// A leak test of a service: rounds of requests instead of calls. Node processes are asked to collect their garbage after
// each; of any other program only the resident memory is known.
import type { Notice } from '../../model/notice.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Files } from '../../ports/files.ts'
import type { Aside, Place } from '../driver.ts'
import type { RunLoad } from '../load/round.ts'
import { preloading } from '../preload.ts'
import type { Service } from '../service/service.ts'
import { leakNotices, observeLeak } from './observe.ts'
import { searchLeak } from './search.ts'

/** Requests under way at once: enough to keep a service busy, few enough that a round ends soon. */
const users = 4
/** Seconds that a round may take before it is given up. */
const longestRound = 30
/** Requests that warm the service up and say how long one takes. */
const warmUp = 200
/** Seconds that an answer may take, and between two looks for it. */
const patience = 5
const lookEvery = 0.005

/** Environment for a service whose Node processes answer in `directory`. */
export function leakEnvironment(
  directory: string,
  leakHost: string,
  env: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return { ...preloading(leakHost, env), PERF_GATE_LEAK_DIRECTORY: directory }
}

export interface ServiceLeakTest {
  readonly name: string
  readonly place: Place
  /** Bytes per request that are no leak. */
  readonly tolerance: number
  /** Where its Node processes answer. */
  readonly directory: string
  readonly service: Pick<Service, 'usage'>
  readonly run: RunLoad
  readonly tools: { readonly files: Files; readonly clock: Clock }
}

/** @throws TrialError when the load cannot be run */
export async function serviceLeakTest(test: ServiceLeakTest): Promise<Aside> {
  const { name, place, tolerance, directory, service, run, tools } = test
  let peak = 0
  let asked = 0

  async function send(requests: number): Promise<number> {
    const model = { kind: 'shared-iterations', users, iterations: requests, duration: longestRound } as const
    const { duration } = await run({ model, abortWhen: [], warmUp: 0, startDelay: 0, workers: 1 })
    peak = Math.max(peak, service.usage()?.memory ?? 0)
    return duration
  }

  async function bytesInUse(): Promise<number> {
    asked += 1
    await tools.files.write(`${directory}/ask-${asked}`, '')
    const deadline = tools.clock.elapsed() + patience
    for (;;) {
      const there = await tools.files.glob(['here-*'], directory)
      const answers = await tools.files.glob([`answer-${asked}-*[0-9]`], directory)
      if (there.length === 0) return service.usage()?.memory ?? 0
      if (answers.length >= there.length || tools.clock.elapsed() >= deadline) {
        const bytes = await Promise.all(answers.map((file) => tools.files.read(`${directory}/${file}`)))
        return bytes.reduce((sum, text) => sum + Number(text ?? 0), 0)
      }
      await tools.clock.sleep(lookEvery)
    }
  }

  const seconds = (await send(warmUp)) / warmUp
  const round = async (requests: number) => {
    await send(requests)
    return bytesInUse()
  }
  const isNode = (await tools.files.glob(['here-*'], directory)).length > 0
  const found = await searchLeak(round, seconds, tolerance)
  return {
    observations: observeLeak(name, found, peak),
    notices: [...leakNotices(name, place.side, found, tolerance), ...(isNode ? [] : [residentNotice(name)])],
  }
}

function residentNotice(name: string): Notice {
  return {
    code: 'leak-resident',
    where: name,
    message:
      'The service runs no Node.js, so its garbage could not be collected between rounds: the leak test saw resident memory, which allocators give back late.',
    fix: 'Allow more in `leak:` when it stays inconclusive.',
  }
}
