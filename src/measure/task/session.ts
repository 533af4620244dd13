// One live task host, seen from perf-gate: ask, get the answer, and know why when there is none.
import type { Resources } from '../../model/resources.ts'
import type { Processes } from '../../ports/processes.ts'
import { type Place, TrialError } from '../driver.ts'
import { howItEnded, outputOf } from '../output.ts'
import type { Answers, Failed, Request, Response } from './protocol.ts'

export interface HostSettings {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** Seconds that the host may live. */
  readonly timeout: number
  /** Seconds between two looks at what it takes from the machine. */
  readonly monitor?: number | undefined
  /** Node and its flags, below whatever watches it; plain `node` when absent. */
  readonly program?: readonly string[]
}

export interface Session {
  readonly place: Place
  /** @throws TrialError when the task fails or the host ends first; the host is gone then. */
  ask<Kind extends Request['kind']>(
    request: Extract<Request, { readonly kind: Kind }>,
  ): Promise<Answers[Kind]>
  /** Ends the host and everything it started, at once unless it has said that it is finished. */
  close(): Promise<void>
  /** After it has finished: what was seen of it, where it was watched. */
  resources(): Promise<Resources | undefined>
}

const answerKinds: { readonly [Kind in Request['kind']]: Answers[Kind]['kind'] } = {
  load: 'loaded',
  calibrate: 'calibrated',
  run: 'samples',
  profile: 'profiled',
  'leak-round': 'in-use',
  finish: 'finished',
}

function isOf<Answer extends Response>(message: unknown, kind: Answer['kind']): message is Answer {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind
}

/** Starts a host for `place`; nothing is imported yet. */
export function startSession(
  processes: Pick<Processes, 'converse' | 'bundle'>,
  place: Place,
  settings: HostSettings,
): Session {
  const conversation = processes.converse({
    argv: [
      ...(settings.program ?? ['node']),
      processes.bundle('task-host'),
      processes.bundle('task-host-typescript'),
    ],
    cwd: settings.cwd,
    env: settings.env,
    timeout: settings.timeout,
    ...(settings.monitor === undefined ? {} : { monitor: settings.monitor }),
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
    if (finished.exitCode === 127)
      return new TrialError(place, 'no-node', 'Node.js cannot be started: is `node` on the PATH?', output)
    return new TrialError(
      place,
      'ended-early',
      `its process ended by itself before it was measured: it ${howItEnded(finished)}`,
      output,
    )
  }

  let isFinished = false

  async function close(): Promise<void> {
    if (!isFinished) conversation.stop()
    await conversation.finished
  }

  return {
    place,
    close,
    resources: async () => (await conversation.finished).resources,
    async ask<Kind extends Request['kind']>(request: Extract<Request, { readonly kind: Kind }>) {
      conversation.send(request)
      const response = await conversation.receive()
      if (response === undefined) throw await endedEarly()
      if (isOf<Failed>(response, 'failed')) {
        const finished = await conversation.finished
        throw new TrialError(place, response.code, response.reason, outputOf(finished))
      }
      if (!isOf<Answers[Kind]>(response, answerKinds[request.kind])) {
        await close()
        throw new TrialError(place, 'disturbed', 'something else wrote to file descriptor 3 of its process')
      }
      isFinished = request.kind === 'finish'
      return response
    },
  }
}
