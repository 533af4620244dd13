// The service under test: started for a side on a port of its own, waited for, watched, and ended with all its children.
import type { ServiceSpec } from '../../model/suite/index.ts'
import type { Running, Usage, Watch } from '../../ports/processes.ts'
import { type Place, pathIn, type Tools, TrialError } from '../driver.ts'
import { howItEnded, outputOf } from '../output.ts'
import { type PutPort, putPort } from './addresses.ts'
import type { ServiceLog } from './log.ts'

/** One look whether a URL answers: its status, or `null`. */
export type Probe = (url: string, timeout: number) => Promise<number | null>

export interface Service {
  readonly place: Place
  readonly port: number
  readonly put: PutPort
  usage(): Usage | null
  /** Watches what it takes from the machine, from now on. @param interval seconds */
  watch(interval: number): Watch
  output(): string
  hasEnded(): boolean
  /** Resolves with the error to tell when it dies by itself. */
  readonly died: Promise<TrialError>
  stop(): Promise<void>
}

export interface ServiceWatch {
  /** Environment variables beside its own. */
  readonly env: Readonly<Record<string, string>>
}

export interface ServiceSettings {
  readonly spec: ServiceSpec
  readonly port: number
  /** The port that the suite writes. */
  readonly written: number | null
  /** Makes its processes watch themselves. */
  readonly watch?: ServiceWatch | undefined
  /** Waited for when the suite does not say what to wait for. */
  readonly target: string | undefined
  /** Where what it prints is kept. */
  readonly log: ServiceLog | null
}

/** Seconds between two looks. */
const lookEvery = 0.05
/** Seconds that one look may take. */
const lookTime = 2
/** Characters of its output that a failure shows. */
const shown = 4000
/** Characters of its last line that a sentence quotes. */
const longestLine = 200

/** @throws TrialError when it does not become ready; it is gone then */
export async function startService(
  { spec, port, written, target, watch, log }: ServiceSettings,
  place: Place,
  tools: Pick<Tools, 'processes' | 'clock'>,
  probe: Probe,
): Promise<Service> {
  const put = putPort(port, written)
  const env = Object.fromEntries(
    Object.entries({ ...spec.env, ...watch?.env }).map(([name, value]) => [name, put(value)]),
  )
  const running = tools.processes.start({
    command: put(spec.command),
    cwd: pathIn(place, spec.cwd),
    env: { ...env, PORT: String(port) },
  })
  let wanted = true
  const died = running.finished.then(
    (finished) =>
      new TrialError(
        place,
        'service-died',
        `the service "${spec.command}" ended by itself: it ${howItEnded(finished)}${lastWords()}`,
        outputOf(finished),
      ),
  )
  let stopping: Promise<void> | null = null
  const end = async () => {
    wanted = false
    const { truncated } = await running.stop()
    await log?.add({ port, output: running.output(), truncated })
  }
  const stop = () => {
    stopping ??= end()
    return stopping
  }
  try {
    await ready(running, died)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    place,
    port,
    put,
    usage: () => running.usage(),
    watch: (interval) => running.watch(interval),
    output: () => running.output(),
    hasEnded: () => running.hasEnded(),
    died,
    stop,
  }

  /** The line of its last ones that says most, and where the rest is. */
  function lastWords(): string {
    const lines = running
      .output()
      .slice(-shown)
      .split(/[\r\n]+/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const says = /\b(?:\w*(?:error|exception)|panic|fatal)(?: \[\w+\])?:/i
    const line = lines.findLast((each) => says.test(each)) ?? lines.at(-1)
    if (line === undefined) return '; it printed nothing'
    const where = log === null ? '' : `; all it printed is in ${log.path}`
    return `; it said: ${JSON.stringify(line.slice(0, longestLine))}${where}`
  }

  async function ready(process: Running, end: Promise<TrialError>): Promise<void> {
    let over: TrialError | null = null
    void end.then((error) => {
      if (wanted) over = error
    })
    const deadline = tools.clock.elapsed() + spec.timeout
    for (;;) {
      if (over !== null) throw over
      if (await isReady(process)) return
      if (tools.clock.elapsed() >= deadline) throw await notReady(process)
      await tools.clock.sleep(lookEvery)
    }
  }

  /** What is waited for: text, or a URL. */
  function awaited(): { readonly log: string } | { readonly url: string } | null {
    if (spec.ready !== undefined) return spec.ready
    return target === undefined ? null : { url: target }
  }

  async function isReady(process: Running): Promise<boolean> {
    const sign = awaited()
    if (sign === null) return process.output() !== ''
    if ('log' in sign) return process.output().includes(put(sign.log))
    const status = await probe(put(sign.url), lookTime)
    if (status === null) return false
    // The target itself may want more than a GET: any answer shows that somebody listens.
    return spec.ready === undefined || (status >= 200 && status < 400)
  }

  async function notReady(process: Running): Promise<TrialError> {
    const sign = awaited()
    const output = process.output().slice(-shown)
    const fail = (code: string, reason: string) => new TrialError(place, code, reason, output || undefined)
    if (sign !== null && 'url' in sign && written !== null && written !== port) {
      const literal = putPort(written, null)(sign.url)
      if ((await probe(literal, lookTime)) !== null)
        return fail(
          'ignores-port',
          `the service answers on port ${written}, not on the one it was given in PORT (${port}): let it listen on PORT, so that base and head cannot meet`,
        )
    }
    const what =
      sign === null
        ? 'printed anything'
        : 'log' in sign
          ? `printed ${JSON.stringify(sign.log)}`
          : `answered ${put(sign.url)} with a status from 200 to 399`
    return fail(
      'not-ready',
      `the service "${spec.command}" has not ${what} within ${spec.timeout} s${lastWords()}`,
    )
  }
}
