// First in, first out, in constant time: arrivals that wait for a free user may be a hundred thousand.
export interface Queue {
  push(value: number): void
  shift(): number | undefined
  readonly size: number
}

export function createQueue(): Queue {
  let values: number[] = []
  let head = 0
  return {
    push: (value) => void values.push(value),
    shift() {
      if (head >= values.length) return undefined
      const value = values[head]
      head += 1
      if (head > 1024 && head * 2 > values.length) {
        values = values.slice(head)
        head = 0
      }
      return value
    },
    get size() {
      return values.length - head
    },
  }
}
