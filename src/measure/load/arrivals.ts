// When the iterations of an open model are due, and how many users a closed one has at a time. Times in seconds since
// the load began.

export interface Stage {
  readonly duration: number
  readonly target: number
}

/** The times at which iterations are due, in order; `null` after the last one. */
export type Arrivals = () => number | null

/**
 * Arrivals of a rate that changes evenly within each stage. Within a stage from rate a to b over d seconds, N(t) =
 * a t + (b − a) t² / 2d arrivals are due by t; the k-th is due where N(t) = k. One constant stage is a constant rate.
 * @param phase share of the first interval to leave out: several generators take turns
 */
export function arrivalsOf(start: number, stages: readonly Stage[], phase = 0): Arrivals {
  let index = 0
  let stageStart = 0
  let from = start
  /** Arrivals due before this stage. */
  let before = 0
  let next = phase
  return () => {
    for (;;) {
      const stage = stages[index]
      if (stage === undefined) return null
      const slope = (stage.target - from) / stage.duration
      const within = from * stage.duration + (slope * stage.duration ** 2) / 2
      const wanted = next - before
      // Rounding must not push the last arrival of a stage into the next one, or back.
      if (wanted < within - 1e-9) {
        next += 1
        return stageStart + timeOf(wanted, from, slope)
      }
      before += within
      stageStart += stage.duration
      from = stage.target
      index += 1
    }
  }
}

/** Where `from` t + `slope` t² / 2 = `count`. */
function timeOf(count: number, from: number, slope: number): number {
  if (count <= 0) return 0
  if (slope === 0) return count / from
  return (2 * count) / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * count)))
}

/** How many arrivals the stages hold. */
export function arrivalCount(start: number, stages: readonly Stage[], phase = 0): number {
  let from = start
  let sum = 0
  for (const { duration, target } of stages) {
    sum += ((from + target) / 2) * duration
    from = target
  }
  return Math.max(0, Math.ceil(sum - phase - 1e-9))
}

/** Users, or rate, at a time: even change within each stage. */
export function levelAt(time: number, start: number, stages: readonly Stage[]): number {
  let from = start
  let stageStart = 0
  for (const { duration, target } of stages) {
    if (time < stageStart + duration) return from + ((target - from) * (time - stageStart)) / duration
    stageStart += duration
    from = target
  }
  return from
}

/** Index of the stage at a time; the last one after the end. */
export function stageAt(time: number, stages: readonly number[]): number {
  let end = 0
  for (const [index, duration] of stages.entries()) {
    end += duration
    if (time < end) return index
  }
  return Math.max(0, stages.length - 1)
}
