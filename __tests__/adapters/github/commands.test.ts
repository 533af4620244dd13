// Log, outputs, summary and annotations through the runner's own reading: what benchmarks say stays text.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { annotate, plainLines, setOutputs } from '../../../src/adapters/github/commands.ts'
import { readInput } from '../../../src/adapters/github/inputs.ts'
import { appendSummary, cutToBytes, largestSummary } from '../../../src/adapters/github/summary.ts'
import { type FakeGitHub, fakeGitHub } from '../../github/fake-github.ts'
import { parseCommands, runStep, type StepResult } from '../../github/fake-runner.ts'
import { hostile } from './steps/hostile-texts.ts'

describe('a step that repeats hostile output', () => {
  let github: FakeGitHub
  let result: StepResult
  beforeAll(async () => {
    github = await fakeGitHub()
    result = await runStep(fileURLToPath(new URL('./steps/hostile.ts', import.meta.url)), {
      github,
      workspace: tmpdir(),
      event: { name: 'push', payload: {}, ref: 'refs/heads/main', sha: '1'.repeat(40) },
    })
  })
  afterAll(() => github.close())

  test('ends well', () => {
    expect(result).toMatchObject({ exitCode: 0, stderr: '' })
  })

  test('gives only commands of its own', () => {
    const names = result.commands.map(({ command }) => command)
    const count = (name: string): number => names.filter((one) => one === name).length
    expect(new Set(names)).toEqual(new Set(['group', 'endgroup', 'warning', 'error', 'notice']))
    expect({ group: count('group'), endgroup: count('endgroup') }).toEqual({
      group: hostile.length,
      endgroup: hostile.length,
    })
    // One each from the log, and one annotation; of twelve warnings nine and a count.
    expect(count('error')).toBe(hostile.length + 1)
    expect(count('warning')).toBe(hostile.length + 10)
  })

  test('keeps every value of an output to itself', () => {
    expect(result.outputs).toEqual(
      Object.fromEntries(hostile.map((text, index) => [`hostile-${index}`, text])),
    )
  })

  test('keeps annotations whole, errors first', () => {
    const annotations = result.commands.slice(-12)
    expect(annotations[0]).toEqual({
      command: 'error',
      properties: { title: 'a::b,c=d', file: 'a,b.yml', line: '3' },
      message: hostile.join('\n'),
    })
    expect(annotations.at(-2)).toMatchObject({
      command: 'warning',
      message: '3 more are in the job summary.',
    })
    expect(annotations.at(-1)).toMatchObject({ command: 'notice', properties: { title: 'a notice' } })
  })

  test('writes the summary as it is', () => {
    expect(result.summary).toBe(hostile.map((text) => `${text}\n\n`).join(''))
  })
})

test('no text becomes a command', () => {
  const piece = fc.constantFrom('::', '##[', 'error', 'group', ']', ' ', '\n', '\r', '\t', 'text', '=', ',')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(parseCommands(plainLines(pieces.join('')))).toEqual([])
    }),
    { seed: 20261123, numRuns: 2000 },
  )
})

test('ordinary lines stay as they are', () => {
  const text = 'parse/large: 12.1 → 13.0 ms\n  a::b # [x]\n'
  expect(plainLines(text)).toBe(text)
})

test('without the runner there are no outputs and no summary', async () => {
  expect(setOutputs({}, { verdict: 'pass' })).toMatchObject({ publisher: 'outputs', status: 'skipped' })
  expect(await appendSummary({}, 'text')).toMatchObject({ publisher: 'summary', status: 'skipped' })
  expect(annotate([])).toEqual({ publisher: 'annotations', status: 'done' })
})

describe('the summary', () => {
  test('stays below 1 MiB together with what other steps of the job wrote', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'summary-'))
    const file = join(folder, 'summary.md')
    await writeFile(file, 'x'.repeat(600_000))
    const receipt = await appendSummary({ GITHUB_STEP_SUMMARY: file }, '| µ → − |\n'.repeat(60_000))
    const written = await readFile(file, 'utf8')
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(largestSummary)
    expect(Buffer.byteLength(written)).toBeGreaterThan(largestSummary - 100)
    expect(written).toMatch(/\| µ → − \|\n\n_Cut here: .*_\n$/)
    expect(receipt).toMatchObject({ status: 'done', why: 'It was cut: GitHub takes 1 MiB of summary.' })
    await rm(folder, { recursive: true })
  })

  test('is cut at lines only', () => {
    expect(cutToBytes('a\nb\n', 4)).toBe('a\nb\n')
    expect(cutToBytes(`short\n${'long'.repeat(50)}`, 100)).toMatch(/^short\n\n_Cut here/)
    expect(cutToBytes('no room at all', 5)).toBe('')
  })
})

test('inputs are read as the runner passes them', () => {
  const env = { 'INPUT_MAX-TIME': ' 8m ', INPUT_CONFIG: '', INPUT_MY_NAME: 'x' }
  expect(readInput(env, 'max-time')).toBe('8m')
  expect(readInput(env, 'my name')).toBe('x')
  expect(readInput(env, 'config')).toBeUndefined()
  expect(readInput(env, 'only')).toBeUndefined()
})
