// mitata's tables: 0.1 (also printed by older Bun and Deno examples), 1, and Markdown. Deno bench is its own format.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { joinName } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import type { Source } from '../reading/source.ts'
import { secondsIn } from '../reading/time.ts'

const time = "([\\d.,']+) ?([pnµμum]?s)"
const headline = /^(?:\| )?\s*(?:• )?.*?\s(?:time \(avg\)|avg(?: \(min … max\)|\s+\|\s+min))/
const average = new RegExp(`^(?:\\| )?(.+?)\\s+(?:\\| \`\\s*)?${time}/iter\\b(.*)$`)
const range = new RegExp(`\\(\\s*${time} … ${time}\\)`)

export const mitataText: Format = {
  name: 'mitata-text',
  tool: 'mitata',
  title: 'mitata, the printed table',
  produce: 'node bench.mjs  (await run() of mitata)',
  documentation: 'https://github.com/evanwashere/mitata',
  detect: (source) =>
    isMitata(source) && source.lines().some((line) => average.test(line) || /\berror: /.test(line)),
  parse(source) {
    const collect = collector()
    let group = ''
    const lines = source.lines()
    for (const [index, line] of lines.entries()) {
      const groupLine = /^(?:\| )?• (.+?)(?:\s+\||\s*$)/.exec(line)
      if (groupLine !== null) group = groupLine[1] ?? ''
      // After a blank line without a heading of its own a group has ended.
      else if (/^-{10,}/.test(line) && !/^• /.test(lines[index - 1] ?? '')) group = ''
      else if (/^\|\s+\|\s+avg/.test(line)) group = ''
      const failed = /^(?:\| )?(\S.*?)\s+(?:\| )?error: (.*?)(?: \|)?\s*$/.exec(line)
      if (failed !== null) {
        collect.fail({
          benchmark: joinName(group, failed[1]),
          code: 'threw',
          reason: `The benchmark failed: ${failed[2]}`,
        })
        continue
      }
      const found = average.exec(line)
      if (found === null) continue
      const [, name, mean, unit, rest] = found
      const [low, high] = rangeOf(`${rest ?? ''} ${range.test(rest ?? '') ? '' : (lines[index + 1] ?? '')}`)
      const seconds = secondsIn(unit ?? '') ?? 1
      collect.summary(wall(joinName(group, name)), {
        mean: (figure(mean) ?? Number.NaN) * seconds,
        min: low,
        max: high,
      })
    }
    return collect.result()
  },
}

function isMitata(source: Source): boolean {
  const [head] = source.head.split('\n', 1)
  const announced = /^(?:clk: |cpu: )/m.test(source.head) && /^runtime: /m.test(source.head)
  return (
    (announced || head !== undefined) &&
    source.lines().some((line) => headline.test(line)) &&
    !/^[ \t]*DENO|^Check file:/m.test(source.head)
  )
}

function rangeOf(text: string): readonly [number | undefined, number | undefined] {
  const found = range.exec(text)
  if (found === null) return [undefined, undefined]
  const value = (amount?: string, unit?: string) =>
    (figure(amount) ?? Number.NaN) * (secondsIn(unit ?? '') ?? 1)
  return [value(found[1], found[2]), value(found[3], found[4])]
}
