// One iteration of a virtual user: the requests of a scenario in order, each recorded, then done.
import type { Work } from '../../model/suite/index.ts'
import { createRandom, fork, type Random } from '../../stats/random.ts'
import { isRateLimited, textOf } from './answers.ts'
import { type Cookies, createCookies } from './cookies.ts'
import { pauseOf, weighted } from './pause.ts'
import { bytesOf, type CompiledRequest, compileRequest, ForbiddenTarget, type Targets } from './requests.ts'
import type { Tally } from './tally.ts'
import { MissingVariable } from './template.ts'
import type { Timing } from './timing.ts'
import type { Answer, Lane, Transport, WireRequest } from './transport.ts'

/** One virtual user, from its first iteration to its last. */
export interface User {
  /**
   * Begins an iteration.
   * @param from when its first request was due, in milliseconds
   * @param done called once, never before this has returned; `lively` is false when nothing answered
   */
  begin(from: number, stage: number, done: (lively: boolean) => void): void
  /** Gives up a request that was sent before `deadline` (milliseconds) and is unanswered. */
  expire(deadline: number, kind: string): void
  /** Seconds between the starts of two iterations, at least. */
  readonly pacing: number
  /** Lets no further request follow. */
  stop(): void
  close(): void
}

export type OpenUser = (id: number) => User

export interface ScenarioSettings extends Targets {
  readonly work: Extract<Work, { readonly kind: 'scenarios' }>
  readonly items: readonly Readonly<Record<string, unknown>>[]
  readonly seed: number
  readonly transport: Pick<Transport, 'open'>
  readonly timing: Timing
  /** Wall clock, for cookies. Milliseconds since 1970. */
  readonly date: () => number
}

interface CompiledScenario {
  readonly requests: readonly CompiledRequest[]
  readonly pacing: number
}

/** @throws ForbiddenTarget, TypeError when a request that is known beforehand cannot be sent */
export function scenarioUsers(settings: ScenarioSettings, tally: () => Tally): OpenUser {
  const scenarios = settings.work.scenarios.map(
    (scenario): CompiledScenario => ({
      requests: scenario.requests.map((request) => compileRequest(request, scenario, settings)),
      pacing: scenario.pacing ?? 0,
    }),
  )
  const choose = weighted(settings.work.scenarios.map(({ weight }) => weight))
  const nothing: CompiledScenario = { requests: [], pacing: 0 }
  /** Items are taken in turn by all users together. */
  let nextItem = 0
  return (id) => openUser(id)

  function openUser(id: number): User {
    const { items, timing, transport, date } = settings
    const random: Random = createRandom(fork(settings.seed, `user/${id}`))
    const lane: Lane = transport.open()
    const cookies: Cookies = createCookies()
    let variables: Record<string, string> = {}
    let item: Readonly<Record<string, unknown>> = {}
    let iteration = 0
    let scenario = nothing
    let current: CompiledRequest | undefined
    let from = 0
    let sentAt = 0
    let waiting = false
    let stopped = false
    let lively = false
    let finish: (lively: boolean) => void = () => {}
    let host = ''
    let resume: (() => void) | null = null
    /** The request under way, as it will be recorded: one object for all of them. */
    const ended = {
      scenario: 0,
      step: 0,
      stage: 0,
      response: 0,
      service: 0,
      error: null as string | null,
      limited: false,
      received: 0,
      sent: 0,
    }

    const lookup = (name: string): string | undefined => {
      if (Object.hasOwn(variables, name)) return variables[name]
      if (Object.hasOwn(item, name)) return textOf(item[name])
      if (name === 'user') return String(id)
      return name === 'iteration' ? String(iteration) : undefined
    }

    function end(error: string | null, received: number, now: number, limited = false): void {
      waiting = false
      ended.response = now - from
      ended.service = now - sentAt
      ended.error = error
      ended.limited = limited
      ended.received = received
      tally().add(ended)
    }

    /** Takes the variables of later requests from an answer: `null`, or what it does not hold. */
    function extract(from: CompiledRequest['extract'], answer: Answer): string | null {
      for (const [name, extractor] of from) {
        const value = extractor(answer)
        if (value === undefined) return `extract-${name}`
        variables[name] = value
      }
      return null
    }

    const listener = {
      answered(answer: Answer): void {
        lively = true
        if (!waiting || current === undefined) return
        const now = timing.now()
        if (answer.headers.length > 0) cookies.keep(host, answer.headers, date())
        const error = current.judge(answer, now - sentAt) ?? extract(current.extract, answer)
        end(error, answer.bytes, now, isRateLimited(answer))
        // What comes next would use what this one did not bring.
        if (error !== null && current.extract.length > 0) finish(lively)
        else goOn(pauseOf(current.thinkTime, random))
      },
      failed(kind: string): void {
        if (!waiting) return
        end(kind, 0, timing.now())
        finish(lively)
      },
    }

    function goOn(pause: number): void {
      ended.step += 1
      if (pause <= 0 || stopped) {
        next()
        return
      }
      const callOff = timing.after(pause * 1000, () => resume?.())
      resume = () => {
        callOff()
        resume = null
        next()
      }
    }

    function next(): void {
      if (stopped || ended.step >= scenario.requests.length) {
        finish(lively)
        return
      }
      from = timing.now()
      send()
    }

    function send(): void {
      current = scenario.requests[ended.step]
      if (current === undefined) {
        finish(lively)
        return
      }
      waiting = true
      let request: WireRequest
      try {
        request = current.fixed ?? current.fill(lookup)
      } catch (error) {
        sentAt = timing.now()
        ended.sent = 0
        // As every failure: not before this has returned.
        timing.after(0, () => listener.failed(kindOf(error)))
        return
      }
      host = request.origin
      const cookie = cookies.header(host)
      if (cookie !== null) request = { ...request, headers: [...request.headers, 'cookie', cookie] }
      ended.sent = current.fixed === null ? bytesOf(request.body) : current.sent
      sentAt = timing.now()
      lane.send(request, listener)
    }

    return {
      begin(due, stage, done) {
        from = due
        finish = done
        iteration += 1
        ended.scenario = choose(random)
        ended.stage = stage
        ended.step = 0
        scenario = scenarios[ended.scenario] ?? nothing
        variables = {}
        lively = false
        stopped = false
        if (items.length > 0) {
          item = items[nextItem % items.length] ?? {}
          nextItem += 1
        }
        send()
      },
      expire(deadline, kind) {
        if (waiting && sentAt <= deadline) lane.abort(kind)
      },
      get pacing() {
        return scenario.pacing
      },
      stop() {
        stopped = true
        // Nobody is waiting for an answer: it may end now.
        resume?.()
      },
      close: () => lane.close(),
    }
  }
}

/** Why a request could not be put together. */
function kindOf(error: unknown): string {
  if (error instanceof MissingVariable) return `no-variable-${error.variable}`
  return error instanceof ForbiddenTarget ? 'forbidden-host' : 'bad-url'
}
