// The evidence that head is worse, from up to two values of each trial: the declared one, and that of its fastest
// iterations. Each makes a bet with a scale of its own, and their average is held against the threshold: what either of
// them shows beyond doubt is a regression, and the error rate stays what it is. Only worse is asked of both. Whether
// nothing changed, by how much, and within which interval, the declared value says alone.
import { averageEvidence, createEvidence, createScale, type EvidenceProcess } from '../stats/evidence.ts'

export interface WorseEvidence {
  /** The largest that the evidence has ever been. */
  readonly sup: number
  /** The same of the declared value alone. */
  readonly declared: number
  /** Log ratios of the fastest iterations, positive when head is worse; empty where only the declared value counts. */
  readonly fastest: readonly number[]
  /**
   * One more pair: the effect by the declared value with the scale that was known before it, and the effect by the
   * fastest iterations, `null` where a side has none.
   */
  add(effect: number, scale: number, fastest: number | null): void
}

/** @param delta the effect that is ignored, as a log ratio. */
export function createWorseEvidence(delta: number): WorseEvidence {
  const declared = createEvidence({ delta, side: 1 })
  const fastest: number[] = []
  // Whether there are two is settled by the first pair. Its trials count alike in that, so the coin that decides which
  // of them is head stays fair.
  let both: ReturnType<typeof createBoth> | null = null
  let pairs = 0
  return {
    get sup() {
      return both === null ? declared.sup : both.average.sup
    },
    get declared() {
      return declared.sup
    },
    fastest,
    add: (effect, scale, quick) => {
      if (pairs++ === 0 && quick !== null) both = createBoth(declared, delta)
      declared.add(effect, scale)
      if (both === null) return
      if (quick !== null) {
        both.quick.add(quick, both.scale.next())
        both.scale.add(quick)
        fastest.push(quick)
      }
      both.average.update()
    },
  }
}

function createBoth(declared: EvidenceProcess, delta: number) {
  const quick = createEvidence({ delta, side: 1 })
  return { quick, scale: createScale(), average: averageEvidence([declared, quick]) }
}
