// Time and chance, so that tests own both.
export interface Clock {
  /** Milliseconds since 1970, for timestamps. */
  now(): number
  /** Seconds, monotonic, for durations. */
  elapsed(): number
  sleep(seconds: number): Promise<void>
  /** A fresh 32-bit seed. */
  seed(): number
}
