// A short name for "measured the same way": Runs of different jobs are compared only when it agrees.
import type { Suite } from '../model/suite/index.ts'

/** 16 hexadecimal digits over benchmarks and setup. Budgets, the gate, the order of keys and of benchmarks do not count. */
export function suiteHash({ setup, benchmarks }: Pick<Suite, 'setup' | 'benchmarks'>): string {
  const byName = [...benchmarks].sort((a, b) => (a.name < b.name ? -1 : 1))
  return fnv1a(canonical({ setup, benchmarks: byName }))
}

/** JSON with sorted keys and without undefined members, so that equal data is equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

/**
 * FNV-1a, 64 bits, over UTF-8 (Fowler, Noll and Vo; RFC 9923): tells suites apart, protects against nobody.
 * @returns 16 hexadecimal digits
 */
export function fnv1a(text: string): string {
  let hash = 0xcbf2_9ce4_8422_2325n
  for (const byte of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(byte)) * 0x0000_0100_0000_01b3n) & 0xffff_ffff_ffff_ffffn
  return hash.toString(16).padStart(16, '0')
}
