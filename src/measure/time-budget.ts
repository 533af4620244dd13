// Who may start another pair in the time that is left. Fewer than `minPairs` pairs decide nothing, so time goes first to
// the benchmarks that can still reach them, cheapest first: that way as many as possible do.

export interface Claim {
  /** Seconds that the next pair is expected to take. */
  readonly expected: number
  /** Pairs still missing to the fewest that can decide; 0 when it has them. */
  readonly missing: number
}

const need = (claim: Claim) => claim.expected * claim.missing

/**
 * Whether `claims[index]` may start a pair now. It must end in time, and must not use up what another benchmark needs
 * to reach its fewest pairs, unless it is itself among those that can.
 * @param claims of all benchmarks that still want pairs
 * @param remaining seconds
 */
export function mayStart(claims: readonly Claim[], index: number, remaining: number): boolean {
  const claim = claims[index]
  if (claim === undefined || claim.expected > remaining) return false
  const reserved = new Set<Claim>()
  let reservedTime = 0
  const wanting = claims.filter((each) => each.missing > 0).sort((a, b) => need(a) - need(b))
  for (const each of wanting) {
    if (reservedTime + need(each) > remaining) break
    reserved.add(each)
    reservedTime += need(each)
  }
  return reserved.has(claim) || reservedTime + claim.expected <= remaining
}
