// What `asv run` prints: one line per benchmark, or a table per parametrised one.
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { withParameters } from '../reading/name.ts'
import { scaledFigure } from '../reading/number.ts'
import { secondsIn } from '../reading/time.ts'
import { asvMetric } from './asv-json.ts'

const progress = /^\s*\[\s*[\d.]+%\]\s+·+\s+(.*)$/
const outcome = /^(\S+)\s+(\S.*)$/
const rule = /^(?:\[\s*[\d.]+%\]\s+·+)?\s*=+(?: =+)+\s*$/

export const asvText: Format = {
  name: 'asv-text',
  tool: 'asv',
  title: 'airspeed velocity, printed',
  produce: 'asv run',
  documentation: 'https://asv.readthedocs.io/en/stable/using.html#running-benchmarks',
  detect: (source) =>
    /^[ \t]*\[\s*[\d.]+%\]\s+·+\s/m.test(source.text) &&
    /^[ \t]*·\s|·· Benchmarking |··· \S/m.test(source.text),
  parse(source) {
    const collect = collector()
    const lines = source.lines()
    const environments = new Set([...source.text.matchAll(/·· Benchmarking (\S+)/g)].map((match) => match[1]))
    let environment = ''
    for (let index = 0; index < lines.length; index += 1) {
      const said = progress.exec(lines[index] ?? '')?.[1] ?? ''
      environment = /^Benchmarking (\S+)/.exec(said)?.[1] ?? environment
      const found = outcome.exec(said)
      const [, name = '', value = ''] = found ?? []
      if (!/^[\w.]+\.\w+$/.test(name) || /^Running|^Building|^Setting/.test(said)) continue
      const place = environments.size > 1 ? { environment } : {}
      if (rule.test(lines[index + 1] ?? '')) index = readTable(collect, name, lines, index + 1, place)
      else readValue(collect, name, withParameters(name, place), value)
    }
    return collect.result()
  },
}

function readValue(collect: Collector, name: string, benchmark: string, written: string): void {
  const [centre = ''] = written.split('±')
  const unit = /([a-zµμ]*)$/iu.exec(written.trim())?.[1] ?? ''
  const measured = asvMetric(name, benchmark)
  const amount = centre.trim().replace(/[µμa-z]+$/iu, '')
  const seconds = secondsIn(unit)
  if (/^failed/.test(written) || /^\d+\/\d+ failed/.test(written))
    collect.fail({ benchmark, code: 'failed', reason: 'asv printed "failed".' })
  else if (/^(?:n\/a|skipped)/.test(written))
    collect.fail({ benchmark, code: 'skipped', reason: `asv printed ${JSON.stringify(written)}.` })
  else if (measured.unit === 's' && seconds !== null) collect.sample({ ...measured, scale: seconds }, amount)
  else if (measured.unit === 'B')
    collect.sample({ ...measured, scale: 1 }, scaledFigure(centre.trim()) ?? written)
  else collect.sample({ ...measured, scale: 1 }, scaledFigure(centre.trim()) ?? amount)
}

/**
 * Rules of `=` part a table. Two of them: parameters and, in the last column, results. Three: the last parameter spans
 * the columns, `--` stands above the others, and the names come before the middle rule. Returns the last line it used.
 */
function readTable(
  collect: Collector,
  name: string,
  lines: readonly string[],
  first: number,
  place: Readonly<Record<string, string>>,
): number {
  const bare = (line: string) =>
    line.replace(/^\s*\[\s*[\d.]+%\]\s+·+/, (prefix) => ' '.repeat(prefix.length))
  const spans = [...bare(lines[first] ?? '').matchAll(/=+/g)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  )
  const cellsOf = (line: string) =>
    spans.map(([from, to], column) =>
      bare(line)
        .slice(from, column === spans.length - 1 ? undefined : to + 1)
        .trim(),
    )
  const block: { cells: string[]; line: string }[] = []
  const rules: number[] = []
  let index = first
  for (; index < lines.length && (lines[index] ?? '').trim() !== '' && rules.length < 3; index += 1) {
    const line = lines[index] ?? ''
    if (rule.test(line)) rules.push(block.length)
    else if (!/^\s*--[\s-]*$/.test(line)) block.push({ cells: cellsOf(line), line })
    if (rules.length === 2 && /^\s*For parameters|Traceback/.test(lines[index + 1] ?? '')) break
  }
  const wide = rules.length === 3
  const [top, names] = block
  const ends = wide ? rules[2] : rules[1]
  const fixed = wide
    ? (top?.line
        .trim()
        .split(/\s+/)
        .filter((word) => /^-+$/.test(word)).length ?? 0)
    : spans.length - 1
  const heading = (wide ? names?.cells : top?.cells) ?? []
  const spanning =
    top?.line
      .trim()
      .split(/\s+/)
      .find((word) => !/^-+$/.test(word)) ?? 'param'
  for (const { cells } of block.slice(wide ? rules[1] : 1, ends)) {
    const own = Object.fromEntries(
      cells.slice(0, fixed).map((value, column) => [heading[column] || `param${column + 1}`, value]),
    )
    for (const [column, value] of cells.entries()) {
      if (column < fixed || value === '') continue
      const parameters = { ...own, ...(wide ? { [spanning]: heading[column] } : {}), ...place }
      readValue(collect, name, withParameters(name, parameters), value)
    }
  }
  return index - 1
}
