// Reads HTTP/1.1 answers (RFC 9112) from chunks of bytes: as much as a load test must know to find their end, and no more.
// Strict where leniency could take one answer for two.
import { Buffer } from 'node:buffer'

export interface Head {
  readonly status: number
  /** Name, value, name, value …; only filled when asked for, when a cookie is set, and of a 503. */
  readonly headers: readonly string[]
}

/** What the reader tells while it reads one answer. */
export interface Message {
  head(head: Head): void
  body(chunk: Uint8Array): void
  /** @param reusable the connection may carry another request */
  end(reusable: boolean): void
  /** What arrived is no HTTP/1.1. */
  garbage(): void
}

export interface Reader {
  /** Expects the answer to a request that is sent now. */
  expect(method: string, wantsHeaders: boolean): void
  /** @param chunk used before this returns, never after */
  read(chunk: Uint8Array): void
  /** The other side has closed. True when that was the end of an answer. */
  closed(): boolean
}

/** A head longer than this is none. Bytes, as Node's own client. */
const longestHead = 65_536
const longestChunkLine = 1024

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

  function readHead(text: string): void {
    const first = text.indexOf('\r\n')
    const line = first < 0 ? text : text.slice(0, first)
    const status = statusOf(line)
    const framing = framingOf(text, first)
    // Nobody asked for another protocol.
    if (status === null || framing === null || status === 101) {
      garbage()
      return
    }
    // Something said in between; the answer follows.
    if (status < 200) return
    reusable = line.charCodeAt(7) === 49 ? !framing.close : framing.keepAlive
    const isTold = wantsHeaders || framing.cookie || status === 503
    message.head({ status, headers: isTold ? headersOf(text, first) : [] })
    if (isHead || status === 204 || status === 304) state = 'over'
    else if (framing.chunked) state = 'chunk-size'
    else if (framing.length === null) state = 'until-close'
    else {
      left = framing.length
      state = left === 0 ? 'over' : 'length'
    }
    if (state === 'until-close') reusable = false
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
  function step(chunk: Buffer, at: number): number {
    switch (state) {
      case 'head': {
        const text = until(chunk, at, '\r\n\r\n', longestHead)
        if (text === null) return chunk.length
        readHead(text)
        return next
      }
      case 'chunk-size':
      case 'chunk-end':
      case 'trailer': {
        const text = until(chunk, at, '\r\n', state === 'trailer' ? longestHead : longestChunkLine)
        if (text === null) return chunk.length
        readLine(text)
        return next
      }
      case 'length':
      case 'chunk-data': {
        const length = Math.min(left, chunk.length - at)
        message.body(chunk.subarray(at, at + length))
        left -= length
        if (left === 0) state = state === 'length' ? 'over' : 'chunk-end'
        return at + length
      }
      case 'until-close':
        message.body(chunk.subarray(at))
        return chunk.length
      default:
        // Bytes that nobody asked for.
        garbage()
        return chunk.length
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
    read(bytes) {
      const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      let at = 0
      while (at < chunk.length) {
        at = step(chunk, at)
        if (state === 'idle') return
        if (state !== 'over') continue
        state = 'idle'
        // What follows an answer that nobody asked for must not be taken for the next one.
        message.end(reusable && at === chunk.length)
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

/** `HTTP/1.1 200 OK` → 200. */
function statusOf(line: string): number | null {
  if (!line.startsWith('HTTP/1.') || line.charCodeAt(8) !== 32) return null
  const status = Number(line.slice(9, 12))
  const after = line.charCodeAt(12)
  if (!Number.isInteger(status) || status < 100 || status > 999) return null
  return Number.isNaN(after) || after === 32 ? status : null
}

interface Framing {
  readonly length: number | null
  readonly chunked: boolean
  readonly close: boolean
  readonly keepAlive: boolean
  readonly cookie: boolean
}

/** `null` when the head contradicts itself. @param from where the status line ends; negative without any header */
function framingOf(text: string, from: number): Framing | null {
  let length: number | null = null
  let coding = ''
  let close = false
  let keepAlive = false
  let cookie = false
  for (let start = from; start >= 0 && start < text.length; ) {
    const next = text.indexOf('\r\n', start + 2)
    const end = next < 0 ? text.length : next
    const colon = text.indexOf(':', start)
    if (colon < 0 || colon > end || colon === start + 2) return null
    // Only names that begin like one of those that matter are looked at.
    const initial = text.charCodeAt(start + 2) | 32
    if (initial === 99 || initial === 116 || initial === 115) {
      const name = text.slice(start + 2, colon).toLowerCase()
      if (name === 'content-length') {
        const value = text.slice(colon + 1, end).trim()
        if (!/^\d{1,15}$/.test(value) || (length !== null && length !== Number(value))) return null
        length = Number(value)
      } else if (name === 'transfer-encoding') coding += `,${text.slice(colon + 1, end).toLowerCase()}`
      else if (name === 'connection') {
        const value = text.slice(colon + 1, end).toLowerCase()
        close ||= value.includes('close')
        keepAlive ||= value.includes('keep-alive')
      } else if (name === 'set-cookie') cookie = true
    }
    start = next
  }
  const chunked = /,\s*chunked\s*$/.test(coding)
  // Both is how one answer is made to look like two.
  if (coding !== '' && length !== null) return null
  // A coding that is not chunked ends with the connection, as no length at all does.
  return { length, chunked, close, keepAlive, cookie }
}

function headersOf(text: string, from: number): string[] {
  if (from < 0) return []
  return text
    .slice(from + 2)
    .split('\r\n')
    .flatMap((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).trim()]
    })
}
