// Lays out a new format: the file, its line in the registry, a fixture folder. Then: write detect and parse, put a real
// output into the fixture, look at the result, and run the tests.
//   node scripts/new-format.mjs NAME [harness|load|pages|gates]
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const shelves = ['harness', 'load', 'pages', 'gates']

/** Writes below `root`; throws with what to change when the name is not usable or taken. */
export async function newFormat(root, name, shelf = 'harness') {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    throw new Error(`${JSON.stringify(name)} is no kebab-case name, such as "my-tool-json"`)
  if (!shelves.includes(shelf)) throw new Error(`${JSON.stringify(shelf)} is none of ${shelves.join(', ')}`)
  const constant = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
  const registryFile = join(root, 'src/formats/registry.ts')
  const registry = await readFile(registryFile, 'utf8')
  if (new RegExp(`\\b${constant}\\b`).test(registry)) throw new Error(`there is a format ${name} already`)
  const file = join(root, 'src/formats', shelf, `${name}.ts`)
  await writeFile(file, template(name, constant), { flag: 'wx' })
  const marker = '\n/** In the order of the documentation.'
  const imported = registry.replace(marker, `import { ${constant} } from './${shelf}/${name}.ts'\n${marker}`)
  await writeFile(registryFile, imported.replace(/\n\]\n$/, `\n  ${constant},\n]\n`))
  const fixture = join(root, '__tests__/formats/fixtures', name, 'first')
  await mkdir(fixture, { recursive: true })
  await writeFile(join(fixture, 'input.txt'), '')
  return [file, registryFile, join(fixture, 'input.txt')]
}

function template(name, constant) {
  return `// What ${name} is, what is odd about it, and in which units it writes.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'

const row = /^(.+?): ([\\d.]+) ms$/

export const ${constant}: Format = {
  name: '${name}',
  tool: '${name}',
  title: '${name}',
  produce: 'the command that writes it',
  documentation: 'https://example.com/where-it-is-documented',
  // True for this format's text alone: the tests hold it against every fixture of every other format.
  detect: (source) => source.lines().some((line) => row.test(line)),
  parse(source) {
    const collect = collector()
    for (const line of source.lines()) {
      const found = row.exec(line)
      if (found !== null) collect.sample(wall(found[1] ?? '', 1e-3), found[2])
    }
    return collect.result()
  },
}
`
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [name, shelf] = process.argv.slice(2)
  try {
    const root = fileURLToPath(new URL('..', import.meta.url))
    if (name === undefined) throw new Error(`usage: node scripts/new-format.mjs NAME [${shelves.join('|')}]`)
    const files = await newFormat(root, name, shelf)
    console.log(
      `${files.join('\n')}\nNow: put a real output into the fixture, write detect and parse, then\n  UPDATE_GOLDEN=1 npx vitest run __tests__/formats   (and read the expected.json it wrote)\n  node scripts/formats-page.mjs`,
    )
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  }
}
