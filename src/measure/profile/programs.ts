// How programs are made to leave profiles, and how those are found again.
import { readProfile, type StackSamples } from '../../formats/profiles.ts'
import type { Files } from '../../ports/files.ts'
import { type Place, TrialError } from '../driver.ts'
import { preloading } from '../preload.ts'

/** Seconds between two looks at the stack. */
export const samplingInterval = 0.0002
/** Bytes allocated between two looks at allocations, on average. */
export const allocationInterval = 4096

/**
 * Environment for a command whose Node processes are to leave their profiles in `directory`.
 * @param profileHost path of perf-gate's bundle of that name
 * @param env of the benchmark: its NODE_OPTIONS stay
 */
export function profiling(
  directory: string,
  profileHost: string,
  env: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return {
    ...preloading(profileHost, env),
    PERF_GATE_PROFILE_DIRECTORY: directory,
    PERF_GATE_PROFILE_INTERVAL: String(Math.round(samplingInterval * 1e6)),
  }
}

/**
 * All profiles that a trial left.
 * @throws TrialError when there is none, or none that can be read
 */
export async function readProfiles(
  files: Pick<Files, 'glob' | 'read'>,
  directory: string,
  place: Place,
): Promise<readonly StackSamples[]> {
  const paths = await files.glob(['**/*'], directory)
  if (paths.length === 0)
    throw new TrialError(
      place,
      'no-profile',
      'it left no profile: it ran no Node.js, or was killed before it could end',
    )
  const read: StackSamples[] = []
  const faults: string[] = []
  for (const path of paths) {
    const found = readProfile((await files.read(`${directory}/${path}`)) ?? '')
    if ('why' in found) faults.push(found.why)
    else read.push(found)
  }
  const [why] = faults
  if (why === undefined) return read
  if (read.length === 0)
    throw new TrialError(place, 'unreadable-profile', `its profile cannot be used: ${why}`)
  const message = `${faults.length} of ${paths.length} profiles cannot be used and are left out: ${why}.`
  return [...read, { unit: 's', stacks: [], notices: [{ code: 'profile-incomplete', message }] }]
}

/** Whether `url` is a file in the directory of the file `ours`, or below it. */
export function isBeside(ours: string, url: string): boolean {
  const directory = ours.replaceAll('\\', '/').replace(/\/[^/]*$/, '/')
  const path = url.startsWith('file:') ? decodeURIComponent(new URL(url).pathname) : url.replaceAll('\\', '/')
  return path.replace(/^\/(?=[A-Za-z]:)/, '').startsWith(directory)
}
