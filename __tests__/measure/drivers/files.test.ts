import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { nodeCompression } from '../../../src/adapters/node/compression.ts'
import { nodeFiles } from '../../../src/adapters/node/files.ts'
import { TrialError } from '../../../src/measure/driver.ts'
import { openFiles } from '../../../src/measure/drivers/files.ts'
import { FilesSchema } from '../../../src/model/suite/benchmark.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fakeFiles } from '../../fakes/files.ts'
import { fakeProcesses } from '../../fakes/processes.ts'
import { base, fixtures, head } from '../real-tools.ts'

type Written = v.InferInput<typeof FilesSchema>

function open(written: Written, files = fakeFiles()) {
  // One byte per ten, so that sums are easy to see.
  const compression = { compressedSize: async (content: Uint8Array) => content.length / 10 }
  const tools = { files, compression, clock: fakeClock(), processes: fakeProcesses() }
  return openFiles({ name: 'bundle', ...v.parse(FilesSchema, written) }, tools)
}

async function sizes(written: Written, content: Record<string, string>) {
  const calibrated = await open(written, fakeFiles(content)).calibrate('bundle', [])
  const observations = await calibrated.trial(head('/head'))
  return observations.map(({ benchmark, metric, unit, value }) => [
    benchmark,
    metric,
    unit,
    value.kind === 'exact' && value.value,
  ])
}

const content = {
  '/head/dist/app.3f2a1b9c.js': 'x'.repeat(300),
  '/head/dist/lib.js': 'x'.repeat(100),
  '/head/dist/style.css': 'x'.repeat(50),
}

describe('sizes', () => {
  it('are added up over all patterns', async () => {
    expect(await sizes({ files: ['dist/*.js', '**/*.css'] }, content)).toEqual([
      ['bundle', 'bytes', 'B', 450],
    ])
  })

  it('are those after compression, with the raw ones beside', async () => {
    expect(await sizes({ files: 'dist/*.js', compress: 'gzip' }, content)).toEqual([
      ['bundle', 'bytes', 'B', 40],
      ['bundle', 'bytes.raw', 'B', 400],
    ])
  })

  it('have a row per file when asked for, without hashes in the names', async () => {
    expect(await sizes({ files: '*.js', cwd: './dist', each: true }, content)).toEqual([
      ['bundle', 'bytes', 'B', 400],
      ['bundle/app.*.js', 'bytes', 'B', 300],
      ['bundle/lib.js', 'bytes', 'B', 100],
    ])
  })

  it('of files that differ only in their hash are one row', async () => {
    const chunks = { '/head/a/chunk-1f2e3d4c.js': 'x', '/head/a/chunk-99aabbcc.js': 'xx' }
    expect(await sizes({ files: 'a/*', each: true }, chunks)).toEqual([
      ['bundle', 'bytes', 'B', 3],
      ['bundle/a/chunk-*.js', 'bytes', 'B', 3],
    ])
  })
})

describe('no file', () => {
  it('on base makes the benchmark new', async () => {
    expect(await open({ files: '*.js' }).discover(base('/base'))).toEqual([])
  })

  it('on head is a failure', async () => {
    const running = open({ files: ['*.js', '*.mjs'] }).discover(head('/head'))
    await expect(running).rejects.toEqual(
      new TrialError(head('/head'), 'no-files', 'no file matches *.js, *.mjs'),
    )
  })

  it('is left when it goes away while it is read', async () => {
    const files = { ...fakeFiles(content), readBytes: async () => null }
    const calibrated = await open({ files: 'dist/lib.js' }, files).calibrate('bundle', [])
    await expect(calibrated.trial(head('/head'))).rejects.toThrow('dist/lib.js went away while it was read')
  })
})

describe('with real files and compressors', () => {
  const before = join(fixtures, 'files/before')
  const tools = { compression: nodeCompression, clock: fakeClock(), processes: fakeProcesses() }

  it.each(['gzip', 'brotli'] as const)(
    '%s is smaller than the file and always the same',
    async (compress) => {
      const spec = { name: 'bundle', ...v.parse(FilesSchema, { files: 'dist/**', compress }) }
      const driver = openFiles(spec, { ...tools, files: nodeFiles(before) })
      expect(await driver.discover(head(before))).toEqual(['bundle'])
      const calibrated = await driver.calibrate('bundle', [])
      const first = await calibrated.trial(head(before))
      expect(await calibrated.trial(head(before))).toEqual(first)
      const [bytes = 0, raw = 0] = first.map(({ value }) => (value.kind === 'exact' ? value.value : 0))
      expect(raw).toBe(627)
      expect(bytes).toBeGreaterThan(20)
      expect(bytes).toBeLessThan(raw)
    },
  )

  it('gzip compresses at level 9', async () => {
    const text = Buffer.from(Array.from({ length: 3000 }, (_, n) => `size ${n % 700}`).join(' '))
    const sizeAt = (level: number) => gzipSync(text, { level }).length
    expect(sizeAt(9)).toBeLessThan(sizeAt(6))
    expect(await nodeCompression.compressedSize(text, 'gzip')).toBe(sizeAt(9))
  })
})
