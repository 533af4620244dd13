// What people get wrong about load tests, told in their own key names.
import { expect, it } from 'vitest'
import { parseSuite } from '../../src/config/load.ts'
import { ConfigError } from '../../src/errors.ts'
import { loadTime } from '../../src/model/suite/index.ts'

function faultsOf(load: string, more = ''): string {
  try {
    parseSuite(`benchmarks:\n  shop:\n    load: ${load}\n${more}`, 'perf-gate.yml')
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return ''
}

it.each([
  ['{ target: http://localhost:3000/, rate: 200/s, duration: 20s }'],
  ['{ target: http://localhost:3000/, users: 5, stages: [{ duration: 5s, target: 10 }] }'],
  ['{ target: http://localhost:3000/, levels: [1, 3, 5, 8], duration: 5s }'],
  [
    '{ target: http://localhost:3000/, stress: { ceiling: 500/s, until: [{ metric: error-rate, above: 5% }] } }',
  ],
  ['{ function: bench/load.ts#checkout, users: 3, iterations: 100 }'],
  [
    '{ scenarios: { a: { weight: 40, requests: [{ url: http://localhost/ }] }, b: { requests: [{ url: http://localhost/b }] } }, users: 2, duration: 5s, think-time: { uniform: [1s, 3s] } }',
  ],
])('%s is a load test', (load) => expect(faultsOf(load)).toBe(''))

it.each([
  ['{ rate: 200/s, duration: 20s }', 'expected "target", "requests", "scenarios" or "function"'],
  [
    '{ target: http://localhost/, duration: 20s }',
    'expected "users", "rate", "stages", "iterations", "levels" or "stress"',
  ],
  ['{ target: http://localhost/, rate: 200/s }', '"duration" is missing'],
  ['{ target: http://localhost/, rate: 200/s, users: 5, duration: 1s }', 'has "rate" and "users"'],
  ['{ target: http://localhost/, rate: 200, duration: 1s }', 'expected a rate such as "200/s", found 200'],
  ['{ target: http://localhost/, users: 0, duration: 1s }', 'expected 1 or more, found 0'],
  ['{ target: http://localhost/, rate: 9000000/s, duration: 1s }', 'expected at most 200000/s'],
  [
    '{ target: http://localhost/, users: 1, stages: [{ duration: 1s, target: 5/s }] }',
    'starts with "users" and goes on with rates',
  ],
  ['{ target: http://localhost/, levels: [1, 5/s], duration: 1s }', 'mixes users and rates'],
  ['{ target: http://localhost/, users: 1, duration: 1s, thnk-time: 1s }', 'did you mean "think-time"?'],
  [
    '{ target: http://localhost/, users: 1, duration: 1s, check: { matches: "(" } }',
    'expected a regular expression',
  ],
  [
    '{ target: http://example.com/, users: 1, duration: 1s }',
    'sends load to example.com, which is not this machine: list it under "allow-hosts" if it is yours',
  ],
  [
    '{ target: http://localhost/, rate: 5/s, users: 3, iterations: 5 }',
    'has "rate" and "users": expected one',
  ],
  ['{ target: http://localhost/, stages: [{ target: 5 }] }', 'stages[0].duration: is missing'],
  [
    '{ scenarios: { a: { weight: 0, requests: [{ url: http://localhost/ }] } }, users: 1, duration: 1s }',
    'more than 0',
  ],
  [
    '{ scenarios: { a: { requests: [{ url: /x }] } }, users: 1, duration: 1s }',
    '"/x" is relative: add the "target"',
  ],
  ['{ target: localhost:3000, users: 3, duration: 1s }', 'expected a URL such as "http://localhost:3000"'],
  ['{ target: http://localhost/, rate: 5/s, duration: 1s, pacing: 1s }', 'pacing: is never used: it spaces'],
  ['{ target: http://localhost/, users: 5, duration: 1s, per-user: true }', 'per-user: is never used'],
  [
    '{ target: http://localhost/, users: 5, duration: 1s, max-connections: 9 }',
    'max-connections: is never used',
  ],
  [
    '{ function: x.js#f, users: 1, duration: 1s, headers: { a: b } }',
    'headers: is never used: "function" is called',
  ],
  [
    '{ target: http://localhost/, users: 1, duration: 1s, body: x, requests: [{ url: / }] }',
    'body: is never used: each entry of "requests" has its own',
  ],
  [
    '{ target: http://localhost/, users: 3, levels: [1, 5], duration: 1s }',
    'users: is never used: the "levels"',
  ],
  ['{ target: http://localhost/, levels: [5, 5], duration: 1s }', 'levels: 5 is there twice'],
  [
    '{ target: http://localhost/, users: 1, duration: 1s, think-time: { uniform: [3s, 1s] } }',
    'has them the wrong way round',
  ],
  [
    '{ target: http://localhost/, users: 1, duration: 1s, abort-when: [{ metric: latency.p95, above: 5% }] }',
    'abort-when[0]: latency.p95 is a time: expected one such as "500ms", found "5%"',
  ],
  [
    '{ target: http://localhost/, users: 1, duration: 1s, abort-when: [{ metric: error-rate, above: 2s }] }',
    'error-rate is a share',
  ],
  [
    '{ target: http://localhost/, users: 1, duration: 1s, abort-when: [{ metric: achieved-rate, below: 90% }] }',
    'never breaks here: users intend no rate',
  ],
  ['{ target: http://localhost/, users: 1, duration: 1s, http: 2 }', 'HTTP/2 needs https'],
  [
    '{ target: https://localhost/, users: 1, duration: 1s, http: 2, transport: net }',
    'has "http" 2 and "transport" net, which',
  ],
  [
    '{ target: http://localhost/, users: 1, duration: 1s }\n    service: { command: x, ready: http://example.com/ }',
    'sends load to example.com, which is not this machine',
  ],
])('%s: %s', (load, says) => expect(faultsOf(load)).toContain(says))

it('a host that is allowed may be loaded', () =>
  expect(
    faultsOf('{ target: http://example.com/, users: 1, duration: 1s }', 'allow-hosts: [example.com]'),
  ).toBe(''))

it.each([
  ['{ target: http://localhost/, users: 2, iterations: 100 }', 7],
  ['{ target: http://localhost/, users: 2, iterations: 100, duration: 1s, warm-up: 0s }', 1],
  ['{ target: http://localhost/, rate: 5/s, duration: 20s }', 22],
])('%s is expected to take %s s: the first pair must fit into the time budget', (load, seconds) => {
  const { suite } = parseSuite(`benchmarks:\n  shop:\n    load: ${load}\n`, 'perf-gate.yml')
  const [shop] = suite.benchmarks
  expect(shop?.kind === 'load' && loadTime(shop)).toBe(seconds)
})
