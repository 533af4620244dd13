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
  const { token, baseUrl, version, warn, second = 1000, patience = 20_000 } = options
  const worthWaiting = (retryAfter: number, request: object, _: unknown, retryCount: number): boolean => {
    const wait = retryCount < 1 && retryAfter <= longestWait
    const { method, url } = request as { readonly method?: string; readonly url?: string }
    warn(
      `GitHub limits requests: ${method} ${url} ${wait ? `is tried again in ${retryAfter} s` : 'is given up'}.`,
    )
    return wait
  }
  return new Configured({
    auth: token,
    baseUrl,
    userAgent: `perf-gate/${version}`,
    log: { debug: () => {}, info: () => {}, warn, error: () => {} },
    request: {
      fetch: (url: string, init?: RequestInit) =>
        fetch(url, { ...init, signal: AbortSignal.timeout(patience) }),
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
}

/** @param pause milliseconds from the start of one request to the start of the next */
const oneAtATime = (pause: number): Bottleneck.Group =>
  new Bottleneck.Group({ maxConcurrent: 1, minTime: pause })
