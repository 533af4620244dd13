// What the gate found, in words: one sentence or two per row, the same in every format. A reader who stops after the
// first sentence knows what happened; the next one says how sure it is.
import type { Comparison } from '../model/comparison.ts'
import type { Judged, RowVerdict } from '../model/verdict.ts'
import { amount } from './amounts.ts'
import { allMetrics, type BenchmarkFailure } from './failures.ts'
import { counted, percentBound, significance, writtenPercent } from './numbers.ts'
import { asSentence, ended, list, type Phrase, paragraph, prose } from './phrase.ts'
import { limitWords } from './rows.ts'
import {
  changeWords,
  harm,
  lossWord,
  metricName,
  namedValues,
  nameOf,
  valuesWords,
  worseWord,
} from './words.ts'

/** How sure a finding is, by what it rests on. `brief` where a neighbour has said already what the figures mean. */
function certainty(row: Judged, brief: boolean): Phrase {
  const p = significance(row.p)
  const said = brief ? p : p === null ? null : `${p} for the whole suite`
  switch (row.mode) {
    case 'exact':
      if (brief) return []
      return row.metric === 'leak'
        ? ['A trend test found it: memory rose from round to round.']
        : ['It was counted exactly, so there is no noise in it.']
    case 'recorded':
      return asSentence(row.reason)
    case 'imported':
      return said === null ? asSentence(row.reason) : [`${said}, from ${counted(row.pairs, 'repetition')}.`]
    case 'paired': {
      const pairs =
        row.agree === undefined
          ? `${counted(row.pairs, 'pair')} measured`
          : `${row.agree} of ${counted(row.pairs, 'pair')} agree`
      if (said === null) return [`${pairs}.`]
      return [`${brief ? '' : 'This is not noise: '}${pairs}, ${said}.`]
    }
  }
}

/** `budget 5 %`; a change that counts although it is smaller than the budget says why it counts. */
function budgetBroken({ terms, ...row }: Judged): string {
  const worsening = harm(row)
  if (worsening === null || worsening >= terms.regression || row.mode === 'exact')
    return `budget ${writtenPercent(terms.regression)}`
  return `proven changes count from ${writtenPercent(terms.ignoreBelow)} on`
}

function regression(row: Judged, brief: boolean): Phrase {
  const isBeyond = row.head !== null && beyond(row.head, row)
  const { fastest } = row
  // Where the interval in the table leaves "nothing changed" open, the sentence tells what does not.
  const isClear = fastest === undefined || !mayBeUnchanged(row)
  const shown = isClear ? row : { ...row, ...fastest }
  return paragraph(
    [
      { strong: `${nameOf(row)} ${changeWords(shown)}${isClear ? '' : ' in its fastest iterations'}` },
      ` (${valuesWords(row)}; ${budgetBroken(shown)}).`,
    ],
    certainty(shown, brief),
    isClear ? [] : ['All iterations together do not show it.'],
    isBeyond ? [`It is also ${pastLimit(row)}: ${limitWords(row)}.`] : [],
    row.terms.onRegression === 'warn' ? ['Its budget only warns.'] : [],
  )
}

function mayBeUnchanged({ interval }: Judged): boolean {
  return interval === null || (interval[0] <= 1 && interval[1] >= 1)
}

function improvement(row: Judged, brief: boolean): Phrase {
  const what: Phrase = [{ strong: `${nameOf(row)} ${changeWords(row)}` }, ` (${valuesWords(row)}).`]
  return paragraph(what, certainty(row, brief))
}

function beyond(value: number, { terms, better }: Judged): boolean {
  if (terms.limit === undefined) return false
  return better === 'lower' ? value > terms.limit.value : value < terms.limit.value
}

function pastLimit({ better }: Judged): string {
  return better === 'lower' ? 'over its limit' : 'below its minimum'
}

function overLimit(row: Judged): Phrase {
  const where = pastLimit(row)
  const before =
    row.base === null
      ? ''
      : beyond(row.base, row)
        ? ` It was ${where.split(' ')[0]} it before this change too: ${amount(row.base, row.unit)}.`
        : ` Base was within it: ${amount(row.base, row.unit)}.`
  const value = `${metricName(row.metric)} ${amount(row.head, row.unit)}`
  return [{ strong: `${nameOf(row)} is ${where}` }, ` (${value}; budget ${limitWords(row)}).${before}`]
}

/** Which of both ended it is not in the report. */
const morePairs: Phrase = [
  'More pairs would help: raise ',
  { code: 'gate.max-time' },
  ' or ',
  { code: 'gate.max-pairs' },
  '.',
]

/** Pairs below which nothing is decided. */
const fewestPairs = 5

function inconclusive(row: Judged): Phrase {
  const what: Phrase = [{ strong: `${nameOf(row)} is undecided` }, ` (${namedValues(row)}).`]
  const stops: Phrase =
    row.outcome === 'fail' ? ['It fails the gate: ', { code: 'gate.on-inconclusive' }, ' is fail.'] : []
  if (row.mode !== 'paired' || row.pairs < fewestPairs) return paragraph(what, asSentence(row.reason), stops)
  const least = leastHarm(row)
  if (least !== null && least > row.terms.ignoreBelow) {
    const sure = significance(row.p)
    const known = `It looks ${worseWord([row])} by at least ${percentBound(least)}, but ${counted(row.pairs, 'pair')} are not enough to be as sure as the gate must be${sure === null ? '' : ` (${sure} for the whole suite)`}.`
    return paragraph(what, [known], morePairs, stops)
  }
  const pairs = `${counted(row.pairs, 'pair')} ${row.pairs === 1 ? 'rules' : 'rule'}`
  const budget = `the ${writtenPercent(row.terms.regression)} of its budget`
  const known =
    row.excludes === null
      ? `${pairs} nothing out yet.`
      : `${pairs} out ${lossWord(row)} of ${percentBound(row.excludes)} or more, but not ${budget}.`
  return paragraph(what, [known], help(row), stops)
}

/** The end of the interval that is better for the change, as a loss; negative for a gain. */
function leastHarm({ interval, better }: Judged): number | null {
  if (interval === null) return null
  return harm({ ratio: better === 'lower' ? interval[0] : interval[1], better })
}

/** Twice the precision costs four times the pairs: says whether more time can get there at all. */
function help(row: Judged): Phrase {
  const estimate = Math.max(0, harm(row) ?? 0)
  const distance = row.excludes === null ? null : Math.log1p(row.excludes) - Math.log1p(estimate)
  const needed = Math.log1p(row.terms.regression) - Math.log1p(estimate)
  const factor = distance === null || needed <= 0 ? null : (distance / needed) ** 2
  if (factor !== null && factor > 4)
    return [
      'The pairs differ too much for that: longer trials, a quieter machine or a wider budget would help.',
    ]
  return morePairs
}

function accepted(row: Judged): Phrase {
  const what: Phrase = [
    { strong: `${nameOf(row)} ${changeWords(row)}, which is accepted` },
    ` (${valuesWords(row)}).`,
  ]
  return paragraph(what, asSentence(row.reason))
}

function unchanged(row: Judged): Phrase {
  if (row.mode === 'exact' && row.ratio !== 1) {
    const within = ` (${namedValues(row)}; budget ${writtenPercent(row.terms.regression)}).`
    return [{ strong: `${nameOf(row)} is within its budget` }, within]
  }
  const what: Phrase = [{ strong: `${nameOf(row)} is unchanged` }, ` (${namedValues(row)}).`]
  if (row.mode === 'exact' || row.excludes === null) return paragraph(what, asSentence(row.reason))
  return paragraph(what, [`It can be at most ${percentBound(row.excludes)} ${worseWord([row])}.`])
}

const sentences = {
  regression,
  improvement,
  'no-change': unchanged,
  inconclusive,
  'over-limit': overLimit,
  accepted,
  new: (row) => [
    { strong: `${nameOf(row)} is new` },
    ` (${metricName(row.metric)} ${amount(row.head, row.unit)}). Base has nothing to compare it with.`,
  ],
  gone: (row) => goneSentence([row]),
  failed: ({ benchmark, metric, reason, outcome }) =>
    failureSentence({
      benchmark,
      ...(metric === allMetrics ? {} : { metric }),
      sides: [],
      reason,
      outcome,
    }),
} as const satisfies Record<RowVerdict, (row: Judged, brief: boolean) => Phrase>

/** One row in words; `brief` leaves out what a sentence before it has explained. */
export function sentence(row: Judged, brief = false): Phrase {
  return sentences[row.verdict](row, brief)
}

/** Rows of one benchmark that only base has. */
export function goneSentence(rows: readonly Judged[]): Phrase {
  const [first] = rows
  if (first === undefined) return []
  const metrics = list(rows.map(({ metric }) => metricName(metric)))
  return [
    { strong: `${nameOf(first)} is gone` },
    ` (${metrics}). Base has it and head does not, so nothing was compared. If it was removed on purpose, remove its budget too.`,
  ]
}

/** A benchmark that could not be measured. */
export function failureSentence(failure: BenchmarkFailure): Phrase {
  const where = failure.sides.length === 0 ? '' : ` on ${list(failure.sides)}`
  const what =
    failure.metric === undefined ? nameOf(failure) : `${nameOf(failure)}: ${metricName(failure.metric)}`
  return [
    { strong: `${what} failed${where}` },
    ': ',
    ...prose(ended(failure.reason) || 'no reason was given.'),
  ]
}

/**
 * What `10 unchanged` is worth: `none can be more than 3.1 % slower`. `null` when that is not known of all of them.
 * Exact rows are what they are, so their own change is their bound.
 */
export function worstUnseen(rows: readonly (Comparison | Judged)[]): number | null {
  const bounds = rows.map((row) => (row.mode === 'exact' ? Math.max(0, harm(row) ?? 0) : row.excludes))
  const known = bounds.filter((bound) => bound !== null)
  return known.length === bounds.length && known.length > 0 ? Math.max(...known) : null
}
