// Both sides' stacks in one tree: the boxes of a differential flame graph.
import type { FlameBox } from '../model/explanation.ts'
import type { Profile } from '../model/profile.ts'
import type { Match } from './profile-match.ts'

/** Boxes narrower than this share of the whole cannot be seen. */
const narrowest = 0.004
const deepest = 60

interface Node {
  readonly match: Match
  readonly children: Map<Match, Node>
  base: number
  head: number
}

/** Boxes in an order in which parents come before their children. */
export function flameOf(
  matches: readonly Match[],
  base: Profile,
  head: Profile,
  per: { readonly base: number; readonly head: number },
): FlameBox[] {
  const root: Node = { match: {}, children: new Map(), base: 0, head: 0 }
  for (const [side, profile] of [
    ['base', base],
    ['head', head],
  ] as const) {
    const byIndex = new Map(
      matches.flatMap((match) => (match[side] === undefined ? [] : [[match[side], match]])),
    )
    for (const { frames, self } of profile.stacks ?? []) {
      let node = root
      node[side] += self * per[side]
      for (const index of frames.slice(0, deepest)) {
        const match = byIndex.get(index)
        if (match === undefined) break
        const child = node.children.get(match) ?? { match, children: new Map(), base: 0, head: 0 }
        node.children.set(match, child)
        child[side] += self * per[side]
        node = child
      }
    }
  }
  const boxes: FlameBox[] = []
  const least = narrowest * Math.max(root.base, root.head)
  const visit = (node: Node, parent: number): void => {
    const children = [...node.children.values()]
      .filter((child) => Math.max(child.base, child.head) >= least)
      .sort((a, b) => b.head - a.head)
    for (const child of children) {
      const frame = head.frames[child.match.head ?? -1] ?? base.frames[child.match.base ?? -1]
      if (frame === undefined) continue
      const { function: name, file, line } = frame
      boxes.push({
        parent,
        function: name,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        base: child.base,
        head: child.head,
      })
      visit(child, boxes.length - 1)
    }
  }
  visit(root, -1)
  return boxes
}
