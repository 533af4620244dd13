// Talking to a live program: lines of JSON over its descriptor 3.
import type { Socket } from 'node:net'
import { StringDecoder } from 'node:string_decoder'
import type { Conversation, Finished } from '../../ports/processes.ts'
import { type Program, runProgram } from './program.ts'

/** Starts `program`; it and whatever it leaves behind is ended with the conversation. */
export function converse(program: Program): Conversation {
  const unread: string[] = []
  let waiting: ((line: string | undefined) => void) | null = null
  let channel: Socket | null = null
  let end = () => {}
  let over = false

  function arrived(line: string): void {
    if (waiting === null) unread.push(line)
    else {
      waiting(line)
      waiting = null
    }
  }

  function talk(socket: Socket, endTree: () => void): void {
    channel = socket
    end = endTree
    let partial = ''
    const decoder = new StringDecoder('utf8')
    socket.on('data', (chunk: Buffer) => {
      const lines = (partial + decoder.write(chunk)).split('\n')
      partial = lines.pop() ?? ''
      for (const line of lines) arrived(line)
    })
  }

  async function run(): Promise<Finished> {
    const { report: _, wall: __, ...finished } = await runProgram({ ...program, talk, sweep: true })
    over = true
    waiting?.(undefined)
    return finished
  }

  const finished = run()
  return {
    finished,
    send: (message) => void channel?.write(`${JSON.stringify(message)}\n`),
    async receive() {
      const line =
        unread.shift() ??
        (over ? undefined : await new Promise<string | undefined>((resolve) => (waiting = resolve)))
      return line === undefined ? undefined : parse(line)
    },
    stop: () => end(),
  }
}

/** A line that is no JSON is still a message: the receiver says what is wrong with it. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return line
  }
}
