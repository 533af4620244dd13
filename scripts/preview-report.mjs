// Renders every golden report in every format into a scratch folder, for the eye: `node scripts/preview-report.mjs [DIR]`.
// Run it with the Node of the toolchain (24), which reads TypeScript.
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { annotations, fileNames, renderers } from '../src/report/renderers/index.ts'

const golden = join(import.meta.dirname, '..', '__tests__', 'report', 'golden')
const out = process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'perf-gate-preview-')))
const pages = []

for (const name of (await readdir(golden)).sort()) {
  const report = JSON.parse(await readFile(join(golden, name, fileNames.json), 'utf8'))
  const folder = join(out, name)
  await mkdir(folder, { recursive: true })
  for (const [format, render] of Object.entries(renderers)) {
    const file = fileNames[format] ?? 'terminal.ansi'
    await writeFile(join(folder, file), render(report, { color: true, width: 120 }))
  }
  await writeFile(join(folder, 'annotations.json'), `${JSON.stringify(annotations(report), null, 2)}\n`)
  pages.push(name)
}

const links = pages.map((name) => `<li><a href="${name}/${fileNames.html}">${name}</a></li>`).join('\n')
await writeFile(join(out, 'index.html'), `<!doctype html>\n<title>Reports</title>\n<ul>\n${links}\n</ul>\n`)
console.log(pathToFileURL(join(out, 'index.html')).href)
