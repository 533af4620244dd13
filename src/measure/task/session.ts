// One live task host, seen from perf-gate: ask, get the answer, and know why when there is none.
import type { Processes } from '../../ports/processes.ts'
import { type Place, TrialError } from '../driver.ts'
import { howItEnded, outputOf } from '../output.ts'
import type { Answers, Request, Response } from './protocol.ts'

export interface HostSettings {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** Seconds that the host may live. */
  readonly timeout: number
}

export interface Session {
  readonly place: Place
  /** @throws TrialError when the task fails or the host ends first; the host is gone then. */
  ask<Kind extends Request['kind']>(
    request: Extract<Request, { readonly kind: Kind }>,
  ): Promise<Answers[Kind]>
  /** Ends the host and everything it started; harmless when it has ended. */
  close(): Promise<void>
}

const answerKinds: { readonly [Kind in Request['kind']]: Answers[Kind]['kind'] } = {
  load: 'loaded',
  calibrate: 'calibrated',
  run: 'samples',
  collect: 'collected',
  finish: 'finished',
}

/** Starts a host for `place`; nothing is imported yet. */
export function startSession(
  processes: Pick<Processes, 'converse' | 'bundle'>,
  place: Place,
  settings: HostSettings,
): Session {
  const conversation = processes.converse({
    argv: ['node', processes.bundle('task-host'), processes.bundle('task-host-typescript')],
    cwd: settings.cwd,
    env: settings.env,
    timeout: settings.timeout,
  })

  async function endedEarly(): Promise<TrialError> {
    const finished = await conversation.finished
    const output = outputOf(finished)
    if (finished.timedOut)
      return new TrialError(
        place,
        'timed-out',
        `it did not end within ${settings.timeout} s and was killed with all its children`,
        output,
      )
    return new TrialError(
      place,
      'ended-early',
      `its process ended by itself before it was measured: it ${howItEnded(finished)}`,
      output,
    )
  }

  async function close(): Promise<void> {
    conversation.stop()
    await conversation.finished
  }

  return {
    place,
    close,
    async ask<Kind extends Request['kind']>(request: Extract<Request, { readonly kind: Kind }>) {
      conversation.send(request)
      const response = (await conversation.receive()) as Response | undefined
      if (response === undefined) throw await endedEarly()
      if (response.kind === 'failed') {
        const finished = await conversation.finished
        throw new TrialError(place, response.code, response.reason, outputOf(finished))
      }
      if (response.kind !== answerKinds[request.kind]) {
        await close()
        throw new TrialError(place, 'disturbed', 'something else answered on file descriptor 3')
      }
      return response as Answers[Kind]
    },
  }
}
