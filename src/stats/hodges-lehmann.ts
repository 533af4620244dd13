// The centre of paired differences that outliers cannot move far: the median of all pairwise means (Hodges and Lehmann
// 1963).

/** Median of the n(n+1)/2 Walsh averages. NaN when there are none. */
export function hodgesLehmann(differences: readonly number[]): number {
  const size = differences.length
  const averages = new Float64Array((size * (size + 1)) / 2)
  let next = 0
  for (let i = 0; i < size; i++)
    for (let j = i; j < size; j++)
      averages[next++] = ((differences[i] as number) + (differences[j] as number)) / 2
  return medianBySelection(averages)
}

/** The median without a full sort; reorders `values`. */
function medianBySelection(values: Float64Array): number {
  const size = values.length
  if (size === 0) return Number.NaN
  const upper = select(values, size >> 1)
  if (size % 2 === 1) return upper
  // All values before the selected one are at most as large: the largest of them is its neighbour.
  let lower = Number.NEGATIVE_INFINITY
  for (let index = 0; index < size >> 1; index++)
    if ((values[index] as number) > lower) lower = values[index] as number
  return (lower + upper) / 2
}

/** The value of that rank, from 0 (Hoare's quickselect with the median of three as pivot). */
function select(values: Float64Array, rank: number): number {
  let left = 0
  let right = values.length - 1
  while (left < right) {
    const x = values[left] as number
    const y = values[(left + right) >> 1] as number
    const z = values[right] as number
    const pivot = Math.max(Math.min(x, y), Math.min(Math.max(x, y), z))
    let i = left
    let j = right
    while (i <= j) {
      while ((values[i] as number) < pivot) i++
      while ((values[j] as number) > pivot) j--
      if (i > j) break
      const swapped = values[i] as number
      values[i++] = values[j] as number
      values[j--] = swapped
    }
    if (rank <= j) right = j
    else if (rank >= i) left = i
    else break
  }
  return values[rank] as number
}
