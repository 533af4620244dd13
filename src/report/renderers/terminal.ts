// The report on a terminal or in a log. The verdict comes last and the worst rows just above it: that is what is still
// on the screen when the command ends.
import type { Report } from '../../model/report.ts'
import type { Judged, Outcome } from '../../model/verdict.ts'
import { advicePhrases } from '../advice.ts'
import { failuresOf } from '../failures.ts'
import { findingsOf } from '../findings.ts'
import { harmless, tail } from '../foreign.ts'
import { headline, notAPass } from '../headline.ts'
import { outcomeSigns } from '../icons.ts'
import { noticesOf } from '../notices.ts'
import type { RenderOptions } from '../options.ts'
import { type Phrase, plain } from '../phrase.ts'
import { provenance, repetition } from '../provenance.ts'
import { byImportance, groupsOf } from '../rows.ts'
import { type Paint, painted, terminalTable, unpainted, wrapped } from '../terminal-text.ts'
import { nameOf } from '../words.ts'

const outcomeWords: Readonly<Record<Outcome, string>> = {
  pass: 'PASS',
  warn: 'WARN',
  fail: 'FAIL',
  'not-compared': 'NOT COMPARED',
}
const outputLines = 12
const outputCharacters = 1200

export function terminal(report: Report, options: RenderOptions = {}): string {
  const paint = options.color === true ? painted : unpainted
  const width = options.width ?? Number.POSITIVE_INFINITY
  const failures = failuresOf(report)
  const repeat = repetition(report, options)
  const { tone, mark } = outcomeSigns[report.verdict]
  const inWords = (phrase: Phrase) => wrapped(words(phrase, paint), width)
  const quiet = (text: string) => wrapped(paint('dim', text), width)

  const blocks: readonly (readonly string[])[] = [
    provenance(report, options).map((phrase) => quiet(words(phrase, unpainted))),
    report.recorded.length === 0
      ? []
      : [
          paint('dim', 'For comparison only, against earlier runs of the base branch:'),
          ...terminalTable(report.recorded, width, paint, 'earlier'),
        ],
    terminalTable(worstLast(report.comparisons), width, paint),
    ...failures.fatal.flatMap((failure) =>
      failure.output === undefined
        ? []
        : [
            [
              paint('dim', `The end of what ${nameOf(failure)} printed:`),
              ...tail(failure.output, outputLines, outputCharacters)
                .split('\n')
                .map((line) => `  ${paint('dim', '|')} ${line}`),
            ],
          ],
    ),
    noticesOf(report, failures).map((phrase) => inWords([`${paint('caution', '!')} `, ...phrase])),
    advicePhrases(report.advice).map((phrase) => inWords([`${paint('dim', '»')} `, ...phrase])),
    findingsOf(groupsOf(report).open, failures, report.explanations)
      .reverse()
      .map(({ phrase }) => inWords(phrase)),
    report.verdict === 'not-compared' ? [inWords(notAPass)] : [],
    // In one piece, to be copied.
    repeat.length === 0 ? [] : [paint('dim', words(repeat, unpainted))],
    [
      wrapped(
        paint(tone, paint('bold', `${mark} ${outcomeWords[report.verdict]}  ${harmless(headline(report))}`)),
        width,
      ),
    ],
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** Rows of the same importance stay in the order of the suite. */
function worstLast(rows: readonly Judged[]): Judged[] {
  return byImportance([...rows].reverse()).reverse()
}

function words(phrase: Phrase, paint: Paint): string {
  return phrase
    .map((part) => {
      if (typeof part === 'object' && 'strong' in part) return paint('bold', harmless(part.strong))
      const text = plain([part])
      const content = harmless(text)
      if (content === '') return text === '' ? '' : ' '
      return `${/^\s/.test(text) ? ' ' : ''}${content}${/\s$/.test(text) ? ' ' : ''}`
    })
    .join('')
}
