// JUnit XML, which every CI can read: one test case per metric that is held against a budget. What could not be
// measured is an error, never absent: a file with no failures in it must mean that everything was compared.
import type { Report } from '../../model/report.ts'
import type { Judged, RowVerdict } from '../../model/verdict.ts'
import { allMetrics, type BenchmarkFailure, failuresOf, isAbout } from '../failures.ts'
import { harmless, tail } from '../foreign.ts'
import { notAPass } from '../headline.ts'
import { noticesOf } from '../notices.ts'
import { plain } from '../phrase.ts'
import { failureSentence, sentence } from '../sentences.ts'
import { type Attributes, element, joined, type Markup } from '../xml.ts'

type Kind = 'passed' | 'failure' | 'error' | 'skipped'

interface Case {
  readonly kind: Kind
  readonly markup: Markup
}

const outputLines = 40
const outputCharacters = 4000

export function junit(report: Report): string {
  const failures = failuresOf(report)
  const judged = report.comparisons.filter(({ outcome }) => outcome !== 'shown')
  const measured = [
    ...judged.map((row) => rowCase(row, failures.fatal)),
    ...failures.fatal
      .filter((failure) => failure.outcome !== 'shown' && !judged.some((row) => isFailureOf(failure, row)))
      .map((failure) =>
        testCase(
          failure.benchmark,
          failure.metric ?? allMetrics,
          'error',
          errorOf(failure, plain(failureSentence(failure))),
        ),
      ),
  ]
  // Nothing but new benchmarks would otherwise be a file of skipped tests, which is green.
  const isSilent = report.verdict === 'not-compared' && !measured.some(({ kind }) => kind === 'error')
  const cases = isSilent
    ? [...measured, testCase(report.suite, 'compared', 'error', nothingCompared(report))]
    : measured
  const count = (kind: Kind) => cases.filter((each) => each.kind === kind).length
  const totals: Attributes = {
    name: harmless(report.suite),
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: report.measured.elapsed ?? 0,
    timestamp: report.createdAt.replace(/(\.\d+)?Z$/, ''),
  }
  const { timestamp: _, ...sums } = totals
  const suite = element('testsuite', totals, lines(cases.map(({ markup }) => markup)))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', sums, lines([suite])).markup}\n`
}

function lines(children: readonly Markup[]): Markup[] {
  return [joined(['', ...children, ''], '\n')]
}

function testCase(classname: string, name: string, kind: Kind, content?: Markup): Case {
  const attributes = { classname: harmless(classname), name: harmless(name) }
  return { kind, markup: element('testcase', attributes, content === undefined ? undefined : [content]) }
}

function isFailureOf(failure: BenchmarkFailure, row: Judged): boolean {
  return row.verdict === 'failed' && isAbout(failure, row)
}

function rowCase(row: Judged, failures: readonly BenchmarkFailure[]): Case {
  const kind = kindOf(row)
  const failure = failures.find((each) => isFailureOf(each, row))
  const message = plain(failure === undefined ? sentence(row) : failureSentence(failure))
  const attributes = { message: harmless(message), type: row.verdict }
  const contents: Readonly<Record<Kind, () => Markup>> = {
    passed: () => element('system-out', {}, [message]),
    skipped: () => element('skipped', { message: attributes.message }),
    failure: () => element('failure', attributes, [message]),
    error: () => errorOf(failure, message),
  }
  // The metric's own key: whoever follows a test over time needs a name that no wording changes.
  return testCase(row.benchmark, row.metric, kind, contents[kind]())
}

const verdictKinds = {
  regression: 'failure',
  'over-limit': 'failure',
  failed: 'error',
  gone: 'failure',
  inconclusive: 'failure',
  accepted: 'passed',
  improvement: 'passed',
  'no-change': 'passed',
  new: 'skipped',
} as const satisfies Record<RowVerdict, Kind>

/** What does not stop the gate does not stop the test report either; it says what it found in `system-out`. */
function kindOf({ verdict, outcome }: Judged): Kind {
  const kind = verdictKinds[verdict]
  if (kind === 'error') return 'error'
  if (outcome === 'fail') return 'failure'
  return kind === 'skipped' || verdict === 'gone' ? 'skipped' : 'passed'
}

function errorOf(failure: BenchmarkFailure | undefined, message: string): Markup {
  const output =
    failure?.output === undefined ? '' : `\n\n${tail(failure.output, outputLines, outputCharacters)}`
  return element('error', { message: harmless(message), type: 'failed' }, [message + output])
}

function nothingCompared(report: Report): Markup {
  const why = noticesOf(report, failuresOf(report)).map(plain)
  return element('error', { message: plain(notAPass), type: 'not-compared' }, [
    [plain(notAPass), ...why].join('\n'),
  ])
}
