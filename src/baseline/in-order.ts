// Several artifacts at once, but not all.

/** Downloads under way at once. */
const atOnce = 4

/** Results in the order of `items`, a few calls under way at once. */
export async function inOrder<Item, Result>(
  items: readonly Item[],
  call: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let start = 0; start < items.length; start += atOnce)
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(call))))
  return results
}
