// Ten kinds of work, each some 0.1 to 5 ms a call, for comparing ways to run trials.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Numbers that are the same in every process (a linear congruential generator). */
function numbers(count) {
  let state = 12345
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return state / 2 ** 32
  })
}

const random = numbers(20_000)
const record = { id: 7, name: 'a name', tags: ['a', 'b', 'c'], values: random.slice(0, 40) }
const document = Array.from({ length: 40 }, (_, id) => ({ ...record, id }))
const text = random.map((value) => Math.floor(value * 36 ** 5).toString(36)).join(' ')
const bytes = Buffer.from(text)
let file

/** Parsing and printing: many small objects and strings. */
export const json = () => JSON.parse(JSON.stringify(document)).length

export const sort = () => random.slice(0, 3000).sort((a, b) => a - b)[0]

export const regex = () => [...text.matchAll(/(\d+)([a-z]{2,})\b/g)].length

export const sha256 = () => createHash('sha256').update(bytes).digest('hex')

/** Floating point in one tight loop. */
export function floats() {
  let sum = 0
  for (const value of random) sum += Math.sqrt(value) * Math.sin(value)
  return sum
}

/** Lives on the garbage collector. */
export function allocate() {
  const kept = []
  for (const value of random) kept.push({ value, list: [value, value + 1] })
  return kept.length
}

export function map() {
  const counts = new Map()
  for (const value of random) {
    const key = Math.floor(value * 5000)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts.size
}

/** Building and cutting strings. */
export function strings() {
  let out = ''
  for (const word of text.split(' ').slice(0, 4000)) out += `${word.slice(1).toUpperCase()},`
  return out.length
}

export function files() {
  file ??= join(mkdtempSync(join(tmpdir(), 'perf-gate-trials-')), 'data')
  writeFileSync(file, bytes)
  return readFileSync(file).length
}

export async function promises() {
  let sum = 0
  for (let n = 0; n < 2000; n += 1) sum += await n
  return sum
}

/** A child process per call. */
export const spawn = () => execFileSync('/bin/true').length
