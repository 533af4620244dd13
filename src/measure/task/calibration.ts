// How much one trial of a task does: the same number of calls on both sides, whatever they cost there.
import type { Notice } from '../../model/notice.ts'
import type { CallCost } from './protocol.ts'

export interface TaskSettings {
  /** Calls per sample. */
  readonly calls: number
  readonly samples: number
  readonly warmUpSamples: number
}

/** A sample shorter than this is lost among the steps and the cost of reading the clocks (about 1 µs each). */
export const shortestSample = 0.0005
/**
 * Samples that a trial time is divided into. Short ones leave more of them undisturbed by what else the machine does:
 * dividing by 160 instead of 40 took a third to a half off the noise (bench/trials).
 */
const samplesPerTrial = 160
const fewestSamples = 20
/** A slow task may take this many trial times before its samples become fewer. */
const patience = 5

/** What a sample should last, in seconds. */
function sampleTime(trialTime: number): number {
  return Math.max(shortestSample, trialTime / samplesPerTrial)
}

/** What one look at the cost of a call should last, in seconds; there are only a few. */
export function lookTime(trialTime: number): number {
  return Math.max(4 * shortestSample, trialTime / 40)
}

/**
 * @param costs of both sides, or of the only one
 * @param times seconds, as declared
 * @param declaredCalls calls per sample from the suite, instead of a calibrated number
 */
export function settingsFor(
  costs: readonly Pick<CallCost, 'wall'>[],
  times: { readonly trialTime: number; readonly warmUp: number },
  declaredCalls: number | undefined,
): TaskSettings {
  const walls = costs.map((cost) => Math.max(cost.wall, 1e-10))
  const fastest = Math.min(...walls)
  const slowest = Math.max(...walls)
  // Long enough on the faster side, so on both.
  const calls = declaredCalls ?? Math.max(1, Math.round(sampleTime(times.trialTime) / fastest))
  const sample = calls * slowest
  const wanted = Math.round(times.trialTime / sample)
  const affordable = Math.floor((patience * times.trialTime) / sample)
  const samples = Math.max(wanted, Math.min(fewestSamples, Math.max(3, affordable)))
  return {
    calls,
    samples: Math.min(samples, 10 * samplesPerTrial),
    warmUpSamples: Math.max(1, Math.ceil(times.warmUp / sample)),
  }
}

/** What is wrong with a trial of these settings. */
export function settingsNotices(
  name: string,
  settings: TaskSettings,
  costs: readonly Pick<CallCost, 'wall'>[],
): Notice[] {
  const fastest = Math.min(...costs.map((cost) => cost.wall))
  const notices: Notice[] = []
  if (settings.calls * fastest < shortestSample)
    notices.push({
      code: 'short-samples',
      where: name,
      message: `A sample lasts ${(settings.calls * fastest * 1e6).toPrecision(2)} µs: too short for the clocks.`,
      fix: `Raise "iterations" or leave it out, so that the number of calls is calibrated.`,
    })
  if (settings.samples < fewestSamples)
    notices.push({
      code: 'few-samples',
      where: name,
      message: `A call takes ${Math.max(...costs.map((cost) => cost.wall)).toPrecision(2)} s, so a trial has only ${settings.samples} samples.`,
      fix: 'Make the task do less, or raise "trial-time".',
    })
  return notices
}
