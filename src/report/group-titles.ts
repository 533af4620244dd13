// One line for each group of rows that is folded away: it must say what opening it is worth.
import type { Comparison } from '../model/comparison.ts'
import type { Report } from '../model/report.ts'
import type { Judged } from '../model/verdict.ts'
import { countWords } from './headline.ts'
import { counted, percent, percentBound } from './numbers.ts'
import type { Groups } from './rows.ts'
import { worstUnseen } from './sentences.ts'
import { betterWord, harm, worseWord } from './words.ts'

export interface GroupTitles {
  readonly improved: string
  readonly unchanged: string
  readonly fresh: string
  readonly ungated: string
  readonly recorded: string
}

/** Titles of the folded groups; that of an empty group is not meant to be shown. */
export function groupTitles(report: Report, { improved, unchanged, fresh, ungated }: Groups): GroupTitles {
  const most = Math.max(0, ...improved.map((row) => -(harm(row) ?? 0)))
  return {
    improved: `${counted(improved.length, 'improvement')}: up to ${percent(most)} ${betterWord(improved)}`,
    unchanged: unchangedTitle(unchanged),
    fresh: `${countWords(fresh, 0)}: nothing on base to compare with`,
    ungated: withTendencies(`${counted(ungated.length, 'metric')} without a budget`, ungated),
    recorded: withTendencies('For comparison only, against earlier runs of the base branch', report.recorded),
  }
}

/** `10 unchanged: none can be more than 3.1 % slower`. */
function unchangedTitle(rows: readonly Judged[]): string {
  const bound = worstUnseen(rows)
  const what = countWords(rows, 0)
  if (bound === null) return what
  const one = rows.length === 1
  // Exact amounts are what they are; the others are only known to lie within a bound.
  const isExact = rows.every(({ mode }) => mode === 'exact')
  const which = isExact ? (one ? 'it is not' : 'none is') : one ? 'it cannot be' : 'none can be'
  const much = isExact && bound === 0 ? '' : `more than ${percentBound(bound)} `
  return `${what}: ${which} ${much}${worseWord(rows)}`
}

/** `…: 1 worse, 2 better, 21 unchanged`; without a budget nothing is a regression. */
function withTendencies(what: string, rows: readonly (Judged | Comparison)[]): string {
  const tendencies = [
    { word: 'worse', verdicts: ['regression', 'over-limit'] },
    { word: 'better', verdicts: ['improvement'] },
    { word: 'unchanged', verdicts: ['no-change'] },
    { word: 'undecided', verdicts: ['inconclusive'] },
    { word: 'failed', verdicts: ['failed'] },
    { word: 'gone', verdicts: ['gone'] },
    { word: 'new', verdicts: ['new'] },
  ] as const
  const found = tendencies.flatMap(({ word, verdicts }) => {
    const matching: readonly string[] = verdicts
    const howMany = rows.filter(({ verdict }) => matching.includes(verdict)).length
    return howMany === 0 ? [] : [`${howMany} ${word}`]
  })
  return found.length === 0 ? what : `${what}: ${found.join(', ')}`
}
