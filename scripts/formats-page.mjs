// Writes the generated parts of docs/formats.md from the registry: the table of formats, and what the other gates read.
//   node scripts/formats-page.mjs          rewrites docs/formats.md
// Runs on Node 24, which reads the TypeScript sources as they are. A test fails when the page is stale.
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aliases, formats } from '../src/formats/index.ts'

export const page = fileURLToPath(new URL('../docs/formats.md', import.meta.url))

/** The page with its marked parts as they should be. */
export function regeneratedPage(text) {
  return text.replace(/(<!-- generated:([\w-]+) -->\n)[\s\S]*?(<!-- end:\2 -->)/g, (_, start, name, end) => {
    const lines = parts[name]
    if (lines === undefined) throw new Error(`docs/formats.md: there is no generated part "${name}"`)
    return `${start}\n${lines().join('\n')}\n\n${end}`
  })
}

const parts = { formats: formatTable, peers: peerTable }

function formatTable() {
  const rows = formats.map((format) => [
    `\`${format.name}\`${format.tool === format.name ? '' : ` (\`${format.tool}\`)`}`,
    `[${format.title}](${format.documentation})${format.parseChunks === undefined ? '' : ' · stream'}`,
    code(format.produce),
  ])
  return table(['format (tool)', 'is', 'written by'], rows)
}

function peerTable() {
  const tools = new Map()
  for (const format of formats) tools.set(format.tool, [...(tools.get(format.tool) ?? []), format.name])
  const word = (tool, names, from) =>
    aliases
      .filter((alias) => alias.from === from && (alias.means === tool || names.includes(alias.means)))
      .map((alias) => `\`${alias.word}\``)
      .join(', ') || '–'
  const rows = [...tools].map(([tool, names]) => [
    tool,
    names.map((name) => `\`${name}\``).join(', '),
    word(tool, names, 'github-action-benchmark'),
    word(tool, names, 'Bencher'),
  ])
  const count = (column) => rows.filter((row) => row[column] !== '–').length
  rows.push([
    '**tools**',
    `**${rows.length}** (${formats.length} formats)`,
    `**${count(2)}**`,
    `**${count(3)}**`,
  ])
  return table(['tool', 'perf-gate', 'github-action-benchmark 1.22', 'Bencher 0.6'], rows)
}

/** A `|` would part the cell. */
function code(text) {
  return `\`${text.replaceAll('|', '\\|')}\``
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await writeFile(page, regeneratedPage(await readFile(page, 'utf8')))
