// Where a function was written: real source maps of a real bundler, and maps that are missing, broken or lying.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFiles } from '../../../src/adapters/node/files.ts'
import { locator } from '../../../src/measure/profile/locate.ts'

const source = `// A comment.
export function tokenize(text: string): string[] {
  return text.split(' ')
}
`
let directory: string
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'perf-gate-test-'))
  writeFileSync(join(directory, 'lexer.ts'), source)
  const options = { bundle: true, minify: true, sourcemap: true, format: 'esm', logLevel: 'error' } as const
  const entryPoints = [join(directory, 'lexer.ts')]
  await build({ ...options, entryPoints, outfile: join(directory, 'dist/mapped.js') })
  await build({ ...options, entryPoints, sourcemap: 'inline', outfile: join(directory, 'dist/inline.js') })
  const built = readFileSync(join(directory, 'dist/mapped.js'), 'utf8')
  const map = JSON.parse(readFileSync(join(directory, 'dist/mapped.js.map'), 'utf8'))
  const write = (name: string, code: string) => writeFileSync(join(directory, 'dist', name), code)
  write('missing.js', built.replace('mapped.js.map', 'nowhere.js.map'))
  write('broken.js', built.replace('mapped.js.map', 'broken.js.map'))
  write('broken.js.map', '{"version":3,"sources":')
  write('lying.js', built.replace('mapped.js.map', 'lying.js.map'))
  write('lying.js.map', JSON.stringify({ ...map, sourcesContent: ['// one line'] }))
  write('stale.js', built.replace('mapped.js.map', 'stale.js.map'))
  const moved = `${source.replace('tokenize', 'other')}${'\n'.repeat(20)}${source}`
  write('stale.js.map', JSON.stringify({ ...map, sourcesContent: [moved] }))
  const { sourcesContent: _, ...bare } = map
  write('bare.js', built.replace('mapped.js.map', 'bare.js.map'))
  write('bare.js.map', JSON.stringify(bare))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

async function locate(file: string) {
  const code = readFileSync(join(directory, file), 'utf8')
  const column = code.split('\n')[0]?.indexOf('(') ?? 0
  const places = locator(nodeFiles(directory), directory)
  const located = await places.locate({
    function: 'r',
    url: `file://${directory}/${file}`,
    line: 1,
    column: column + 1,
  })
  return { located, notices: places.notices() }
}

describe('source maps', () => {
  it.each(['dist/mapped.js', 'dist/inline.js', 'dist/bare.js'])(
    '%s: the function, file and line that were written',
    async (file) => {
      const { located, notices } = await locate(file)
      expect(located).toMatchObject({ function: 'tokenize', file: 'lexer.ts', line: 2 })
      expect(located.text).toContain('export function tokenize')
      expect(notices).toEqual([])
    },
  )

  it.each([
    ['dist/missing.js', 'missing'],
    ['dist/broken.js', 'cannot be read'],
    ['dist/lying.js', 'does not cover'],
    ['dist/stale.js', 'points to where they are not'],
  ])('%s: the built code is named, and a notice says why', async (file, why) => {
    const { located, notices } = await locate(file)
    expect(located).toMatchObject({ function: 'r', file, line: 1 })
    expect(notices).toMatchObject([
      { code: 'source-map', where: file, message: expect.stringContaining(why) },
    ])
  })
})

describe('files', () => {
  const places = () => locator({ read: async () => null }, '/side/base')
  it.each([
    ['file:///side/base/src/a%20b.js', 'src/a b.js'],
    ['/side/base/src/lexer.py', 'src/lexer.py'],
    ['file:///private/side/base/src/lexer.js', 'src/lexer.js'],
    ['file:///elsewhere/store/node_modules/lodash/merge.js', 'node_modules/lodash/merge.js'],
    ['node:fs', 'node:fs'],
    ['file:///other/lib.js', '/other/lib.js'],
  ])('%s is %s', async (url, file) => {
    expect(await places().locate({ function: 'f', url, line: 3 })).toMatchObject({ file })
  })

  it('built-ins have none', async () => {
    expect(await places().locate({ function: '(garbage collector)' })).toEqual({
      function: '(garbage collector)',
    })
  })
})
