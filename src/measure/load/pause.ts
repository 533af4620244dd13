// How long a virtual user waits: think time and pacing.
import type { Pause } from '../../model/suite/index.ts'
import type { Random } from '../../stats/random.ts'

/** Seconds, never negative. */
export function pauseOf(pause: Pause | undefined, random: Random): number {
  switch (pause?.kind) {
    case undefined:
      return 0
    case 'constant':
      return pause.seconds
    case 'uniform':
      return pause.least + (pause.most - pause.least) * random.uniform()
    case 'normal': {
      // Box and Muller 1958.
      const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()))
      return Math.max(0, pause.mean + pause.deviation * radius * Math.cos(2 * Math.PI * random.uniform()))
    }
  }
}

/** Draws an index with a probability proportional to its weight. */
export function weighted(weights: readonly number[]): (random: Random) => number {
  if (weights.length <= 1) return () => 0
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return (random) => {
    let left = random.uniform() * all
    for (const [index, weight] of weights.entries()) {
      left -= weight
      if (left < 0) return index
    }
    return weights.length - 1
  }
}
