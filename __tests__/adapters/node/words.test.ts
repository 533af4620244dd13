import { expect, test } from 'vitest'
import { plainWords } from '../../../src/adapters/node/words.ts'

test.each<[string, string[] | null]>([
  ['node cli.js --version', ['node', 'cli.js', '--version']],
  ['  ./build/app   --n=3 a,b@c:d%e+f ', ['./build/app', '--n=3', 'a,b@c:d%e+f']],
  ['/usr/bin/env FOO=1 app', ['/usr/bin/env', 'FOO=1', 'app']],
  ['FOO=1 app', null],
  ['app "a b"', null],
  ["app 'a'", null],
  ['app $HOME', null],
  ['app *.js', null],
  ['app ~/x', null],
  ['a && b', null],
  ['a | b', null],
  ['a; b', null],
  ['a > b', null],
  ['a\nb', null],
  ['a\\ b', null],
  ['app {a,b}', null],
  ['app # comment', null],
  ['! app', null],
  ['cd x', null],
  ['exit 3', null],
  ['exec app', null],
  ['echo -n hi', null],
  ['%1', null],
  ['-x', null],
  ['', null],
  ['   ', null],
  ['größe', null],
])('%j', (line, words) => {
  expect(plainWords(line)).toEqual(words)
})
