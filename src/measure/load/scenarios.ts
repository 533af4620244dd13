// One iteration of a virtual user: the requests of a scenario in order, each recorded, then done.
import type { Work } from '../../model/suite/index.ts'
import { createRandom, fork, type Random } from '../../stats/random.ts'
import { isRateLimited, textOf } from './answers.ts'
import { type Cookies, createCookies } from './cookies.ts'
import { pauseOf, weighted } from './pause.ts'
import { type CompiledRequest, compileRequest, ForbiddenTarget, type Targets } from './requests.ts'
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

/** @throws ForbiddenTarget, TypeError when a request that is known beforehand cannot be sent */
export function scenarioUsers(settings: ScenarioSettings, tally: () => Tally): OpenUser {
  const scenarios = settings.work.scenarios.map((scenario) => ({
    ...scenario,
    requests: scenario.requests.map((request) => compileRequest(request, scenario.tags, settings)),
  }))
  const choose = weighted(scenarios.map(({ weight }) => weight))
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
    let scenario = 0
    let step = 0
    let stage = 0
    let from = 0
    let sentAt = 0
    let sentBytes = 0
    let waiting = false
    let stopped = false
    let lively = false
    let pacing = 0
    let finish: (lively: boolean) => void = () => {}
    let current: CompiledRequest | undefined
    let host = ''
    let resume: (() => void) | null = null

    const lookup = (name: string): string | undefined => {
      if (Object.hasOwn(variables, name)) return variables[name]
      if (Object.hasOwn(item, name)) return textOf(item[name])
      if (name === 'user') return String(id)
      return name === 'iteration' ? String(iteration) : undefined
    }

    function end(error: string | null, received: number, limited = false): void {
      const now = timing.now()
      waiting = false
      tally().add({
        scenario,
        step,
        stage,
        response: now - from,
        service: now - sentAt,
        error,
        limited,
        received,
        sent: sentBytes,
      })
    }

    const listener = {
      answered(answer: Answer): void {
        lively = true
        const compiled = current
        if (!waiting || compiled === undefined) return
        if (answer.headers.length > 0) cookies.keep(host, answer.headers, date())
        let error = compiled.judge(answer, timing.now() - sentAt)
        for (const [name, extractor] of compiled.extract) {
          if (error !== null) break
          const value = extractor(answer)
          if (value === undefined) error = `extract-${name}`
          else variables[name] = value
        }
        end(error, answer.bytes, isRateLimited(answer))
        // What comes next would use what this one did not bring.
        if (error !== null && compiled.extract.length > 0) done()
        else goOn()
      },
      failed(kind: string): void {
        if (!waiting) return
        end(kind, 0)
        done()
      },
    }

    function done(): void {
      finish(lively)
    }

    function goOn(): void {
      const { requests, thinkTime } = scenarios[scenario] ?? { requests: [], thinkTime: undefined }
      const pause = pauseOf(current?.spec.thinkTime ?? thinkTime, random)
      step += 1
      const isLast = step >= requests.length
      const next = () => {
        if (isLast || stopped) {
          done()
          return
        }
        from = timing.now()
        sendStep()
      }
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

    function sendStep(): void {
      current = scenarios[scenario]?.requests[step]
      if (current === undefined) {
        done()
        return
      }
      waiting = true
      let request: WireRequest
      try {
        request = current.fixed ?? current.fill(lookup)
      } catch (error) {
        sentAt = timing.now()
        const kind =
          error instanceof MissingVariable
            ? `no-variable-${error.variable}`
            : error instanceof ForbiddenTarget
              ? 'forbidden-host'
              : 'bad-url'
        // As every failure: not before this has returned.
        timing.after(0, () => listener.failed(kind))
        return
      }
      host = request.origin
      const cookie = cookies.header(host)
      if (cookie !== null) request = { ...request, headers: [...request.headers, 'cookie', cookie] }
      sentBytes = current.fixed !== null ? current.sent : (request.body?.length ?? 0)
      sentAt = timing.now()
      lane.send(request, listener)
    }

    return {
      begin(due, inStage, callback) {
        from = due
        stage = inStage
        finish = callback
        step = 0
        scenario = choose(random)
        pacing = scenarios[scenario]?.pacing ?? 0
        variables = {}
        lively = false
        stopped = false
        iteration += 1
        if (items.length > 0) {
          item = items[nextItem % items.length] ?? {}
          nextItem += 1
        }
        sendStep()
      },
      expire(deadline, kind) {
        if (waiting && sentAt <= deadline) lane.abort(kind)
      },
      get pacing() {
        return pacing
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
