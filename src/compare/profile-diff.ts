// Profiles of both sides → what grew: per function and per iteration, so that profiles of different length compare.
import type { Explanation, GrownConstructor, GrownFunction } from '../model/explanation.ts'
import type { Frame, Profile } from '../model/profile.ts'
import type { Run, Runs } from '../model/run.ts'
import { flameOf } from './flame.ts'
import { type Match, matchFrames } from './profile-match.ts'

/**
 * A benchmark that became worse, with what was measured of it per iteration. Profiles tell shares; how much that is, the
 * measured trials tell better, because a profiler costs time and extra trials are few.
 */
export interface Worse {
  readonly benchmark: string
  readonly of: Profile['kind']
  readonly base: number | null
  readonly head: number | null
}

/** Standard errors that a change of a function must exceed to be called certain. */
const sigmas = 3
/** Changes below this share of the whole are not worth a line. */
const smallest = 0.005
const mostFunctions = 40
/** Two pictures of the same heap differ by this much, by what the runtime does beside the program. */
const leastBytes = 8192
const mostConstructors = 20

/** Explanations of `worse`, in their order; those without profiles of both sides have none. */
export function explain(
  worse: readonly Worse[],
  { base, head }: Readonly<Record<keyof Runs, Pick<Run, 'profiles'>>>,
): Explanation[] {
  const seen = new Set<string>()
  return worse.flatMap((row) => {
    const of = (run: Pick<Run, 'profiles'>) =>
      run.profiles.find(({ benchmark, kind }) => benchmark === row.benchmark && kind === row.of) ??
      run.profiles.find(({ covers, kind }) => covers?.includes(row.benchmark) && kind === row.of)
    const before = of(base)
    const after = of(head)
    if (before === undefined || after === undefined) return []
    const key = `${row.of} ${after.benchmark}`
    if (seen.has(key)) return []
    seen.add(key)
    return diff(before, after, row) ?? []
  })
}

/** Amounts per iteration = amounts × factor. `null` when nothing says how long an iteration is. */
function factorOf({ frames, unit, iterations }: Profile, measured: number | null): number | null {
  const whole = sum(frames, ({ self }) => self)
  if (measured !== null && measured > 0) return whole > 0 ? measured / whole : null
  return unit === 'samples' || iterations === undefined || iterations <= 0 ? null : 1 / iterations
}

function diff(base: Profile, head: Profile, measured: Worse): Explanation | null {
  const isMeasured = measured.base !== null && measured.head !== null
  const factors = {
    base: factorOf(base, isMeasured ? measured.base : null),
    head: factorOf(head, isMeasured ? measured.head : null),
  }
  if (factors.base === null || factors.head === null) return null
  const per = { base: factors.base, head: factors.head }
  const total = {
    base: sum(base.frames, ({ self }) => self) * per.base,
    head: sum(head.frames, ({ self }) => self) * per.head,
  }
  const matches = matchFrames(base.frames, head.frames)
  // What one sample more or less changes.
  const step = {
    base: total.base / Math.max(1, base.samples ?? 1),
    head: total.head / Math.max(1, head.samples ?? 1),
  }
  const callers = callersOf(matches, base, head, per)
  const functions = matches
    .map((match) => grown(match, base.frames, head.frames, per, step))
    .filter(({ own }) => Math.abs(own.head - own.base) >= smallest * Math.max(total.base, total.head))
    .sort((a, b) => b.own.head - b.own.base - (a.own.head - a.own.base))
  const kept =
    functions.length <= mostFunctions
      ? functions
      : [...functions.slice(0, mostFunctions / 2), ...functions.slice(-mostFunctions / 2)]
  return {
    benchmark: head.benchmark,
    ...(head.covers === undefined ? {} : { covers: head.covers }),
    kind: head.kind,
    unit: head.kind === 'heap' ? 'B' : 's',
    total,
    functions: kept.map(({ match, ...each }) => {
      const caller = each.file?.includes('node_modules/') ? callers.get(match) : undefined
      return caller === undefined ? each : { ...each, caller }
    }),
    flame: flameOf(matches, base, head, per),
    ...constructorsOf(base, head),
  }
}

/** Those that take more bytes on head; absent where a side has no picture of its heap. */
function constructorsOf(base: Profile, head: Profile): Pick<Explanation, 'constructors'> {
  if (base.constructors === undefined || head.constructors === undefined) return {}
  const before = new Map(base.constructors.map((each) => [each.name, each]))
  const rows = head.constructors.map(({ name, count, bytes }): GrownConstructor => {
    const { count: counted = 0, bytes: took = 0 } = before.get(name) ?? {}
    return { name, count: { base: counted, head: count }, bytes: { base: took, head: bytes } }
  })
  const growth = ({ bytes }: GrownConstructor) => bytes.head - bytes.base
  const whole = rows.reduce((all, row) => all + Math.max(0, growth(row)), 0)
  return {
    constructors: rows
      .filter((row) => growth(row) >= Math.max(leastBytes, smallest * whole))
      .sort((a, b) => growth(b) - growth(a))
      .slice(0, mostConstructors),
  }
}

function grown(
  match: Match,
  base: readonly Frame[],
  head: readonly Frame[],
  per: { readonly base: number; readonly head: number },
  step: { readonly base: number; readonly head: number },
): GrownFunction & { readonly match: Match } {
  const before = match.base === undefined ? undefined : base[match.base]
  const after = match.head === undefined ? undefined : head[match.head]
  const both = (amount: (frame: Frame) => number) => ({
    base: before === undefined ? 0 : amount(before) * per.base,
    head: after === undefined ? 0 : amount(after) * per.head,
  })
  const own = both((frame) => frame.own ?? frame.self)
  // Samples in a function are counts of chance hits: the variance of a count is the count (Poisson).
  const error = Math.sqrt(own.base * step.base + own.head * step.head)
  return {
    ...placeOf(after ?? before),
    match,
    self: both(({ self }) => self),
    total: both(({ total }) => total),
    own,
    certain: Math.abs(own.head - own.base) > sigmas * error,
  }
}

export function placeOf(frame: Frame | undefined): Pick<Frame, 'function' | 'file' | 'line'> {
  return {
    function: frame?.function ?? '(unknown)',
    ...(frame?.file === undefined ? {} : { file: frame.file }),
    ...(frame?.line === undefined ? {} : { line: frame.line }),
  }
}

const isOwnCode = (frame: Frame | undefined) =>
  frame?.file !== undefined && !frame.file.startsWith('node:') && !frame.file.includes('node_modules/')

/** For each function of a dependency, the nearest caller outside of dependencies below which it grew most. */
function callersOf(
  matches: readonly Match[],
  base: Profile,
  head: Profile,
  per: { readonly base: number; readonly head: number },
): ReadonlyMap<Match, Pick<Frame, 'function' | 'file' | 'line'>> {
  const growth = new Map<Match, Map<Match, number>>()
  const add = (profile: Profile, side: 'base' | 'head', factor: number) => {
    const byIndex = new Map(
      matches.flatMap((match) => (match[side] === undefined ? [] : [[match[side], match]])),
    )
    for (const { frames, self } of profile.stacks ?? []) {
      const caller = byIndex.get(frames.findLast((index) => isOwnCode(profile.frames[index])) ?? -1)
      if (caller === undefined) continue
      for (const index of new Set(frames)) {
        const callee = byIndex.get(index)
        if (callee === undefined || callee === caller || isOwnCode(profile.frames[index])) continue
        const of = growth.get(callee) ?? new Map<Match, number>()
        growth.set(callee, of.set(caller, (of.get(caller) ?? 0) + self * factor))
      }
    }
  }
  add(base, 'base', -per.base)
  add(head, 'head', per.head)
  return new Map(
    [...growth].flatMap(([callee, of]) => {
      const [most] = [...of].filter(([, change]) => change > 0).sort((a, b) => b[1] - a[1])
      if (most === undefined) return []
      const [{ base: before = -1, head: after = -1 }] = most
      return [[callee, placeOf(head.frames[after] ?? base.frames[before])]]
    }),
  )
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((all, item) => all + value(item), 0)
}
