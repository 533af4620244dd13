// A reason that is worded for the person who wrote the suite; everything else that is thrown is a fault of perf-gate.
export class HostError extends Error {
  override readonly name = 'HostError'
  readonly code: string
  constructor(code: string, reason: string) {
    super(reason)
    this.code = code
  }
}
