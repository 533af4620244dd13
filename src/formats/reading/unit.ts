// A unit as some tool spells it → base unit, factor, and which way is better. What it cannot know it says it guessed.
import type { Better, Unit } from '../../model/unit.ts'
import { bytesIn } from './size.ts'
import { secondsIn } from './time.ts'

export interface UnitMeaning {
  readonly unit: Unit
  /** Value in `unit` = written value × scale. */
  readonly scale: number
  readonly better: Better
  /** Whether `better` follows from the unit rather than from habit. */
  readonly sure: boolean
}

const rateWords = /^(?:hz|rps|qps|tps|fps|ops|iops|ips|req\/s)$/i
const countWords =
  /^(?:|count|counts|1|unitless|element|elements|instructions?|cycles?|allocs?|allocations?|number)$/i

/** `ns/op` → seconds, lower; `ops/ms` → per second, higher; `MB/s` → bytes per second, higher; `widgets` → itself. */
export function unitMeaning(written: string): UnitMeaning {
  const word = written.trim()
  const per = word.lastIndexOf('/')
  if (per > 0) {
    const above = word.slice(0, per).trim()
    const below = word.slice(per + 1).trim()
    const divisor = secondsIn(below)
    if (divisor !== null && !/^(?:op|iter|call|run|req|item)/i.test(below)) return rate(above, divisor)
    // An amount per operation is that amount.
    const amount = unitMeaning(above)
    return amount.unit === above && !amount.sure ? { ...amount, unit: word } : amount
  }
  const perWord = /^(.+?)\s+per\s+(\w+)$/i.exec(word)
  const spelledDivisor = perWord === null ? null : secondsIn(perWord[2] ?? '')
  if (spelledDivisor !== null) return rate(perWord?.[1] ?? '', spelledDivisor)
  if (rateWords.test(word)) return { unit: '/s', scale: 1, better: 'higher', sure: true }
  const bitRate = /^([kmg])bps$/i.exec(word)
  if (bitRate !== null) return rate(`${bitRate[1]}bit`, 1)
  // A lone `m` or `d` is rather metres than minutes.
  const seconds = /^[md]$/.test(word) ? null : secondsIn(word)
  if (seconds !== null) return { unit: 's', scale: seconds, better: 'lower', sure: true }
  const bytes = bytesIn(word)
  if (bytes !== null) return { unit: 'B', scale: bytes, better: 'lower', sure: true }
  if (/^(?:%|percent|percentage)$/i.test(word))
    return { unit: 'ratio', scale: 0.01, better: 'lower', sure: false }
  if (/^(?:ratio|fraction)$/i.test(word)) return { unit: 'ratio', scale: 1, better: 'lower', sure: false }
  return { unit: countWords.test(word) ? 'count' : word, scale: 1, better: 'lower', sure: false }
}

function rate(what: string, seconds: number): UnitMeaning {
  const bytes = bytesIn(what)
  if (bytes !== null) return { unit: 'B/s', scale: bytes / seconds, better: 'higher', sure: true }
  return { unit: '/s', scale: 1 / seconds, better: 'higher', sure: true }
}

const higherWords =
  /(?:higher|bigger|larger|more)[-_ ]?is[-_ ]?better|throughput|per[-_ ]?sec|\brps\b|\bqps\b|\bfps\b|\bops\b|success|succeeded|passed|\bok\b|score|hit[-_ ]?rate|\bhits\b|accuracy|coverage|available|\bfree\b|efficiency|speed-?up/i
const lowerWords =
  /(?:smaller|lower|less)[-_ ]?is[-_ ]?better|fail|error|miss|latency|duration|elapsed|time|size|bytes|memory|alloc|dropped|timeout/i

/** Which way is better by a metric's name; `null` when the name does not tell. */
export function betterByName(name: string): Better | null {
  // `_` counts as a letter in expressions.
  const words = name.replaceAll('_', ' ')
  if (higherWords.test(words)) return 'higher'
  return lowerWords.test(words) ? 'lower' : null
}
