// The live load generator, seen from perf-gate: ask, hear how it goes, get the answer.
import type { Processes } from '../../ports/processes.ts'
import { type Place, TrialError } from '../driver.ts'
import { howItEnded, outputOf } from '../output.ts'
import type { Answers, Begun, Failed, Live, Request } from './protocol.ts'

export interface Generator {
  /** @throws TrialError of `place` when it fails or ends */
  ask<Kind extends Request['kind']>(
    request: Extract<Request, { readonly kind: Kind }>,
    place: Place,
    hear?: (event: Live | Begun) => void,
  ): Promise<Answers[Kind]>
  /** Ends it at once. */
  close(): Promise<void>
}

const answerKinds: { readonly [Kind in Request['kind']]: Answers[Kind]['kind'] } = {
  port: 'port',
  probe: 'probed',
  run: 'result',
}

function isOf<Message extends { readonly kind: string }>(
  message: unknown,
  kind: Message['kind'],
): message is Message {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind
}

export function startGenerator(
  processes: Pick<Processes, 'converse' | 'bundle'>,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Generator {
  const conversation = processes.converse({
    argv: [
      'node',
      processes.bundle('load-host'),
      processes.bundle('task-host-typescript'),
      processes.bundle('load-worker'),
    ],
    cwd,
    env,
  })
  let closed = false

  async function ended(place: Place): Promise<TrialError> {
    const finished = await conversation.finished
    const why = closed ? 'was ended' : `ended by itself: it ${howItEnded(finished)}`
    return new TrialError(place, 'generator-ended', `the load generator ${why}`, outputOf(finished))
  }

  return {
    async ask<Kind extends Request['kind']>(
      request: Extract<Request, { readonly kind: Kind }>,
      place: Place,
      hear?: (event: Live | Begun) => void,
    ) {
      conversation.send(request)
      for (;;) {
        const message = await conversation.receive()
        if (message === undefined) throw await ended(place)
        if (isOf<Live>(message, 'live') || isOf<Begun>(message, 'begun')) hear?.(message)
        else if (isOf<Failed>(message, 'failed')) throw new TrialError(place, message.code, message.reason)
        else if (isOf<Answers[Kind]>(message, answerKinds[request.kind])) return message
        else
          throw new TrialError(
            place,
            'disturbed',
            'something else wrote to file descriptor 3 of the load generator',
          )
      }
    },
    async close() {
      closed = true
      conversation.stop()
      await conversation.finished
    },
  }
}
