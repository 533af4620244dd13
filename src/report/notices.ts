// Warnings of all stages as one list without repetitions: the same remark on twelve benchmarks is one line, and what
// measuring says of a benchmark need not be said again for each of its metrics.
import type { Notice } from '../model/notice.ts'
import type { Report } from '../model/report.ts'
import type { Failures } from './failures.ts'
import { clip, harmless } from './foreign.ts'
import { counted } from './numbers.ts'
import { asSentence, type Phrase, shortList } from './phrase.ts'
import { byImportance } from './rows.ts'
import { metricTitle, nameOf } from './words.ts'

const placesShown = 4
const longestMessage = 500

/** What the sentences and the table say already, row by row. */
const saidElsewhere: ReadonlySet<string> = new Set(['new', 'gone'])

/** All notices of a report; those of the worst rows first. */
export function noticesOf(report: Report, failures: Failures): Phrase[] {
  const isSaid = ({ code }: Notice, benchmark: string) =>
    saidElsewhere.has(code) ||
    report.notices.some((notice) => notice.code === code && isWithin(benchmark, notice.where))
  const ofRows = byImportance(report.comparisons).flatMap((row) =>
    row.notices
      .filter((notice) => !isSaid(notice, row.benchmark))
      .map((notice) => ({ ...notice, where: `${nameOf(row)} ${metricTitle(row.metric)}` })),
  )
  const all = [...report.notices, ...ofRows]
  const unsaid = failures.voided.filter(
    ({ benchmark, reason }) =>
      !all.some(
        ({ code, where, message }) =>
          where?.startsWith(nameOf({ benchmark })) && (code === 'void-pairs' || message.includes(reason)),
      ),
  )
  return [...grouped(all), ...voidedPairs(unsaid)]
}

function isWithin(benchmark: string, where: string | undefined): boolean {
  return where !== undefined && (benchmark === where || benchmark.startsWith(`${where}/`))
}

function grouped(notices: readonly Notice[]): Phrase[] {
  const groups = new Map<string, { readonly notice: Notice; readonly places: Set<string> }>()
  for (const notice of notices) {
    const key = JSON.stringify([notice.code, notice.message, notice.fix])
    const group = groups.get(key) ?? { notice, places: new Set<string>() }
    if (notice.where !== undefined) group.places.add(nameOf({ benchmark: notice.where }))
    groups.set(key, group)
  }
  return [...groups.values()].map(({ notice, places }) => {
    const where = shortList([...places], placesShown)
    const message = asSentence(clip(harmless(notice.message), longestMessage))
    const fix = asSentence(clip(harmless(notice.fix ?? ''), longestMessage))
    const place: Phrase = where === '' ? [] : [{ strong: where }, ': ']
    return [...place, ...message, ...(fix.length === 0 ? [] : [' ', ...fix])]
  })
}

/** Trials that failed while their benchmark was compared all the same. */
function voidedPairs(failures: Failures['voided']): Phrase[] {
  const benchmarks = new Map<string, { readonly count: number; readonly reason: string }>()
  for (const { benchmark, reason } of failures) {
    const known = benchmarks.get(benchmark)
    benchmarks.set(benchmark, { count: (known?.count ?? 0) + 1, reason: known?.reason ?? reason })
  }
  return [...benchmarks].map(([benchmark, { count, reason }]) => [
    { strong: nameOf({ benchmark }) },
    `: ${counted(count, 'trial')} failed and ${count === 1 ? 'its pair was' : 'their pairs were'} left out. `,
    ...asSentence(clip(harmless(reason), longestMessage)),
  ])
}
