// console.time / timeEnd of Node, Deno, Bun and browsers: `name: 12.3ms`, `name: 1:02.345 (m:ss.mmm)`.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { durationOf } from '../reading/time.ts'

const plain = /^(.+): ([\d.]+ ?(?:ns|[µμu]s|ms|s))(?: - timer ended)?$/u
const clock = /^(.+): (?:(\d+):)?(\d+):(\d+(?:\.\d+)?) \((?:h:m)?m:ss\.mmm\)$/
const bun = /^\[([\d.]+ ?(?:ns|[µμu]s|ms|s))\] (.+)$/u

/** A timer that was ended and never begun, and what Node says around it. */
const unknown = /No such label '(.*)' for console\.time(?:End|Log)\(\)/
const aside = /^\(node:\d+\)|^\(Use `node /

export const jsConsoleTime: Format = {
  name: 'js-console-time',
  tool: 'console.time',
  title: 'console.time',
  produce: "console.time('name'); …; console.timeEnd('name')",
  documentation: 'https://developer.mozilla.org/docs/Web/API/console/timeEnd_static',
  // Any program can print such a line, so nearly all lines must be of this kind.
  detect(source) {
    const lines = source.lines().filter((line) => line.trim() !== '' && !aside.test(line))
    const timed = lines.filter((line) => timeOf(line) !== null)
    return timed.length > 0 && timed.length >= 0.8 * lines.length
  },
  parse(source) {
    const collect = collector()
    for (const line of source.lines()) {
      const found = timeOf(line)
      if (found !== null) collect.sample(wall(found.name), found.seconds)
      const label = unknown.exec(line)?.[1]
      if (label !== undefined)
        collect.fail({
          benchmark: label,
          code: 'not-completed',
          reason: 'Its timer was ended and had not been begun.',
        })
    }
    return collect.result()
  },
}

function timeOf(line: string): { name: string; seconds: number | null } | null {
  const text = line.trim()
  const clocked = clock.exec(text)
  if (clocked !== null) {
    const [, name = '', hours = '0', minutes = '0', seconds = '0'] = clocked
    return { name, seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) }
  }
  const named = plain.exec(text)
  if (named !== null) return { name: named[1] ?? '', seconds: durationOf(named[2] ?? '') }
  const bracketed = bun.exec(text)
  return bracketed === null ? null : { name: bracketed[2] ?? '', seconds: durationOf(bracketed[1] ?? '') }
}
