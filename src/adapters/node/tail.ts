// The end of a stream in bounded memory: a program that prints megabytes costs no more than one that prints a line.

export interface Tail {
  add(chunk: Uint8Array): void
  /** The last bytes as UTF-8; a character cut in half at the start is left out. */
  text(): string
  truncated(): boolean
}

/** Keeps the last `limit` bytes, holding at most twice as many plus one chunk. */
export function tail(limit: number): Tail {
  // Two generations: the older is dropped whole when the younger alone is long enough.
  let older: Uint8Array[] = []
  let younger: Uint8Array[] = []
  let youngerLength = 0
  let total = 0
  return {
    add(chunk) {
      if (youngerLength >= limit) {
        older = younger
        younger = []
        youngerLength = 0
      }
      younger.push(chunk)
      youngerLength += chunk.length
      total += chunk.length
    },
    text() {
      const held = Buffer.concat([...older, ...younger])
      let start = Math.max(0, held.length - limit)
      // Continuation bytes of UTF-8 are 10xxxxxx; at most three of them belong to the character that was cut.
      for (
        let skipped = 0;
        total > limit && skipped < 3 && ((held[start] ?? 0) & 0xc0) === 0x80;
        skipped += 1
      )
        start += 1
      return held.subarray(start).toString('utf8')
    },
    truncated: () => total > limit,
  }
}
