// The documentation says what the code does: the generated parts are fresh, every code is explained, scaffolding works.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { aliases } from '../../src/formats/index.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8')

// Scripts are plain modules without declarations.
interface PageScript {
  regeneratedPage(text: string): string
}
interface ScaffoldScript {
  newFormat(root: string, name: string, shelf?: string): Promise<string[]>
}
const script = async <Module>(path: string): Promise<Module> => (await import(`${root}${path}`)) as Module

describe('docs/formats.md', () => {
  it('is fresh; rewrite it with node scripts/formats-page.mjs', async () => {
    const { regeneratedPage } = await script<PageScript>('scripts/formats-page.mjs')
    expect(read('docs/formats.md')).toBe(regeneratedPage(read('docs/formats.md')))
  })

  it('explains every code of a failure or a notice', () => {
    const page = read('docs/formats.md')
    const sources = readdirSync(`${root}src/formats`, { recursive: true, encoding: 'utf8' })
      // Profiles are not results: docs/resources.md has their notices.
      .filter((file) => file.endsWith('.ts') && !file.startsWith('profile-'))
      .map((file) => read(`src/formats/${file}`))
    const used = sources.flatMap((text) => [
      ...text.matchAll(/code: (?:[^,'\n]*\? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g),
    ])
    const codes = new Set(
      used.flatMap(([, first, second]) => [first, second].filter((code) => code !== undefined)),
    )
    expect(codes.size).toBeGreaterThan(30)
    expect([...codes].filter((code) => !page.includes(`\`${code}\``))).toEqual([])
  })
})

describe('the migration pages', () => {
  it.each([
    ['github-action-benchmark', 'docs/migrate-from-github-action-benchmark.md'],
    ['Bencher', 'docs/migrate-from-bencher.md'],
  ])('of %s name words that are understood', (from, page) => {
    const words = aliases.filter((alias) => alias.from === from).map((alias) => alias.word)
    const named = [...read(page).matchAll(/--format (\w+)|(?:tool:|--adapter) (\w+)/g)].map(
      ([, format, tool]) => format ?? tool ?? '',
    )
    expect(named.length).toBeGreaterThan(1)
    for (const word of named) expect(words).toContain(word)
  })
})

describe('scripts/new-format.mjs', () => {
  it('lays out the file, the line in the registry and the fixture', async () => {
    const { newFormat } = await script<ScaffoldScript>('scripts/new-format.mjs')
    const scratch = mkdtempSync(join(tmpdir(), 'perf-gate-format-'))
    try {
      mkdirSync(join(scratch, 'src/formats/load'), { recursive: true })
      writeFileSync(join(scratch, 'src/formats/registry.ts'), read('src/formats/registry.ts'))
      const files = await newFormat(scratch, 'my-tool', 'load')
      expect(files).toHaveLength(3)
      const registry = readFileSync(join(scratch, 'src/formats/registry.ts'), 'utf8')
      expect(registry).toContain("import { myTool } from './load/my-tool.ts'")
      expect(registry).toMatch(/\n {2}myTool,\n\]\n$/)
      expect(readFileSync(join(scratch, 'src/formats/load/my-tool.ts'), 'utf8')).toContain("name: 'my-tool'")
      await expect(newFormat(scratch, 'my-tool')).rejects.toThrow(/already/)
      await expect(newFormat(scratch, 'My Tool')).rejects.toThrow(/kebab-case/)
    } finally {
      rmSync(scratch, { recursive: true })
    }
  })
})
