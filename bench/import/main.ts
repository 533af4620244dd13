// Memory and CPU time of `perf-gate import` on files of a growing size, read by the built command line tool: memory that
// grows with the file shows as a column that is not flat. Files are written to a temporary folder, one at a time.
//   npm run bench:import -- --sizes 100,500,1000
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createGzip } from 'node:zlib'
import { account, accountOf } from './account.ts'
import { pieces, type SyntheticName, synthetic } from './synthetic.ts'

const cli = resolve(fileURLToPath(import.meta.url), '../../../dist/cli.js')
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,500,1000' },
    formats: { type: 'string', default: 'k6-csv,k6-csv.gz,k6-json,jmeter-csv' },
  },
})

async function importOf(name: SyntheticName, megabytes: number, zipped: boolean): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-import-'))
  try {
    const file = join(directory, `points.${synthetic[name].extension}${zipped ? '.gz' : ''}`)
    const text = Readable.from(pieces(synthetic[name], megabytes * 1e6))
    const target = createWriteStream(file)
    await (zipped ? pipeline(text, createGzip({ level: 1 }), target) : pipeline(text, target))
    const child = spawnSync(
      process.execPath,
      ['--import', account, cli, 'import', file, '--format', name, '--out', join(directory, 'run.json')],
      { encoding: 'utf8' },
    )
    // 1: the file holds failed requests, as it is meant to.
    if (child.status !== 0 && child.status !== 1) throw new Error(`${name}: ${child.stderr}`)
    const { maxRSS, cpu } = accountOf(child.stderr)
    const mebibytes = statSync(file).size / 2 ** 20
    const size = zipped ? `${megabytes} MB (${Math.round(mebibytes)} MiB zipped)` : `${megabytes} MB`
    return [name, size, `${Math.round(maxRSS / 1024)} MiB`, `${cpu.toFixed(1)} s`]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

const row = (cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`)
row(['format', 'file', 'peak memory', 'CPU time'])
row(['---', '---', '---', '---'])
for (const written of values.formats.split(',')) {
  const zipped = written.endsWith('.gz')
  const name = (zipped ? written.slice(0, -3) : written) as SyntheticName
  if (!Object.hasOwn(synthetic, name)) throw new Error(`--formats: there is no "${name}" here`)
  for (const size of values.sizes.split(',')) row(await importOf(name, Number(size), zipped))
}
