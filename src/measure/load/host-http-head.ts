// The head of an HTTP/1.1 answer (RFC 9112): its status, and how to find the end of the body. Strict where leniency could
// take one answer for two.

export interface Head {
  readonly status: number
  /** The connection may carry another request. */
  readonly reusable: boolean
  /** Bytes of the body; `null` when it says nothing of them. */
  readonly length: number | null
  readonly chunked: boolean
  readonly setsCookie: boolean
  /** Name, value, name, value … */
  headers(): readonly string[]
}

/** @param text up to the empty line @returns `null` for what is no head, or contradicts itself */
export function parseHead(text: string): Head | null {
  const first = text.indexOf('\r\n')
  const line = first < 0 ? text : text.slice(0, first)
  const status = statusOf(line)
  const framing = framingOf(text, first)
  // Nobody asked for another protocol.
  if (status === null || framing === null || status === 101) return null
  const { length, chunked, close, keepAlive, setsCookie } = framing
  let headers: readonly string[] | null = null
  return {
    status,
    reusable: line.charCodeAt(7) === 49 ? !close : keepAlive,
    length,
    chunked,
    setsCookie,
    headers() {
      headers ??= headersOf(text, first)
      return headers
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
  readonly setsCookie: boolean
}

/** `null` when the head contradicts itself. @param from where the status line ends; negative without any header */
function framingOf(text: string, from: number): Framing | null {
  let length: number | null = null
  let coding = ''
  let close = false
  let keepAlive = false
  let setsCookie = false
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
      } else if (name === 'set-cookie') setsCookie = true
    }
    start = next
  }
  const chunked = /,\s*chunked\s*$/.test(coding)
  // Both is how one answer is made to look like two.
  if (coding !== '' && length !== null) return null
  // A coding that is not chunked ends with the connection, as no length at all does.
  return { length, chunked, close, keepAlive, setsCookie }
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
