// When profiles are taken in a measurement: last, of what was named, of both sides in turn.
import { expect, it } from 'vitest'
import { measure } from '../../../src/measure/measure.ts'
import { type Script, scripted } from '../scripted.ts'

const works: Script = { profiles: () => null, seconds: 1 }

it('after everything is measured, only of what was named, sides in turn', async () => {
  const { measurement, trials } = scripted({ scripts: { a: works, b: works } })
  const runs = await measure({ ...measurement, toProfile: () => [{ benchmark: 'b', of: 'cpu' }] })
  const first = trials.findIndex((trial) => trial.endsWith('profile'))
  expect(trials.slice(first, first + 4)).toEqual(
    ['b head profile', 'b base profile', 'b base profile', 'b head profile'].map((trial) =>
      trials[first] === 'b head profile' ? trial : flipped(trial),
    ),
  )
  expect(trials.slice(first).every((trial) => trial.startsWith('b '))).toBe(true)
  expect(runs.head.profiles).toMatchObject([
    { benchmark: 'b', iterations: 6, samples: 30, frames: [{ function: 'b', self: 3 }] },
  ])
  expect(runs.base.profiles).toHaveLength(1)
  expect(runs.head.series.map(({ benchmark }) => benchmark)).toEqual(['a', 'b'])
})

const flipped = (trial: string) =>
  trial.includes('head') ? trial.replace('head', 'base') : trial.replace('base', 'head')

it('none when nobody asks', async () => {
  const { measurement, trials } = scripted({ scripts: { a: works } })
  const runs = await measure(measurement)
  expect(trials.some((trial) => trial.endsWith('profile'))).toBe(false)
  expect(runs.head.profiles).toEqual([])
})

it('a side that leaves none: a notice, and nothing half', async () => {
  const script: Script = { profiles: (side) => (side === 'head' ? 'it ran no Node.js' : null) }
  const { measurement } = scripted({ scripts: { a: script } })
  const runs = await measure({ ...measurement, toProfile: () => [{ benchmark: 'a', of: 'cpu' }] })
  expect([...runs.base.profiles, ...runs.head.profiles]).toEqual([])
  expect(runs.head.notices).toContainEqual({
    code: 'no-profile',
    where: 'a',
    message: 'No profile could be taken on head: it ran no Node.js.',
  })
})

it('time that is used up is said', async () => {
  const slow: Script = { ...works, seconds: 20 }
  const { measurement } = scripted({ scripts: { a: slow, b: slow } })
  const runs = await measure({
    ...measurement,
    toProfile: () => [
      { benchmark: 'a', of: 'cpu' },
      { benchmark: 'b', of: 'cpu' },
    ],
  })
  expect(
    runs.head.notices.filter(({ code }) => code === 'profile-skipped').map(({ where }) => where),
  ).toEqual(['a', 'b'])
})
