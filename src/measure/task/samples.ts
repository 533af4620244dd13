// From what a host measured to values per call.
import type { Samples } from './protocol.ts'

/** A CPU clock must have stepped this often within a sample before a single sample says anything. */
const stepsPerSample = 50

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * CPU seconds per call. What children took is only known for all samples together, in steps of a hundredth of a second,
 * so each sample is charged the same share. Where the clock is coarser than a sample, the trial has one value.
 */
export function cpuPerCall(samples: Samples, calls: number, resolution: number): readonly number[] {
  const share = samples.children / (calls * samples.cpu.length)
  const values = share > 0 ? samples.cpu.map((cpu) => cpu + share) : samples.cpu
  const average = mean(values)
  return average * calls < stepsPerSample * resolution ? [average] : values
}

/** Joins what was measured a sample at a time. */
export function joinSamples(parts: readonly Samples[]): Samples {
  return {
    kind: 'samples',
    wall: parts.flatMap((part) => part.wall),
    cpu: parts.flatMap((part) => part.cpu),
    children: parts.reduce((sum, part) => sum + part.children, 0),
    ...(parts.some(({ phases }) => phases !== undefined)
      ? { phases: parts.flatMap(({ phases, wall }) => phases ?? wall.map(() => ({}))) }
      : {}),
  }
}
