// Every fixture is known by exactly one format, and reads as its expected.json says. Fixtures were made by running the
// real tools (scripts/fixtures/*.sh) or, where that is not possible here, by the tool's documented grammar.
import { describe, expect, it } from 'vitest'
import { formats, importText } from '../../src/formats/index.ts'
import { sourceOf } from '../../src/formats/reading/source.ts'
import { readFixtures, readGolden } from './fixtures.ts'

const fixtures = readFixtures()

describe('fixtures', () => {
  it('cover every format', () => {
    const covered = new Set(fixtures.map((fixture) => fixture.format))
    expect(formats.map((format) => format.name).filter((name) => !covered.has(name))).toEqual([])
    expect([...covered].filter((name) => !formats.some((format) => format.name === name))).toEqual([])
  })

  it.each(fixtures)('$format/$name is known by its content alone', ({ format, text }) => {
    const source = sourceOf('any-name', text)
    expect(formats.filter((one) => one.detect(source)).map((one) => one.name)).toEqual([format])
  })

  it.each(fixtures)('$format/$name reads as expected', (fixture) => {
    expect(outcome(fixture.text)).toEqual(readGolden(fixture, outcome(fixture.text)))
  })
})

/** What auto import says; a file that cannot be read says why. */
function outcome(text: string): unknown {
  try {
    return JSON.parse(JSON.stringify(importText({ text, file: 'input', format: 'auto' }).imported))
  } catch (error) {
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}
