// Stacks of one or several trials of one side → one Profile: functions named by where they were written, their self,
// own and total amounts, and the weightiest stacks.
import type { CallSite, Stack, StackSamples } from '../../formats/profiles.ts'
import type { Notice } from '../../model/notice.ts'
import type { Frame, HeapConstructor, Profile } from '../../model/profile.ts'
import type { Located, Locator } from './locate.ts'

export interface Taken {
  readonly stacks: readonly StackSamples[]
  /** Iterations that they cover together; absent where amounts are to be scaled to what was measured. */
  readonly iterations?: number
  /** What stood on the heap at the end, where that was asked. */
  readonly constructors?: readonly HeapConstructor[]
  /** What could not be seen. */
  readonly notices?: readonly Notice[]
  /** Code of perf-gate itself, which is no part of the benchmark. */
  readonly isOurs?: (url: string) => boolean
}

/** Stacks beyond these are too light to be seen in a flame graph. */
const mostStacks = 1200

interface Sum {
  readonly located: Located
  self: number
  total: number
  own: number
}

export async function gather(
  benchmark: string,
  { stacks: parts, iterations, constructors, notices = [], isOurs = () => false }: Taken,
  locator: Locator,
): Promise<{ readonly profile: Profile; readonly notices: readonly Notice[] }> {
  const indexes = new Map<string, number>()
  const sums: Sum[] = []
  const bySite = new Map<string, number>()
  const byStack = new Map<string, { readonly frames: number[]; self: number }>()
  let samples = 0

  async function indexOf(site: CallSite): Promise<number> {
    const siteKey = JSON.stringify(site)
    const known = bySite.get(siteKey)
    if (known !== undefined) return known
    const located = await locator.locate(site)
    const key = JSON.stringify([located.function, located.file, located.line])
    const index = indexes.get(key) ?? sums.push({ located, self: 0, total: 0, own: 0 }) - 1
    indexes.set(key, index)
    bySite.set(siteKey, index)
    return index
  }

  /** A function that calls itself is on a stack several times, and is charged once. */
  function charge(frames: Iterable<number>, what: 'self' | 'own' | 'total', amount: number): void {
    for (const index of frames) {
      const sum = sums[index]
      if (sum !== undefined) sum[what] += amount
    }
  }

  async function add(stack: Stack): Promise<void> {
    // The benchmark is what we call; whatever called us is the runtime.
    const sites = stack.sites.slice(
      stack.sites.findLastIndex(({ url }) => url !== undefined && isOurs(url)) + 1,
    )
    // What the harness itself costs, between the calls, is on both sides and in neither program.
    if (sites.length === 0 || (sites.length < stack.sites.length && sites.every(isRuntime))) return
    const frames: number[] = []
    for (const site of sites) frames.push(await indexOf(site))
    samples += stack.samples
    const answerable = sites.findLastIndex((site) => !isRuntime(site))
    charge(new Set(frames), 'total', stack.self)
    charge(frames.slice(-1), 'self', stack.self)
    charge(answerable === -1 ? frames.slice(-1) : frames.slice(answerable, answerable + 1), 'own', stack.self)
    const key = frames.join()
    const same = byStack.get(key)
    if (same === undefined) byStack.set(key, { frames, self: stack.self })
    else same.self += stack.self
  }

  for (const part of parts) for (const stack of part.stacks) await add(stack)
  const unit = parts.find(({ stacks }) => stacks.length > 0)?.unit ?? 's'
  const profile: Profile = {
    benchmark,
    kind: unit === 'B' ? 'heap' : 'cpu',
    unit,
    ...(iterations === undefined ? {} : { iterations }),
    samples: Math.round(samples),
    frames: sums.map(({ located, ...amounts }): Frame => ({ ...located, ...amounts })),
    stacks: [...byStack.values()].sort((a, b) => b.self - a.self).slice(0, mostStacks),
    ...(constructors === undefined ? {} : { constructors: [...constructors] }),
  }
  return { profile, notices: [...notices, ...parts.flatMap(({ notices }) => notices), ...locator.notices()] }
}

/** Modules and built-ins of the runtime: what they cost is the doing of whoever called them. */
function isRuntime({ url }: CallSite): boolean {
  return url === undefined || url.startsWith('node:')
}
