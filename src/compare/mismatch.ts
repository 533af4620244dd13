// What keeps two series of one metric apart, or makes the comparison weaker, as Notices.
import type { Notice } from '../model/notice.ts'
import type { Series } from '../model/series.ts'
import { whereOf } from './oddities.ts'
import { sameStatistic } from './value.ts'
import { counted } from './wording.ts'

/** Why two series of one metric cannot be compared; `null` when they can. */
export function mismatchOf(base: Series, head: Series): Notice | null {
  if (base.unit !== head.unit)
    return {
      code: 'unit-changed',
      where: whereOf(head),
      message: `Base is in ${base.unit}, head in ${head.unit}: they cannot be compared.`,
      fix: 'Measure both sides in one unit, or give the metric a new name.',
    }
  if (head.evidence.kind !== 'exact' && !sameStatistic(base, head))
    return {
      code: 'statistic-changed',
      where: whereOf(head),
      message: `Base and head use different statistics of their trials: they cannot be compared.`,
      fix: 'Compare Runs that were made by one configuration.',
    }
  return null
}

export function kindMismatch(base: Series, head: Series): Notice {
  return {
    code: 'evidence-changed',
    where: whereOf(head),
    message: `Base kept ${base.evidence.kind}, head ${head.evidence.kind}: they cannot be compared.`,
    fix: 'Measure or import both sides in the same way.',
  }
}

export function directionNotice(head: Series): Notice {
  return {
    code: 'direction-changed',
    where: whereOf(head),
    message: `Base and head disagree on whether lower or higher is better; head's word, ${head.better}, was taken.`,
    fix: 'Declare the same direction on both sides.',
  }
}

export function unpairedNotice(head: Series, rounds: number): Notice {
  return {
    code: 'unpaired-rounds',
    where: whereOf(head),
    message: `${counted(rounds, 'round')} ${rounds === 1 ? 'has' : 'have'} one side only and ${rounds === 1 ? 'was' : 'were'} left out.`,
    fix: 'Nothing to do when a trial failed; else compare Runs of one measurement.',
  }
}
