// The other end of profile/host-window.ts: watchers inside of a service look from when the load begins until it has ended,
// and put down what they saw before the service is told to end, because it may not end by itself.
import type { Tools } from '../driver.ts'

export interface Window {
  /** For the service: how its watchers follow. */
  readonly env: Readonly<Record<string, string>>
  begin(): Promise<void>
  /** Resolves when all watchers have put down what they saw, or will not. The number of those that did not. */
  end(): Promise<number>
}

/** Seconds between two looks whether they have. */
const lookEvery = 0.05
/** Seconds that a picture of a heap may take. */
const patience = 20

export function windowIn(directory: string, { files, clock }: Pick<Tools, 'files' | 'clock'>): Window {
  const watching = () => files.glob(['*.watching'], directory)
  return {
    env: { PERF_GATE_WINDOW_DIRECTORY: directory },
    begin: () => files.write(`${directory}/begin`, ''),
    async end() {
      await files.write(`${directory}/end`, '')
      const deadline = clock.elapsed() + patience
      for (;;) {
        const left = await watching()
        if (left.length === 0 || clock.elapsed() >= deadline) return left.length
        await clock.sleep(lookEvery)
      }
    },
  }
}
