// The sentences that stand above the table: one for each row or benchmark that a reader must look at, worst first.
import type { Explanation } from '../model/explanation.ts'
import type { Judged, RowVerdict } from '../model/verdict.ts'
import { becauseOf } from './explanations.ts'
import type { BenchmarkFailure, Failures } from './failures.ts'
import { type Phrase, paragraph } from './phrase.ts'
import { byGravity } from './rows.ts'
import { failureSentence, goneSentence, sentence } from './sentences.ts'

export interface Finding {
  readonly phrase: Phrase
  readonly benchmark: string
  /** Absent when the whole benchmark is meant. */
  readonly metric?: string
  readonly verdict: RowVerdict
  readonly outcome: Judged['outcome']
}

type Unsaid = Pick<Finding, 'verdict' | 'outcome'> & {
  /** How it was measured, where its sentence has figures. */
  readonly mode?: Judged['mode']
  readonly say: (isExplained: boolean) => Finding
}

/** `open` rows, worst first; what failed or is gone is told once per benchmark. */
export function findingsOf(
  open: readonly Judged[],
  failures: Failures,
  explanations: readonly Explanation[] = [],
): Finding[] {
  const gone = new Map<string, Judged[]>()
  for (const row of open)
    if (row.verdict === 'gone') gone.set(row.benchmark, [...(gone.get(row.benchmark) ?? []), row])
  const rows = open.filter(({ verdict }) => verdict !== 'failed' && verdict !== 'gone')
  const unsaid: readonly Unsaid[] = [
    ...rows.map((row) => ({
      ...row,
      say: (isExplained: boolean) => rowFinding(row, isExplained, explanations),
    })),
    ...[...gone.values()].flatMap((of) =>
      of.slice(0, 1).map((row) => ({ ...row, say: () => goneFinding(row, of) })),
    ),
    ...failures.fatal
      .filter(({ outcome }) => outcome === 'fail' || outcome === 'warn')
      .map(failureFinding)
      .map((finding) => ({ ...finding, say: () => finding })),
  ]
  // What the figures mean is said once for each way of measuring.
  const explained = new Set<Judged['mode']>()
  return [...unsaid].sort(byGravity).map((each) => {
    const finding = each.say(each.mode !== undefined && explained.has(each.mode))
    if (each.mode !== undefined && restsOnTest.has(each.verdict)) explained.add(each.mode)
    return finding
  })
}

const restsOnTest: ReadonlySet<RowVerdict> = new Set(['regression', 'improvement'])

function rowFinding(row: Judged, isExplained: boolean, explanations: readonly Explanation[]): Finding {
  const { benchmark, metric, verdict, outcome } = row
  const why = explanations.find(
    (each) => (each.benchmark === benchmark || each.covers?.includes(benchmark)) && isAbout(each, row),
  )
  const because = verdict === 'regression' ? becauseOf(why, row) : []
  return { phrase: paragraph(sentence(row, isExplained), because), benchmark, metric, verdict, outcome }
}

/** Sizes of files are in bytes too, and no profile explains them. */
function isAbout({ kind }: Explanation, { metric, unit }: Judged): boolean {
  if (kind === 'heap') return unit === 'B' && /^(memory|heap|leak)\b/.test(metric)
  return unit === 's' || /^throughput\b/.test(metric)
}

function goneFinding({ benchmark, verdict, outcome }: Judged, rows: readonly Judged[]): Finding {
  return { phrase: goneSentence(rows), benchmark, verdict, outcome }
}

function failureFinding(failure: BenchmarkFailure): Finding {
  const { benchmark, metric, outcome } = failure
  const about = metric === undefined ? { benchmark } : { benchmark, metric }
  return { phrase: failureSentence(failure), ...about, verdict: 'failed', outcome }
}

/** The first findings in words, and a line for the rest: at most `most` of them. */
export function findingPhrases(findings: readonly Finding[], most: number): Phrase[] {
  const more = findings.length - most
  // One line for one sentence would save nothing.
  if (more <= 1) return findings.map(({ phrase }) => phrase)
  return [...findings.slice(0, most).map(({ phrase }) => phrase), [`And ${more} more in the table.`]]
}
