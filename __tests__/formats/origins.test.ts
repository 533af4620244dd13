// Where each fixture is from: a script that runs the real tool, or the README's list of those written by hand.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readFixtures } from './fixtures.ts'

const scripts = fileURLToPath(new URL('../../scripts/fixtures/', import.meta.url))

/** `keep FORMAT CASE FILE` in a script; a variable in it stands for any text. */
const kept = readdirSync(scripts)
  .filter((file) => file.endsWith('.sh'))
  .flatMap((file) => [
    ...readFileSync(`${scripts}${file}`, 'utf8').matchAll(
      /(?:\bkeep ([\w-]+) |\$out\/([\w-]+)\/)("?[\w.$-]+"?)/g,
    ),
  ])
  .map(([, format = '', other = '', name = '']) => {
    const pattern = name
      .replaceAll('"', '')
      .split(/\$\w+/)
      .map((part) => part.replaceAll('.', '\\.'))
    return new RegExp(`^${format || other}/${pattern.join('[\\w.-]+')}$`)
  })

/** `format/case` or `format` in the README's last list. */
const byHand = new Set(
  [
    ...(
      readFileSync(`${scripts}README.md`, 'utf8').split('## Written by hand')[1]?.split('\n\n')[1] ?? ''
    ).matchAll(/`([\w-]+(?:\/[\w.-]+)?)`/g),
  ].map(([, name]) => name),
)

const fixtures = readFixtures().map(({ format, name }) => ({ format, path: `${format}/${name}` }))
const isReal = (path: string) => kept.some((pattern) => pattern.test(path))

describe('origins of fixtures', () => {
  it('each is made by a script or listed as written by hand, never both', () => {
    const told = ({ format, path }: { format: string; path: string }) =>
      byHand.has(path) || byHand.has(format)
    expect(fixtures.filter((one) => !isReal(one.path) && !told(one)).map((one) => one.path)).toEqual([])
    expect(fixtures.filter((one) => isReal(one.path) && told(one)).map((one) => one.path)).toEqual([])
  })

  it('nothing is listed that is not there', () => {
    const there = new Set(fixtures.flatMap(({ format, path }) => [format, path]))
    expect([...byHand].filter((name) => !there.has(name ?? ''))).toEqual([])
  })
})
