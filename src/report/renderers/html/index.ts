// The report as one HTML file: everything in it, nothing loaded from elsewhere, no script. What a reader opens when the
// comment is not enough.
import type { Comparison } from '../../../model/comparison.ts'
import type { Report } from '../../../model/report.ts'
import type { Judged, Outcome } from '../../../model/verdict.ts'
import { advicePhrases } from '../../advice.ts'
import { failuresOf } from '../../failures.ts'
import { type Finding, findingPhrases, findingsOf } from '../../findings.ts'
import { tail } from '../../foreign.ts'
import { groupTitles } from '../../group-titles.ts'
import { headline, notAPass } from '../../headline.ts'
import { findingTone, outcomeSigns, type Tone } from '../../icons.ts'
import { noticesOf } from '../../notices.ts'
import type { RenderOptions } from '../../options.ts'
import type { Phrase } from '../../phrase.ts'
import { provenance, repetition } from '../../provenance.ts'
import { cellsOf, columnsOf, groupsOf } from '../../rows.ts'
import { nameOf } from '../../words.ts'
import { element, joined, type Markup } from '../../xml.ts'
import { explanationBlocks } from './explanations.ts'
import { scaleOf } from './plot.ts'
import { style } from './style.ts'
import { rowTable } from './table.ts'

const outcomeWords: Readonly<Record<Outcome, string>> = {
  pass: 'PASSED',
  warn: 'PASSED WITH WARNINGS',
  fail: 'FAILED',
  'not-compared': 'NOT COMPARED',
}

/** Longer groups are closed until a reader opens them. */
const openRows = 30
const findingsShown = 20
const outputLines = 200
const outputCharacters = 40_000

export function html(report: Report, options: RenderOptions = {}): string {
  const failures = failuresOf(report)
  const groups = groupsOf(report)
  const titles = groupTitles(report, groups)
  const rows = [...report.comparisons, ...report.recorded]
  const looks = { scale: scaleOf(rows), columns: columnsOf(rows.map(cellsOf)) }
  const folded = (title: string, members: readonly (Judged | Comparison)[], baseTitle?: string): Markup[] => {
    const table = rowTable(members, looks, baseTitle)
    if (table === null) return []
    const open = members.length <= openRows ? { open: 'open' } : {}
    return [element('details', open, [element('summary', {}, [title]), '\n', table])]
  }
  const attention = rowTable(groups.open, looks)
  const notices = noticesOf(report, failures)
  const findings = findingsOf(groups.open, failures, report.explanations)
  const main: readonly Markup[] = [
    banner(report),
    ...list(
      'findings',
      findingPhrases(findings, findingsShown).map((phrase, index) => ({
        phrase,
        tone: toneOf(findings[index]),
      })),
    ),
    ...(attention === null ? [] : [heading('What to look at'), attention]),
    ...explanationBlocks(report.explanations),
    ...(report.advice.length === 0
      ? []
      : [
          heading('Advice'),
          ...list(
            'advice',
            advicePhrases(report.advice, report.advice.length).map((phrase) => ({ phrase })),
          ),
        ]),
    ...failures.fatal.flatMap((failure) =>
      failure.output === undefined
        ? []
        : [
            heading(`The end of what ${nameOf(failure)} printed`),
            element('pre', {}, [tail(failure.output, outputLines, outputCharacters)]),
          ],
    ),
    ...(notices.length === 0
      ? []
      : [
          heading('Notes'),
          ...list(
            'notices',
            notices.map((phrase) => ({ phrase })),
          ),
        ]),
    ...folded(titles.improved, groups.improved),
    ...folded(titles.unchanged, groups.unchanged),
    ...folded(titles.fresh, groups.fresh),
    ...folded(titles.ungated, groups.ungated),
    ...folded(titles.recorded, report.recorded, 'earlier'),
    heading('How this was measured'),
    element(
      'div',
      { class: 'measured' },
      [...provenance(report, options), legend(rows), repetition(report, options)]
        .filter((phrase) => phrase.length > 0)
        .map((phrase) => element('p', {}, [marked(phrase)])),
    ),
  ]
  const head = element('head', {}, [
    element('meta', { charset: 'utf-8' }),
    element('meta', {
      'http-equiv': 'Content-Security-Policy',
      content: "default-src 'none'; style-src 'unsafe-inline'",
    }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [`${headline(report)} · perf-gate`]),
    // Not escaped: it holds nothing of others.
    { markup: `<style>${style}</style>` },
  ])
  const body = element('body', {}, [joined(main, '\n')])
  return `<!doctype html>\n${element('html', { lang: 'en' }, [head, '\n', body]).markup}\n`
}

function banner(report: Report): Markup {
  const { tone } = outcomeSigns[report.verdict]
  const about = report.verdict === 'not-compared' ? [element('p', {}, [marked(notAPass)])] : []
  const measuredAt = report.createdAt.replace('T', ' ').replace(/(:\d\d)?(\.\d+)?Z$/, ' UTC')
  return element('header', { class: tone }, [
    element('div', { class: 'verdict' }, [outcomeWords[report.verdict]]),
    element('h1', {}, [headline(report)]),
    ...about,
    element('p', {}, [measuredAt]),
  ])
}

/** What the drawings mean; empty where nothing is drawn. */
function legend(rows: readonly (Judged | Comparison)[]): Phrase {
  if (rows.every(({ ratio }) => ratio === null)) return []
  const bar = rows.some(({ interval }) => interval !== null) ? ' and the bar what it could be' : ''
  return [
    `In the drawings, the dot is the change from base to head${bar}; the budget ends at the dashed line.`,
  ]
}

function toneOf(finding: Finding | undefined): Tone {
  return finding === undefined ? 'calm' : findingTone(finding)
}

function heading(text: string): Markup {
  return element('h2', {}, [text])
}

function list(
  className: string,
  items: readonly { readonly phrase: Phrase; readonly tone?: Tone }[],
): Markup[] {
  if (items.length === 0) return []
  return [
    element('ul', { class: className }, [
      joined(
        items.map(({ phrase, tone }) => element('li', { class: tone }, [marked(phrase)])),
        '\n',
      ),
    ]),
  ]
}

function marked(phrase: Phrase): Markup {
  return joined(
    phrase.map((part) => {
      if (typeof part === 'string') return part
      if ('strong' in part) return element('strong', {}, [element('bdi', {}, [part.strong])])
      if ('code' in part) return element('code', {}, [part.code])
      return /^https?:\/\//.test(part.url) ? element('a', { href: part.url }, [part.link]) : part.link
    }),
  )
}
