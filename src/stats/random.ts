// Everything random in perf-gate comes from here, so that a seed in the report repeats it exactly.
// xoshiro128** 1.1 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), its state filled
// by splitmix64 as its authors advise.

export interface Random {
  /** 0 ≤ x < 1, with 53 random bits. */
  uniform(): number
  /** A fair coin. */
  coin(): boolean
  /** A whole number, 0 ≤ x < `below`, without modulo bias. */
  integer(below: number): number
  /** A shuffled copy (Fisher and Yates). */
  shuffle<Item>(items: readonly Item[]): Item[]
}

const mask64 = 0xffff_ffff_ffff_ffffn

/** The next output of splitmix64 (Steele, Lea and Flood 2014) for a 64-bit counter, and the counter to go on with. */
export function splitmix64(counter: bigint): { readonly output: bigint; readonly next: bigint } {
  const next = (counter + 0x9e37_79b9_7f4a_7c15n) & mask64
  let mixed = next
  mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & mask64
  mixed = ((mixed ^ (mixed >> 27n)) * 0x94d0_49bb_1331_11ebn) & mask64
  return { output: mixed ^ (mixed >> 31n), next }
}

/** The raw generator: 32-bit words from a state of four words, which must not all be zero. */
export function xoshiro128starstar(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state
  return () => {
    const scaled = Math.imul(b, 5)
    const output = Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return output
  }
}

/**
 * A generator that gives the same sequence for the same seed on every machine.
 * @param seed any finite number; whole numbers below 2^53 all give different sequences.
 */
export function createRandom(seed: number): Random {
  const first = splitmix64(BigInt.asUintN(64, BigInt(Math.trunc(seed))))
  const second = splitmix64(first.next)
  const word = xoshiro128starstar([
    Number(first.output & 0xffff_ffffn),
    Number(first.output >> 32n),
    Number(second.output & 0xffff_ffffn),
    Number(second.output >> 32n),
  ])
  const uniform = () => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53
  const integer = (below: number) => {
    if (!Number.isInteger(below) || below < 1 || below > 2 ** 32)
      throw new RangeError(`integer(below): expected 1 to 2^32, found ${below}`)
    const limit = 2 ** 32 - (2 ** 32 % below)
    let drawn = word()
    while (drawn >= limit) drawn = word()
    return drawn % below
  }
  return {
    uniform,
    coin: () => word() >= 2 ** 31,
    integer,
    shuffle: (items) => {
      const shuffled = [...items]
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = integer(last + 1)
        const moved = shuffled[last] as (typeof shuffled)[number]
        shuffled[last] = shuffled[other] as (typeof shuffled)[number]
        shuffled[other] = moved
      }
      return shuffled
    },
  }
}

/**
 * A 32-bit seed for one purpose, drawn from the seed of the whole: `fork(seed, 'order/parse')`. Different labels give
 * independent sequences, and adding a benchmark leaves those of the others alone.
 */
export function fork(seed: number, label: string): number {
  // FNV-1a, 64 bits, over UTF-16 code units.
  let hash = 0xcbf2_9ce4_8422_2325n
  for (let index = 0; index < label.length; index++)
    hash = ((hash ^ BigInt(label.charCodeAt(index))) * 0x0000_0100_0000_01b3n) & mask64
  const mixed = splitmix64(BigInt.asUintN(64, BigInt(Math.trunc(seed)))).output ^ hash
  return Number(splitmix64(mixed).output >> 32n)
}
