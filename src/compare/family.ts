// One error rate for the whole suite: Holm's procedure over all metrics that can stop the pull request, and what a
// metric's evidence comes to under it. A metric that is only shown belongs to a second family, so that it takes nothing
// from the first and is still not reported as changed by chance.
import type { Finding } from '../model/comparison.ts'
import { holm } from '../stats/holm.ts'
import type { Certainty } from './settings.ts'

/** p-values against three statements, for evidence valid at all times at once (1 / sup e). */
export interface Tested {
  /** Against "head is not worse, but for changes that are ignored". */
  readonly worse: number
  /** Against "head is worse by as much as must be noticed, or more". */
  readonly equivalent: number
  /** Against "head is not better, but for changes that are ignored". */
  readonly better: number
}

export interface Family<Member> {
  /** How many metrics share the error rate. */
  readonly size: number
  /** Adds a member, or tells what it has come to. `null`: it is decided without a test and does not count. */
  update(member: Member, tested: Tested | null): void
  /** Regressions, by Holm, the surest first. */
  rejected(): ReadonlySet<Member>
  /** `p` of a member for the whole suite: at most alpha exactly when Holm rejects it. */
  corrected(member: Member, p: number): number
}

/** @param elsewhere how many further members are measured by others, who do not tell what they come to */
export function createFamily<Member>(alpha: number, elsewhere: () => number = () => 0): Family<Member> {
  const members = new Set<Member>()
  // Only these can be rejected; in a suite of thousands they are few.
  const candidates = new Map<Member, number>()
  let known: ReadonlySet<Member> | null = null
  let knownSize = 0
  const whole = () => members.size + elsewhere()
  return {
    get size() {
      return whole()
    },
    update: (member, tested) => {
      // Most pairs of most metrics change nothing of what is rejected.
      if (tested === null) members.delete(member)
      else members.add(member)
      if (tested !== null && tested.worse <= alpha) {
        candidates.set(member, tested.worse)
        known = null
      } else if (candidates.delete(member)) known = null
    },
    rejected: () => {
      const size = whole()
      if (known !== null && knownSize === size) return known
      knownSize = size
      const listed = [...candidates.keys()]
      const indices = holm([...candidates.values()], alpha, size)
      known = new Set([...indices].flatMap((index) => listed[index] ?? []))
      return known
    },
    corrected(member, p) {
      let [corrected, rank] = [0, 0]
      for (const one of this.rejected()) {
        corrected = Math.max(corrected, (candidates.get(one) ?? 1) * (whole() - rank))
        rank += 1
        if (one === member) return Math.min(1, corrected)
      }
      return familyP(p, whole())
    },
  }
}

/** The verdict of STATISTICS: regression first, then equivalence, then whether it is more than that. */
export function findingOf(
  tested: Tested,
  rejected: boolean,
  family: number,
  { alpha, beta }: Pick<Certainty, 'alpha' | 'beta'>,
): Extract<Finding, 'regression' | 'improvement' | 'no-change' | 'inconclusive'> {
  if (rejected) return 'regression'
  if (tested.equivalent > beta) return 'inconclusive'
  return tested.better * family <= alpha ? 'improvement' : 'no-change'
}

/** For the whole suite: corrected for the number of metrics that share the error rate. */
export function familyP(p: number, family: number): number {
  return Math.min(1, p * Math.max(1, family))
}
