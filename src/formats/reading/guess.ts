// Which way is better, when a file does not say: from the metric's name, or a guess that is told.
import type { Better } from '../../model/unit.ts'
import type { Collector } from './collect.ts'
import { betterByName } from './unit.ts'

/** The direction that the name tells; otherwise `fallback`, with a notice. */
export function guessedBetter(collect: Collector, metric: string, fallback: Better, fix?: string): Better {
  const told = betterByName(metric)
  if (told !== null) return told
  const taken = fallback === 'lower' ? 'less' : 'more'
  collect.note({
    code: 'guessed-direction',
    message: `Nothing says whether more or less of ${metric} is better; ${taken} is taken to be.`,
    where: metric,
    ...(fix === undefined ? {} : { fix }),
  })
  return fallback
}
