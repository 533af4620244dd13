// Hosts refuse a text that is too long, and a report that was refused is a report that nobody sees. So a text gives up
// whole parts, the least important first, until it fits; it says itself what is missing.

/** What can be left out: a row, the output of a failure. Only its identity matters here. */
export type Droppable = object

export type Kept = ReadonlySet<Droppable>

/** GitHub counts a comment in characters. */
export const inCharacters = (text: string): number => text.length

/** And a job summary in bytes. */
export const inBytes = (text: string): number => new TextEncoder().encode(text).length

/**
 * The longest text within `limit`: with all `parts` (most important first), or with as many of the first ones as fit.
 * `null` when not even the text without any of them does.
 */
export function fitted(
  parts: readonly Droppable[],
  render: (kept: Kept) => string,
  limit: number,
  sizeOf: (text: string) => number,
): string | null {
  const attempt = (howMany: number): string | null => {
    const text = render(new Set(parts.slice(0, howMany)))
    return sizeOf(text) <= limit ? text : null
  }
  const whole = attempt(parts.length)
  if (whole !== null) return whole
  let best = attempt(0)
  let fitting = 0
  let tooMany = parts.length
  while (best !== null && tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2)
    const text = attempt(middle)
    if (text === null) tooMany = middle
    else {
      fitting = middle
      best = text
    }
  }
  return best
}
