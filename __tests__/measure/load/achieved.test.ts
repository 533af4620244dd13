import { expect, it } from 'vitest'
import { achievedRate } from '../../../src/measure/load/achieved.ts'
import { simulate } from './simulation.ts'

const achieved = async (written: Record<string, unknown>, after: number) =>
  achievedRate((await simulate(written, () => ({ after }))).result)

it.each([
  { title: 'a server that keeps up', written: { rate: '100/s', duration: '10s' }, after: 10, expected: 1 },
  {
    title: 'long answers are no backlog',
    written: { rate: '100/s', duration: '10s' },
    after: 2000,
    expected: 1,
  },
  {
    title: 'half of what arrives',
    // 10 connections of 100 ms each: 100 a second.
    written: { rate: '200/s', duration: '10s', 'max-connections': 10, 'graceful-stop': '1s' },
    after: 100,
    expected: 0.5,
  },
  {
    title: 'a scenario of three requests counts by its parts',
    written: {
      rate: '50/s',
      duration: '10s',
      scenarios: {
        shop: { requests: ['/a', '/b', '/c'].map((path) => ({ url: `http://127.0.0.1:3000${path}` })) },
      },
      target: undefined,
    },
    after: 20,
    expected: 1,
  },
])('$title', async ({ written, after, expected }) => {
  expect(await achieved(written, after)).toBeCloseTo(expected, 1)
})

it('users that wait for their answers achieve what they do', async () => {
  expect(await achieved({ users: 5, duration: '4s' }, 50)).toBeNull()
})

it('failed answers are not achieved', async () => {
  const { result } = await simulate({ rate: '100/s', duration: '10s' }, (_, now) => ({
    after: 5,
    status: Math.floor(now / 10) % 4 === 0 ? 500 : 200,
  }))
  expect(achievedRate(result)).toBeCloseTo(0.75, 1)
})
