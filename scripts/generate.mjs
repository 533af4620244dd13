// Everything that follows from the schemas and the option table: JSON schemas beside the bundles, and the marked parts
// of the docs and of action.yml. Runs on Node 24, which reads the TypeScript sources as they are.
//   node scripts/generate.mjs           writes dist/*.schema.json
//   node scripts/generate.mjs --docs    rewrites the parts of `generatedFiles`
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { jsonSchemas } from './generate/json-schemas.mjs'
import { sections } from './generate/sections.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Files that hold generated parts. */
export const generatedFiles = ['docs/advice.md', 'docs/configuration.md', 'docs/load-tests.md', 'action.yml']

/** Writes the JSON schemas of the suite, of Run files and of report files. */
export async function generate(outDir) {
  await mkdir(outDir, { recursive: true })
  for (const [name, schema] of Object.entries(jsonSchemas()))
    await writeFile(join(outDir, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`)
}

/** The text of one of `generatedFiles` with its marked parts as they should be. */
export async function regenerated(file) {
  const text = await readFile(join(root, file), 'utf8')
  const parts = sections()
  const used = new Set()
  const marked = /^([ ]*)((?:<!--|#) generated:([\w-]+)(?: -->)?)\n[\s\S]*?^\1((?:<!--|#) end:\3(?: -->)?)$/gm
  const result = text.replace(marked, (_, indent, start, name, end) => {
    const lines = parts[name]
    if (lines === undefined) throw new Error(`${file}: there is no generated part "${name}"`)
    used.add(name)
    return [start, ...lines, end].map((line) => (line === '' ? '' : indent + line)).join('\n')
  })
  const starts = [...text.matchAll(/generated:([\w-]+)/g)].map(([, name]) => name)
  const open = starts.filter((name) => !used.has(name))
  if (open.length > 0) throw new Error(`${file}: no end mark for ${open.join(', ')}`)
  return result
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { docs: { type: 'boolean' }, out: { type: 'string', default: join(root, 'dist') } },
  })
  if (values.docs)
    for (const file of generatedFiles) await writeFile(join(root, file), await regenerated(file))
  else await generate(values.out)
}
