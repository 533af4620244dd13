// The rows of Rust's own bench harness, which Criterion's `--output-format bencher` also prints.
import type { Collector } from '../reading/collect.ts'
import { count, throughput, wall } from '../reading/measured.ts'
import { figure } from '../reading/number.ts'
import { secondsIn } from '../reading/time.ts'

const measuredLine =
  /^test (.+?)\s+\.\.\. bench:\s+([\d,.]+|NaN|inf) (\S+?)\/iter \(\+\/- ([\d,.]+|NaN|inf)\)(?: = ([\d,.]+) MB\/s)?/
const otherLine = /^test (.+?)\s+\.\.\. (FAILED|ignored)\b/
const target = /^\s+Running (?:unittests )?(\S+)/
const section = /^running \d+ tests?$/

/** What cargo and its harness print around rows. */
const around =
  /^(?:running \d+ tests?|test result: .*|test .+ \.\.\. (?:ok|ignored.*)|\s*(?:Compiling|Finished|Running|Doc-tests|Downloaded|Downloading|Locking|Updating|Blocking|warning:|error:) ?.*|)$/

/** Text of cargo alone, in which nothing was measured. */
export const isLibtestWithoutRows = (lines: readonly string[]): boolean =>
  lines.some((line) => section.test(line)) && lines.every((line) => around.test(line))

export const isLibtestRow = (line: string): boolean =>
  measuredLine.test(line) || /^test (.+?)\s+\.\.\. FAILED\b/.test(line)

interface Row {
  readonly line: string
  readonly target: string
  /** Counts the `running N tests` headings. */
  readonly section: number
}

/** Ignored rows are failures beside benchmarks; a section of nothing but ignored rows is unit tests, which is noted. */
export function readLibtest(collect: Collector, lines: readonly string[]): void {
  const rows: Row[] = []
  let place = ''
  let sections = 0
  for (const line of lines) {
    place = target.exec(line)?.[1] ?? place
    if (section.test(line)) sections += 1
    if (measuredLine.test(line) || otherLine.test(line)) rows.push({ line, target: place, section: sections })
  }
  const benched = new Set(rows.flatMap((row) => (isLibtestRow(row.line) ? [row.section] : [])))
  const named = namer(rows)
  let unitTests = 0
  for (const row of rows) {
    const found = measuredLine.exec(row.line)
    const benchmark = named(row)
    if (found !== null) {
      // libtest prints the median; what follows +/- is the range, not a deviation.
      const unit = found[3] ?? ''
      const seconds = secondsIn(unit)
      const measured =
        seconds === null ? { ...count(benchmark, unit), zeroIsAnAnswer: false } : wall(benchmark, seconds)
      collect.summary(measured, { median: found[2] })
      if (found[5] !== undefined)
        collect.sample({ ...throughput(benchmark, 1e6), unit: 'B/s' }, figure(found[5]))
      continue
    }
    if (otherLine.exec(row.line)?.[2] === 'FAILED')
      collect.fail({
        benchmark,
        code: 'failed',
        reason: 'cargo bench printed FAILED.',
        ...outputOf(lines, benchmark),
      })
    else if (benched.has(row.section))
      collect.fail({
        benchmark,
        code: 'ignored',
        reason: 'cargo bench ignored it: it is marked #[ignore], or it is a #[test].',
      })
    else unitTests += 1
  }
  if (unitTests > 0)
    collect.note({
      code: 'ignored-tests',
      message: `${unitTests} unit tests were listed as ignored, in targets without benchmarks.`,
      fix: 'Run cargo bench --benches, or set bench = false for the library target.',
    })
}

/** The target is part of a name only where two targets use the same name. */
function namer(rows: readonly Row[]): (row: Row) => string {
  const name = (row: Row) => (measuredLine.exec(row.line) ?? otherLine.exec(row.line))?.[1] ?? ''
  const targets = new Map<string, Set<string>>()
  for (const row of rows) targets.set(name(row), (targets.get(name(row)) ?? new Set()).add(row.target))
  return (row) =>
    (targets.get(name(row))?.size ?? 0) > 1 && row.target !== '' ? `${row.target}/${name(row)}` : name(row)
}

function outputOf(lines: readonly string[], benchmark: string): { output?: string } {
  const start = lines.indexOf(`---- ${benchmark} stdout ----`)
  if (start === -1) return {}
  const end = lines.findIndex((line, index) => index > start && line.trim() === '')
  return { output: lines.slice(start + 1, end === -1 ? start + 20 : Math.min(end, start + 20)).join('\n') }
}
