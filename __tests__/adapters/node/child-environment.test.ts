import { describe, expect, test } from 'vitest'
import { childEnvironment } from '../../../src/adapters/node/child-environment.ts'

const rows: [name: string, value: string, kept: boolean][] = [
  ['PATH', '/usr/bin', true],
  ['HOME', '/root', true],
  ['CI', 'true', true],
  ['NPM_TOKEN', 'needed-by-npm-ci', true],
  ['STATE_DIRECTORY', '/var/lib/x', true],
  ['GITHUB_SHA', 'abc', true],
  ['GITHUB_WORKSPACE', '/w', true],
  ['GITHUB_TOKEN', 'ghs_1', false],
  ['GH_TOKEN', 'ghs_1', false],
  ['GITHUB_ENTERPRISE_TOKEN', 'ghs_1', false],
  ['ACTIONS_RUNTIME_TOKEN', 'ey', false],
  ['ACTIONS_RESULTS_URL', 'https://results', false],
  ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ey', false],
  ['actions_runtime_token', 'ey', false],
  ['INPUT_TOKEN', 'ghs_1', false],
  ['INPUT_GITHUB-TOKEN', 'ghs_1', false],
  ['GITHUB_OUTPUT', '/runner/output', false],
  ['GITHUB_ENV', '/runner/env', false],
  ['GITHUB_PATH', '/runner/path', false],
  ['GITHUB_STATE', '/runner/state', false],
  ['GITHUB_STEP_SUMMARY', '/runner/summary', false],
]

describe('what children may know', () => {
  test.each(rows)('%s=%s: kept %s', (name, value, kept) => {
    expect(childEnvironment({ [name]: value })).toEqual(kept ? { [name]: value } : {})
  })

  test('a variable that holds a masked value is dropped, whole or in part', () => {
    const env = { KEY: 's3cret-value', HEADER: 'Bearer s3cret-value', OTHER: 'value' }
    expect(childEnvironment(env, ['s3cret-value'])).toEqual({ OTHER: 'value' })
  })

  test('a short or empty mask takes only what equals it', () => {
    const env = { ONE: '1', ELEVEN: '11', EMPTY: '' }
    expect(childEnvironment(env, ['1', ''])).toEqual({ ELEVEN: '11', EMPTY: '' })
  })

  test('absent variables stay absent', () => {
    expect(childEnvironment({ A: undefined })).toEqual({})
  })
})
