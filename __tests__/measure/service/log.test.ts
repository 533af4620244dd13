import { expect, it } from 'vitest'
import { serviceLog } from '../../../src/measure/service/log.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fakeFiles } from '../../fakes/files.ts'

it('keeps the latest starts, and says how many it left out', async () => {
  const files = fakeFiles()
  const log = serviceLog('shop', 'base', { files, clock: fakeClock(), out: 'out' })
  for (let start = 0; start < 8; start += 1)
    await log?.add({ port: 1, output: 'x'.repeat(250_000), truncated: start === 7 })
  const text = (await files.read('out/services/shop-base.log')) ?? ''
  expect(text.length).toBeLessThan(2 ** 20 + 1000)
  expect(text).toMatch(/^… \(4 earlier starts are left out\)\n=== 5\. start/)
  expect(text).toContain('=== 8. start, on port 1, ended 2026-01-01T00:00:00.000Z ===\n… (its beginning')
})

it('no name climbs out of the directory', () => {
  const tools = { files: fakeFiles(), clock: fakeClock(), out: 'out' }
  expect(serviceLog('../../etc/x', 'head', tools)?.path).toBe('out/services/..%2F..%2Fetc%2Fx-head.log')
})

it('nothing is kept where there is no place for it', () =>
  expect(serviceLog('shop', 'head', { files: fakeFiles(), clock: fakeClock() })).toBeNull())
