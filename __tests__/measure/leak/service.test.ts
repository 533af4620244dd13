// Services under load that keep something of every request, or nothing.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLoad } from '../../../src/measure/drivers/load.ts'
import { LoadSchema } from '../../../src/model/suite/load.ts'
import { head, type RealTools, realTools } from '../real-tools.ts'

let real: RealTools
beforeAll(async () => {
  real = await realTools()
})
afterAll(() => real.remove())

async function test(name: string, handler: string, command = 'node server.js') {
  const directory = join(real.directory, name)
  mkdirSync(directory)
  const server = `const { createServer } = require('node:http')
const kept = []
createServer((request, response) => {
  ${handler}
  response.end('ok')
}).listen(process.env.PORT, '127.0.0.1')\n`
  writeFileSync(join(directory, 'server.js'), server)
  const written = {
    service: { command, ready: 'http://127.0.0.1:3000/health', timeout: '10s' },
    load: { target: 'http://127.0.0.1:3000/', rate: '100/s', duration: '1s' },
    leak: '500B',
  }
  const driver = openLoad({ ...v.parse(LoadSchema, written), name: 'shop' }, real.tools)
  try {
    const place = head(directory)
    const found = await (await driver.calibrate('shop', [place])).aside?.(place)
    const value = found?.observations.find(({ metric }) => metric === 'leak')?.value
    return { bytes: value?.kind === 'exact' ? value.value : undefined, notices: found?.notices }
  } finally {
    await driver.dispose()
  }
}

it('10 kB of every request: found, with its size', async () => {
  const { bytes, notices } = await test('keeps', 'kept.push(new Float64Array(1250))')
  expect(bytes).toBeGreaterThan(9_000)
  expect(bytes).toBeLessThan(12_000)
  expect(notices).toMatchObject([{ code: 'leak', message: expect.stringContaining('On head') }])
}, 120_000)

it('nothing, but much garbage: no leak', async () => {
  expect(await test('clean', 'Array.from({ length: 500 }, (_, i) => ({ i }))')).toEqual({
    bytes: 0,
    notices: [],
  })
}, 120_000)
