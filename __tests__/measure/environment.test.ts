import * as v from 'valibot'
import { expect, test } from 'vitest'
import { nodeMachine, prettyName } from '../../src/adapters/node/machine.ts'
import { readEnvironment } from '../../src/measure/environment.ts'
import { EnvironmentSchema } from '../../src/model/environment.ts'

const machine = { facts: async () => ({ cpu: 'AMD EPYC 7763', cores: 4 }) }

test.each([
  [{ ImageOS: 'ubuntu24', ImageVersion: '20260817.1' }, 'ubuntu24 20260817.1'],
  [{ ImageOS: 'ubuntu24' }, 'ubuntu24'],
  [{ ImageOS: '', ImageVersion: '' }, undefined],
  [{}, undefined],
])('runner image from %j', async (env, runnerImage) => {
  expect(await readEnvironment({ machine, env, version: '1.0.0' }, 'abc')).toEqual({
    cpu: 'AMD EPYC 7763',
    cores: 4,
    ...(runnerImage === undefined ? {} : { runnerImage }),
    perfGate: '1.0.0',
    suiteHash: 'abc',
  })
})

test('this machine', async () => {
  const environment = await readEnvironment({ machine: nodeMachine, env: {}, version: '1.0.0' })
  expect(v.parse(EnvironmentSchema, environment)).toEqual(environment)
  expect(environment.cores).toBeGreaterThan(0)
  expect(environment.memory).toBeGreaterThan(2 ** 20)
  expect(environment.runtimes).toEqual({ node: process.versions.node })
  expect(environment.os).not.toBe('')
})

test.each([
  [
    'NAME="Debian"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n',
    'Debian GNU/Linux 12 (bookworm)',
  ],
  ["PRETTY_NAME='Alpine Linux v3.20'\n", 'Alpine Linux v3.20'],
  ['PRETTY_NAME=Arch\n', 'Arch'],
  ['PRETTY_NAME=""\n', null],
  ['', null],
])('os-release %j', (text, name) => {
  expect(prettyName(text)).toBe(name)
})
