// How programs are made to leave profiles, and how those are found again.
import { readHeapSnapshot } from '../../formats/heap-snapshot.ts'
import { readProfile, type StackSamples } from '../../formats/profiles.ts'
import type { Notice } from '../../model/notice.ts'
import type { Files } from '../../ports/files.ts'
import { type Place, TrialError } from '../driver.ts'
import { preloading } from '../preload.ts'
import type { ProfileKind } from '../task/protocol.ts'
import type { Taken } from './gather.ts'

/** Seconds between two looks at the stack. */
export const samplingInterval = 0.0002
/** Bytes allocated between two looks at allocations, on average. */
export const allocationInterval = 4096

/**
 * Environment for a program whose Node processes are to leave their profiles in `directory`.
 * @param profileHost path of perf-gate's bundle of that name
 * @param env of the benchmark: its NODE_OPTIONS stay
 */
export function profiling(
  directory: string,
  profileHost: string,
  env: Readonly<Record<string, string>>,
  of: ProfileKind,
): Readonly<Record<string, string>> {
  return {
    ...preloading(profileHost, env),
    PERF_GATE_PROFILE_DIRECTORY: directory,
    PERF_GATE_PROFILE_OF: of,
    PERF_GATE_PROFILE_INTERVAL: String(of === 'cpu' ? samplingInterval : allocationInterval),
  }
}

type ProfileFiles = Pick<Files, 'glob' | 'read' | 'chunks'>

/**
 * All profiles that a trial left.
 * @throws TrialError when there is none, or none that can be read
 */
export async function readProfiles(
  files: ProfileFiles,
  directory: string,
  place: Place,
): Promise<Pick<Taken, 'stacks' | 'constructors' | 'notices'>> {
  const all = await files.glob(['**/*'], directory)
  const snapshots = all.filter((path) => path.endsWith('.heapsnapshot'))
  const paths = all.filter((path) => !path.endsWith('.heapsnapshot'))
  if (paths.length === 0)
    throw new TrialError(
      place,
      'no-profile',
      'it left no profile: it ran no Node.js, or was killed before it could end',
    )
  const stacks: StackSamples[] = []
  const faults: string[] = []
  for (const path of paths) {
    const found = readProfile((await files.read(`${directory}/${path}`)) ?? '')
    if ('why' in found) faults.push(found.why)
    else stacks.push(found)
  }
  const [why] = faults
  if (why !== undefined && stacks.length === 0)
    throw new TrialError(place, 'unreadable-profile', `its profile cannot be used: ${why}`)
  const incomplete = why === undefined ? [] : [incompleteNotice(faults.length, paths.length, why)]
  if (!stacks.some(({ unit }) => unit === 'B')) return { stacks, notices: incomplete }
  const heap = await readSnapshots(files, directory, snapshots, paths.length)
  return { ...heap, stacks, notices: [...incomplete, ...heap.notices] }
}

function incompleteNotice(faults: number, of: number, why: string): Notice {
  const message = `${faults} of ${of} profiles cannot be used and are left out: ${why}.`
  return { code: 'profile-incomplete', message }
}

/** Objects of all processes together. @param expected how many pictures there should be */
async function readSnapshots(
  files: ProfileFiles,
  directory: string,
  paths: readonly string[],
  expected: number,
): Promise<{ readonly notices: readonly Notice[] } & Pick<Taken, 'constructors'>> {
  const sums = new Map<string, { name: string; count: number; bytes: number }>()
  const faults: string[] = []
  for (const path of paths) {
    const chunks = await files.chunks(`${directory}/${path}`)
    const found = chunks === null ? { why: 'it is gone' } : await readHeapSnapshot(chunks)
    if ('why' in found) faults.push(found.why)
    else
      for (const { name, count, bytes } of found.constructors) {
        const sum = sums.get(name) ?? { name, count: 0, bytes: 0 }
        sums.set(name, { name, count: sum.count + count, bytes: sum.bytes + bytes })
      }
  }
  const why = faults[0] ?? 'its heap is larger than 256 MB, or could not be written down'
  const missing = faults.length + Math.max(0, expected - paths.length)
  if (missing === 0) return { constructors: [...sums.values()], notices: [] }
  const message = `Which objects grew is not known of ${missing} of ${expected} processes: ${why}.`
  // Half of the processes would look like a heap that shrank.
  return { notices: [{ code: 'no-heap-snapshot', message }] }
}

/** Whether `url` is a file in the directory of the file `ours`, or below it. */
export function isBeside(ours: string, url: string): boolean {
  const directory = ours.replaceAll('\\', '/').replace(/\/[^/]*$/, '/')
  const path = url.startsWith('file:') ? decodeURIComponent(new URL(url).pathname) : url.replaceAll('\\', '/')
  return path.replace(/^\/(?=[A-Za-z]:)/, '').startsWith(directory)
}
