// Reads HTTP/1.1 answers from chunks of bytes: as much as a load test must know to find their end, and no more.
import { Buffer } from 'node:buffer'
import { type Head, parseHead } from './host-http-head.ts'

/** What the reader tells while it reads one answer. */
export interface Message {
  /** @param headers name, value, name, value …: when asked for, when a cookie is set, and of a 503 */
  head(status: number, headers: readonly string[]): void
  /** Bytes of the body: `bytes` from `start` to `end`, which are used again once this has returned. */
  body(bytes: Buffer, start: number, end: number): void
  /** @param reusable the connection may carry another request */
  end(reusable: boolean): void
  /** What arrived is no HTTP/1.1. */
  garbage(): void
}

export interface Reader {
  /**
   * Expects the answer to a request that is sent now.
   * @param wantsHeaders tell all headers, not only when a cookie is set
   */
  expect(method: string, wantsHeaders: boolean): void
  /** The first `length` of `bytes` have arrived; they are used before this returns, never after. */
  read(bytes: Buffer, length: number): void
  /** The other side has closed. True when that was the end of an answer. */
  closed(): boolean
}

/** A head longer than this is none. Bytes, as Node's own client. */
const longestHead = 65_536
const longestChunkLine = 1024
const none: readonly string[] = []

type State =
  | 'idle'
  | 'head'
  | 'length'
  | 'until-close'
  | 'chunk-size'
  | 'chunk-data'
  | 'chunk-end'
  | 'trailer'
  | 'over'

export function createReader(message: Message): Reader {
  let state: State = 'idle'
  let isHead = false
  let wantsHeaders = false
  let reusable = true
  /** Bytes of the body, or of the chunk, that are still to come. */
  let left = 0
  /** The beginning of a head or line whose end has not arrived. */
  let partial: Buffer | null = null
  /** Where the line that `until` found ends in the chunk. */
  let next = 0
  /** The latest head, as it arrived: most answers of a server begin with the very same bytes. */
  let familiar: { readonly bytes: Buffer; readonly head: Head } | null = null

  function garbage(): void {
    state = 'idle'
    partial = null
    message.garbage()
  }

  /** Text up to `mark`; `null` when it has not arrived yet, or is too long. */
  function until(chunk: Buffer, at: number, mark: string, longest: number): string | null {
    const kept: number = partial?.length ?? 0
    const bytes: Buffer = partial === null ? chunk : Buffer.concat([partial, chunk.subarray(at)])
    const from = partial === null ? at : 0
    const end = bytes.indexOf(mark, from, 'latin1')
    if ((end < 0 ? bytes.length : end) - from > longest) {
      garbage()
      return null
    }
    if (end < 0) {
      partial = Buffer.from(bytes.subarray(from))
      return null
    }
    next = partial === null ? end + mark.length : at + end + mark.length - kept
    partial = null
    return bytes.toString('latin1', from, end)
  }

  /** Uses a head; returns where it ends. */
  function readHead(bytes: Buffer, at: number, length: number): number {
    if (familiar !== null && partial === null && startsWith(bytes, at, length, familiar.bytes)) {
      begin(familiar.head)
      return at + familiar.bytes.length
    }
    const whole = partial === null
    const text = until(bytes.subarray(0, length), at, '\r\n\r\n', longestHead)
    if (text === null) return length
    const head = parseHead(text)
    if (head === null) garbage()
    // Below 200 something is said in between; the answer follows.
    else if (head.status >= 200) {
      if (whole) familiar = { bytes: Buffer.from(bytes.subarray(at, next)), head }
      begin(head)
    }
    return next
  }

  /** The body of this head comes next. */
  function begin(head: Head): void {
    const { status } = head
    reusable = head.reusable
    message.head(status, wantsHeaders || head.setsCookie || status === 503 ? head.headers() : none)
    if (isHead || status === 204 || status === 304 || head.length === 0) state = 'over'
    else if (head.chunked) state = 'chunk-size'
    else if (head.length !== null) {
      left = head.length
      state = 'length'
    } else {
      state = 'until-close'
      reusable = false
    }
  }

  function readLine(text: string): void {
    if (state === 'chunk-size') {
      const size = /^([0-9a-fA-F]{1,8})[ \t]*(?:;.*)?$/.exec(text)?.[1]
      if (size === undefined) {
        garbage()
        return
      }
      left = Number.parseInt(size, 16)
      state = left === 0 ? 'trailer' : 'chunk-data'
    } else if (state === 'trailer') {
      if (text === '') state = 'over'
    } else if (text === '') state = 'chunk-size'
    else garbage()
  }

  /** Uses bytes from `at` on; returns where it stopped. */
  function step(bytes: Buffer, at: number, length: number): number {
    switch (state) {
      case 'head':
        return readHead(bytes, at, length)
      case 'chunk-size':
      case 'chunk-end':
      case 'trailer': {
        const longest = state === 'trailer' ? longestHead : longestChunkLine
        const text = until(bytes.subarray(0, length), at, '\r\n', longest)
        if (text === null) return length
        readLine(text)
        return next
      }
      case 'length':
      case 'chunk-data': {
        const end = Math.min(at + left, length)
        message.body(bytes, at, end)
        left -= end - at
        if (left === 0) state = state === 'length' ? 'over' : 'chunk-end'
        return end
      }
      case 'until-close':
        message.body(bytes, at, length)
        return length
      default:
        // Bytes that nobody asked for.
        garbage()
        return length
    }
  }

  return {
    expect(method, wants) {
      state = 'head'
      isHead = method === 'HEAD'
      wantsHeaders = wants
      reusable = true
      partial = null
    },
    read(bytes, length) {
      let at = 0
      while (at < length) {
        at = step(bytes, at, length)
        if (state === 'idle') return
        if (state !== 'over') continue
        state = 'idle'
        // What follows an answer that nobody asked for must not be taken for the next one.
        message.end(reusable && at === length)
        return
      }
    },
    closed() {
      if (state !== 'until-close') return false
      state = 'idle'
      message.end(false)
      return true
    },
  }
}

function startsWith(bytes: Buffer, at: number, length: number, start: Buffer): boolean {
  return length - at >= start.length && start.compare(bytes, at, at + start.length) === 0
}
