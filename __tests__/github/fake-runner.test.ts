// The fake runner reads logs and files by the rules of the real one, so that what it does not see is not there.
import { expect, test } from 'vitest'
import { parseCommands, parseFileCommands } from './fake-runner.ts'

test.each([
  ['::error file=a.ts,line=3,title=T%3A x::100%25 slower%0Atwo lines', 'error', '100% slower\ntwo lines'],
  ['  ::warning::indented', 'warning', 'indented'],
  ['text before ##[error]old form', 'error', 'old form'],
  ['::group::Measuring', 'group', 'Measuring'],
])('%s is a command', (line, command, message) => {
  expect(parseCommands(line)).toMatchObject([{ command, message }])
})

test('properties are unescaped', () => {
  expect(parseCommands('::error file=a%2Cb.ts,line=3,title=T%3A x::m')[0]?.properties).toEqual({
    file: 'a,b.ts',
    line: '3',
    title: 'T: x',
  })
})

test.each(['text ::error::no', '| ::error::no', '::unknown::no', '# #[error]no', 'a: :error::no'])(
  '%s is none',
  (line) => {
    expect(parseCommands(line)).toEqual([])
  },
)

test('a lone carriage return ends a line', () => {
  expect(parseCommands('progress\r::error::hidden')).toMatchObject([{ command: 'error', message: 'hidden' }])
})

test('nothing is a command while commands are stopped', () => {
  const log = '::stop-commands::token-1\n::error::no\n::token-1::\n::error::yes'
  expect(parseCommands(log).map(({ message }) => message)).toEqual(['token-1', 'yes'])
})

test('file commands: one line, several lines, and what the runner refuses', () => {
  expect(parseFileCommands('a=1\nb<<X\ntwo\nlines\nX\n')).toEqual({ a: '1', b: 'two\nlines' })
  expect(() => parseFileCommands('b<<X\nnever ends')).toThrow('delimiter')
  expect(() => parseFileCommands('just text')).toThrow('invalid format')
})
