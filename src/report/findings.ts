// The sentences that stand above the table: one for each row or benchmark that a reader must look at, worst first.
import type { Judged, RowVerdict } from '../model/verdict.ts'
import type { BenchmarkFailure, Failures } from './failures.ts'
import type { Phrase } from './phrase.ts'
import { failureSentence, goneSentence, sentence } from './sentences.ts'

export interface Finding {
  readonly phrase: Phrase
  readonly benchmark: string
  /** Absent when the whole benchmark is meant. */
  readonly metric?: string
  readonly verdict: RowVerdict
  readonly outcome: Judged['outcome']
}

const isBroken = ({ outcome, verdict }: Judged) =>
  outcome === 'fail' && (verdict === 'regression' || verdict === 'over-limit')

/** `open` rows in their order; what failed or is gone is told once per benchmark, after the broken budgets. */
export function findingsOf(open: readonly Judged[], failures: Failures): Finding[] {
  const broken = open.filter(isBroken)
  const others = open.filter((row) => !isBroken(row) && row.verdict !== 'failed')
  const told = new Set<string>()
  const rest = others.flatMap((row) => {
    if (row.verdict !== 'gone') return [rowFinding(row)]
    if (told.has(row.benchmark)) return []
    told.add(row.benchmark)
    const gone = others.filter(({ verdict, benchmark }) => verdict === 'gone' && benchmark === row.benchmark)
    const { benchmark, verdict, outcome } = row
    return [{ phrase: goneSentence(gone), benchmark, verdict, outcome }]
  })
  const failed = failures.fatal.map(failureFinding)
  const stopping = failed.filter(({ outcome }) => outcome === 'fail')
  const warning = failed.filter(({ outcome }) => outcome === 'warn')
  return [...broken.map(rowFinding), ...stopping, ...warning, ...rest]
}

function rowFinding(row: Judged): Finding {
  const { benchmark, metric, verdict, outcome } = row
  return { phrase: sentence(row), benchmark, metric, verdict, outcome }
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
