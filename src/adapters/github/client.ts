// Octokit with bounded patience: a run of the gate sends a handful of requests, and must neither hang on GitHub nor
// wait for what its plugins recommend to bulk importers.
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { Octokit } from '@octokit/rest'
import Bottleneck from 'bottleneck/light.js'

export interface ClientOptions {
  readonly token: string
  /** `GITHUB_API_URL`. */
  readonly baseUrl: string
  /** For `https_proxy` and the like, which self-hosted runners need. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly version: string
  readonly warn: (message: string) => void
  /** Milliseconds that one second of waiting between attempts takes; tests make it short. */
  readonly second?: number
  /** Milliseconds until a request without an answer is given up. */
  readonly patience?: number
}

export type Client = Octokit

/** Longest wait for a rate limit that is worth keeping a runner for, in seconds. */
const longestWait = 60

const Configured = Octokit.plugin(retry, throttling)

export function createClient(options: ClientOptions): Client {
  const { token, baseUrl, env, version, warn, second = 1000, patience = 20_000 } = options
  const send = proxied(env)
  const worthWaiting = (retryAfter: number, request: object, _: unknown, retryCount: number): boolean => {
    const wait = retryCount < 1 && retryAfter <= longestWait
    const { method, url } = request as { readonly method?: string; readonly url?: string }
    warn(
      `GitHub limits requests: ${method} ${url} ${wait ? `is tried again in ${retryAfter} s` : 'is given up'}.`,
    )
    return wait
  }
  const client = new Configured({
    auth: token,
    baseUrl,
    userAgent: `perf-gate/${version}`,
    log: { debug: () => {}, info: () => {}, warn, error: () => {} },
    request: {
      fetch: (url: string, init?: RequestInit) =>
        send(url, { ...init, signal: AbortSignal.timeout(patience) }),
    },
    // 1 s and 4 s after the first attempt.
    retry: { retries: 2, retryAfterBaseValue: second },
    throttle: {
      onRateLimit: worthWaiting,
      onSecondaryRateLimit: worthWaiting,
      retryAfterBaseValue: second,
      // One second between writes, as GitHub asks. The plugin's three seconds after each write that notifies people
      // are for bulk work: one run writes one comment, so that they would only ever delay its repair.
      write: oneAtATime(second),
      notifications: oneAtATime(0),
    },
  })
  // The retry plugin counts attempts in the `request` options, and octokit hands the same object to every request: without
  // a copy, the second request to fail would begin where the first had ended, by waiting 16 seconds.
  client.hook.before('request', (options) => {
    options.request = { ...options.request }
  })
  return client
}

/** @param pause milliseconds from the start of one request to the start of the next */
const oneAtATime = (pause: number): Bottleneck.Group =>
  new Bottleneck.Group({ maxConcurrent: 1, minTime: pause })

type Send = (url: string, init: RequestInit) => Promise<unknown>

/** Node's own `fetch` knows no proxies; undici's does, and is loaded when there is one. */
function proxied(env: ClientOptions['env']): Send {
  const httpsProxy = env.https_proxy ?? env.HTTPS_PROXY
  const httpProxy = env.http_proxy ?? env.HTTP_PROXY
  const noProxy = env.no_proxy ?? env.NO_PROXY
  if (!httpsProxy && !httpProxy) return fetch
  const given = { httpsProxy, httpProxy, noProxy }
  const settings = Object.fromEntries(Object.entries(given).filter(([, value]) => value))
  const undici = import('undici').then((loaded) => ({
    fetch: loaded.fetch,
    dispatcher: new loaded.EnvHttpProxyAgent(settings),
  }))
  return async (url, { method, headers, body, signal }) => {
    const { fetch: send, dispatcher } = await undici
    return send(url, {
      dispatcher,
      signal: signal ?? null,
      ...(method === undefined ? {} : { method }),
      ...(typeof body === 'string' ? { body } : {}),
      headers: Object.fromEntries(new Headers(headers)),
    })
  }
}
