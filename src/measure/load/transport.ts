// What carries requests. Callbacks and reused objects instead of promises: at 10 µs a request, each promise shows.

/** A request, ready to be sent. */
export interface WireRequest {
  /** `http://127.0.0.1:3000` */
  readonly origin: string
  readonly path: string
  readonly method: string
  /** Name, value, name, value …; without `host`. */
  readonly headers: readonly string[]
  readonly body: string | null
  /** Keep the body, or the headers, of the answer: for checks and variables. */
  readonly wantsBody: boolean
  readonly wantsHeaders: boolean
}

export interface Answer {
  readonly status: number
  /** Name, value, name, value …, as sent; empty unless wanted. */
  readonly headers: readonly string[]
  /** Empty unless wanted. */
  readonly body: string
  /** Bytes of the body. */
  readonly bytes: number
}

/** Called once per request, never before `send` has returned. */
export interface Listener {
  answered(answer: Answer): void
  /** @param kind why there is no answer: `refused`, `reset`, `dns`, `garbage`, `timeout`, … */
  failed(kind: string): void
}

/** One virtual user's way to the target: one request at a time, over a connection that is kept alive. */
export interface Lane {
  send(request: WireRequest, listener: Listener): void
  /** Gives up the request under way and its connection: the listener hears `kind`. */
  abort(kind: string): void
  close(): void
}

export interface Transport {
  readonly name: string
  open(): Lane
  /** Connections that are open now. */
  connections(): number
  /** Connections that were opened so far. */
  opened(): number
  close(): Promise<void>
}

export interface TransportOptions {
  /** Accept certificates that nobody vouches for. */
  readonly insecure: boolean
  /** Certificate of an authority to trust as well, as PEM. */
  readonly ca: string | null
  /** Seconds that connecting may take. */
  readonly timeout: number
  /** Hosts beside this machine that may be connected to. */
  readonly allowHosts: readonly string[]
}

/** Bodies that checks and variables look into are kept up to this many bytes. */
export const keptBody = 16 * 2 ** 20

const kinds: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  ERR_NOT_THIS_MACHINE: 'forbidden-host',
  EPROTO: 'no-tls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no-tls',
  ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL: 'no-http2',
  EMFILE: 'too-many-files',
  EADDRNOTAVAIL: 'no-free-port',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'short-body',
  UND_ERR_REQ_CONTENT_LENGTH_MISMATCH: 'bad-request',
  UND_ERR_INVALID_ARG: 'bad-request',
  UND_ERR_HEADERS_OVERFLOW: 'garbage',
}

/** The kind of an error by its code; unknown ones keep their code. */
export function failureKind(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'failed'
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0)
    return failureKind(error.errors[0])
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (Object.hasOwn(kinds, code)) return kinds[code] ?? 'failed'
  if (code.startsWith('HPE_') || ('name' in error && error.name === 'HTTPParserError')) return 'garbage'
  if (/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT)/.test(code)) return 'untrusted-certificate'
  if (/^(ERR_TLS|ERR_SSL)/.test(code)) return 'tls'
  return code === '' ? 'failed' : code.toLowerCase()
}
