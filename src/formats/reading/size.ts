// Sizes as tools write them, in bytes. `KiB` is always 1024; what `KB` means depends on the tool.
import { figure } from './number.ts'

const steps: Readonly<Record<string, number>> = { '': 0, k: 1, m: 2, g: 3, t: 4, p: 5 }
const words: Readonly<Record<string, string>> = {
  byte: 'b',
  bytes: 'b',
  kilobytes: 'kb',
  megabytes: 'mb',
  gigabytes: 'gb',
  kbytes: 'kb',
  mbytes: 'mb',
  gbytes: 'gb',
  kibibytes: 'kib',
  mebibytes: 'mib',
  gibibytes: 'gib',
  kilobyte: 'kb',
  megabyte: 'mb',
  gigabyte: 'gb',
}

/** Bytes in one of a unit; `null` when it is no unit of size. Bits (`Mbit`, `Kb`) are an eighth. */
export function bytesIn(unit: string, thousand: 1000 | 1024 = 1000): number | null {
  const word = unit.trim()
  const spelled = Object.hasOwn(words, word.toLowerCase()) ? (words[word.toLowerCase()] ?? '') : word
  const match = /^([kmgtp]?)(i?)(b|bits?|bytes?)$/i.exec(spelled)
  if (match === null) return null
  const bits =
    /^bit/i.test(match[3] ?? '') ||
    (/^[kmgtp]i?b$/i.test(word) && word.endsWith('b') && word !== word.toLowerCase())
  const power = steps[(match[1] ?? '').toLowerCase()] ?? 0
  return (match[2] === '' ? thousand : 1024) ** power / (bits ? 8 : 1)
}

/** `7.45MB`, `204 B` → bytes; `null` when it is none. */
export function sizeOf(written: string, thousand: 1000 | 1024 = 1000): number | null {
  const match = /^([\d.,]+)\s*([A-Za-z]+)$/.exec(written.trim())
  const amount = figure(match?.[1])
  const scale = bytesIn(match?.[2] ?? '', thousand)
  return amount === null || scale === null ? null : amount * scale
}
