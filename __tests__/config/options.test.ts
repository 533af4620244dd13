// The option table against what people meet: flags through a real argument parser, inputs as the runner passes them,
// and action.yml.
import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readFlags, readInputs } from '../../src/config/option-values.ts'
import {
  type Command as CommandName,
  commands,
  flagsOf,
  optionNames,
  optionOf,
  outputs,
  writtenName,
} from '../../src/config/options.ts'

function flags<Of extends CommandName>(command: Of, ...argv: string[]) {
  const parser = new Command(command).exitOverride().configureOutput({ writeErr: () => undefined })
  for (const flag of flagsOf(command)) parser.addOption(new Option(flag.flags, flag.help))
  return readFlags(command, parser.parse(argv, { from: 'user' }).opts())
}
const inputs = (given: Readonly<Record<string, string>> = {}) => readInputs((name) => given[name] ?? '')

describe('flags', () => {
  it('nothing given: defaults', () => {
    expect(flags('run')).toEqual({ workingDirectory: '.', out: '.perf-gate', json: false, quiet: false })
    expect(flags('validate')).toEqual({ workingDirectory: '.', json: false })
  })

  it('everything given', () => {
    const argv =
      '--config a.yml --base main --head HEAD --only a,b c --only d --seed 12 --max-time 1m30s --out o --json --quiet'
    expect(flags('run', ...argv.split(' '))).toEqual({
      config: 'a.yml',
      workingDirectory: '.',
      base: 'main',
      head: 'HEAD',
      only: ['a', 'b', 'c', 'd'],
      seed: 12,
      maxTime: 90,
      out: 'o',
      json: true,
      quiet: true,
    })
  })

  it('colours are on, off, or left to the terminal', () => {
    expect(flags('run', '--color').color).toBe(true)
    expect(flags('run', '--no-color').color).toBe(false)
    expect(flags('run').color).toBeUndefined()
  })

  it('base and head are files when results are compared', () => {
    const { baseRuns, headRuns } = flags(
      'compare',
      '--base',
      'a,1.json',
      'b.json',
      '--head',
      'c.json',
      '--base',
      'd.json',
    )
    expect(baseRuns).toEqual(['a,1.json', 'b.json', 'd.json'])
    expect(headRuns).toEqual(['c.json'])
  })

  it('all that is wrong is told at once', () => {
    expect(() => flags('run', '--seed', '-1', '--max-time', 'soon')).toThrow(
      '--seed: expected a whole number from 0 to 4294967295, found "-1"\n--max-time: expected a duration such as "90s" or "5m", found "soon"',
    )
    expect(() => flags('compare')).toThrow('--base: is missing\n--head: is missing')
  })

  it('a shard is a part of a whole', () => {
    expect(flags('run', '--shard', '2/5').shard).toEqual({ index: 2, count: 5 })
    expect(flags('plan', '--shard', '1/1').shard).toEqual({ index: 1, count: 1 })
    expect(inputs({ shard: '3/200' }).shard).toEqual({ index: 3, count: 200 })
    expect(inputs({ shard: '' }).shard).toBeUndefined()
  })

  it.each(['0/5', '6/5', '2', '2/', '/5', '-1/5', '1.5/5', '2 of 5', '1/0', '00001/5'])(
    'no shard: %j',
    (shard) =>
      expect(() => flags('run', '--shard', shard)).toThrow('--shard: expected a shard such as "2/5"'),
  )

  it.each(['4294967296', '1.5', '0x10', '', '1e3'])('no seed: %j', (seed) => {
    if (seed === '') expect(flags('run', '--seed', seed).seed).toBeUndefined()
    else expect(() => flags('run', '--seed', seed)).toThrow('--seed')
  })

  it('the largest seed is one', () => expect(flags('run', '--seed', '4294967295').seed).toBe(4294967295))
  it('no time is no time budget', () => expect(() => flags('run', '--max-time', '0s')).toThrow('--max-time'))

  it.each(commands)('flags of %s have names of their own', (command) => {
    const names = flagsOf(command).map((flag) => flag.flags.split(' ')[0])
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('inputs', () => {
  it('empty is not given', () => {
    expect(inputs()).toEqual({
      workingDirectory: '.',
      out: '.perf-gate',
      comment: 'always',
      check: 'never',
      command: 'run',
    })
    expect(inputs({ token: ' ', only: '\n' }).token).toBeUndefined()
  })

  it('lists have commas or lines', () => {
    expect(inputs({ only: 'a, b\nc\n' }).only).toEqual(['a', 'b', 'c'])
  })

  it('all that is wrong is told at once', () => {
    expect(() => inputs({ comment: 'alway', seed: 'x' })).toThrow(
      'input "seed": expected a whole number from 0 to 4294967295, found "x"\ninput "comment": expected "always", "on-change", "on-failure" or "never", found "alway"; did you mean "always"?',
    )
  })
})

describe('action.yml', () => {
  const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'))
  const declared: Record<string, { description: string; required: boolean; default?: string }> = action.inputs

  it('has the inputs of the table and no others', () => {
    expect(Object.keys(declared)).toEqual(optionNames.filter((name) => optionOf(name).input).map(writtenName))
  })

  it.each(optionNames.filter((name) => optionOf(name).input))(
    '%s is described, optional, and has its default',
    (name) => {
      const option = optionOf(name)
      const expression = option.inputDefault === undefined ? undefined : `\${{ ${option.inputDefault} }}`
      expect(declared[writtenName(name)]).toEqual({
        description: option.help,
        required: false,
        ...(option.default === undefined && expression === undefined
          ? {}
          : { default: option.default ?? expression }),
      })
    },
  )

  it('asks for exactly its inputs', () => {
    const asked: string[] = []
    readInputs((name) => {
      asked.push(name)
      return ''
    })
    expect(asked).toEqual(Object.keys(declared))
  })

  it('has the outputs of the table and no others', () => {
    expect(action.outputs).toEqual(
      Object.fromEntries(Object.entries(outputs).map(([name, description]) => [name, { description }])),
    )
  })

  it('runs the bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' })
  })
})
