import { expect, it } from 'vitest'
import { literalPort, putPort } from '../../../src/measure/service/addresses.ts'

it.each([
  ['http://127.0.0.1:3000/health', 3000],
  ['http://localhost:80', 80],
  ['http://[::1]:9/x?y', 9],
  ['http://127.0.0.1/health', null],
  ['http://example.com:3000/', null],
  [`http://127.0.0.1:${'$'}{PORT}/`, null],
  [undefined, null],
])('the port of %s', (url, port) => expect(literalPort(url)).toBe(port))

it.each([
  ['http://127.0.0.1:3000/a?b=http://127.0.0.1:3000/', 'http://127.0.0.1:4711/a?b=http://127.0.0.1:3000/'],
  ['http://127.0.0.1:3001/a', 'http://127.0.0.1:3001/a'],
  [`http://localhost:${'$'}{PORT}/`, 'http://localhost:4711/'],
  ['/relative', '/relative'],
  ['http://example.com:3000/', 'http://example.com:3000/'],
])('%s is %s on the side that listens on 4711', (text, expected) =>
  expect(putPort(4711, 3000)(text)).toBe(expected),
)
