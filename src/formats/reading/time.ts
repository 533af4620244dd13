// Durations as tools write them, in seconds.
import { figure, scaleBy } from './number.ts'

const secondsPer: Readonly<Record<string, number>> = {
  fs: 1e-15,
  ps: 1e-12,
  ns: 1e-9,
  us: 1e-6,
  ms: 1e-3,
  cs: 1e-2,
  s: 1,
  m: 60,
  min: 60,
  h: 3600,
  d: 86_400,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  minute: 60,
  minutes: 60,
  hour: 3600,
  hours: 3600,
  hr: 3600,
  day: 86_400,
  days: 86_400,
  picosecond: 1e-12,
  picoseconds: 1e-12,
  nanosecond: 1e-9,
  nanoseconds: 1e-9,
  nano: 1e-9,
  nanos: 1e-9,
  microsecond: 1e-6,
  microseconds: 1e-6,
  usec: 1e-6,
  usecs: 1e-6,
  micros: 1e-6,
  millisecond: 1e-3,
  milliseconds: 1e-3,
  msec: 1e-3,
  msecs: 1e-3,
  millis: 1e-3,
}

/** Seconds in one of a unit: `µs`, `μs`, `us`, `milliseconds`; `null` when it is no unit of time. */
export function secondsIn(unit: string): number | null {
  const word = unit
    .trim()
    .replace(/^[µμ](?=s)/u, 'u')
    .replace(/^[µμ](?=sec)/u, 'u')
  for (const spelling of [word, word.toLowerCase()])
    if (Object.hasOwn(secondsPer, spelling)) return secondsPer[spelling] ?? null
  return null
}

/** `42.78ms`, `1.41m`, `1m2.3s`, `415 us` → seconds; `null` when it is none. */
export function durationOf(written: string): number | null {
  const text = written.trim()
  // No duration is that long; the expression below would look at each digit from each digit before it.
  if (text.length > 100) return null
  const parts = [...text.matchAll(/([\d.,]+(?:e[+-]?\d+)?)\s*([µμ]?[a-z]+)\s*/giu)]
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) return null
  let total = 0
  for (const part of parts) {
    const amount = figure(part[1])
    const scale = secondsIn(part[2] ?? '')
    if (amount === null || scale === null) return null
    total += scaleBy(amount, scale)
  }
  return Number.isFinite(total) ? total : null
}
