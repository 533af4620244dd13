// Which function of one profile is which of the other. Lines move when a file is edited, so a function is known by its
// name and file, and where several share those, by the source line of their definition.
import type { Frame } from '../model/profile.ts'

/** One function; a side that never was in it has no index. */
export interface Match {
  readonly base?: number
  readonly head?: number
}

export function matchFrames(base: readonly Frame[], head: readonly Frame[]): readonly Match[] {
  const groups = new Map<string, { readonly base: number[]; readonly head: number[] }>()
  const groupOf = (frame: Frame) => {
    const key = JSON.stringify([frame.function, frame.file])
    const group = groups.get(key) ?? { base: [], head: [] }
    groups.set(key, group)
    return group
  }
  for (const [index, frame] of base.entries()) groupOf(frame).base.push(index)
  for (const [index, frame] of head.entries()) groupOf(frame).head.push(index)
  return [...groups.values()].flatMap((group) => {
    const byLine = (frames: readonly Frame[]) => (a: number, b: number) =>
      (frames[a]?.line ?? 0) - (frames[b]?.line ?? 0)
    group.base.sort(byLine(base))
    group.head.sort(byLine(head))
    return matchGroup(group, base, head)
  })
}

/** Same text first, in order of their lines; a single one left on both sides is the same one, edited. */
function matchGroup(
  group: { readonly base: readonly number[]; readonly head: readonly number[] },
  base: readonly Frame[],
  head: readonly Frame[],
): Match[] {
  const [onlyBase] = group.base
  const [onlyHead] = group.head
  if (onlyBase !== undefined && onlyHead !== undefined && group.base.length + group.head.length === 2)
    return [{ base: onlyBase, head: onlyHead }]
  const left = new Set(group.base)
  const matches: Match[] = []
  const unmatched: number[] = []
  for (const index of group.head) {
    const text = head[index]?.text
    const same = [...left].find((other) => base[other]?.text === text)
    if (same === undefined) unmatched.push(index)
    else {
      left.delete(same)
      matches.push({ base: same, head: index })
    }
  }
  const [lastBase] = left
  const [lastHead] = unmatched
  if (lastBase !== undefined && lastHead !== undefined && left.size + unmatched.length === 2)
    return [...matches, { base: lastBase, head: lastHead }]
  return [
    ...matches,
    ...[...left].map((index) => ({ base: index })),
    ...unmatched.map((index) => ({ head: index })),
  ]
}
