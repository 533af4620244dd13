// `files:` sizes of what a build made. They do not vary, so they are read once per side and compared exactly.
import { metricKinds } from '../../model/metric.ts'
import type { Observation } from '../../model/observation.ts'
import type { FilesBenchmark } from '../../model/suite/index.ts'
import { type Driver, type Place, pathIn, type Tools, TrialError } from '../driver.ts'
import { withoutHashes } from '../hashed-names.ts'

interface Size {
  readonly raw: number
  /** `null` when no compression is declared. */
  readonly compressed: number | null
}

export function openFiles(benchmark: FilesBenchmark, tools: Tools): Driver {
  const { compress, files: patterns } = benchmark

  const matches = (place: Place) => tools.files.glob(patterns, pathIn(place, benchmark.cwd))

  async function sizeOf(place: Place, path: string): Promise<Size> {
    const content = await tools.files.readBytes(pathIn(place, benchmark.cwd, path))
    if (content === null) throw new TrialError(place, 'unreadable', `${path} went away while it was read`)
    return {
      raw: content.length,
      compressed: compress === 'none' ? null : await tools.compression.compressedSize(content, compress),
    }
  }

  /** Each file is compressed by itself, as it is served. */
  function observations(name: string, sizes: readonly Size[]): Observation[] {
    const { unit, better } = metricKinds.bytes
    const exact = (metric: string, values: readonly number[]): Observation => ({
      benchmark: name,
      metric,
      unit,
      better,
      value: { kind: 'exact', value: values.reduce((sum, value) => sum + value, 0) },
    })
    const raw = sizes.map((size) => size.raw)
    if (compress === 'none') return [exact('bytes', raw)]
    return [
      exact(
        'bytes',
        sizes.map((size) => size.compressed ?? 0),
      ),
      exact('bytes.raw', raw),
    ]
  }

  return {
    repeats: 'once',
    hasRows: benchmark.each,
    absence: `no file matches ${patterns.join(', ')}`,

    async discover(place) {
      if ((await matches(place)).length > 0) return [benchmark.name]
      // A base that never had the files makes the benchmark new. A head without them is a build that went wrong.
      if (place.side === 'base') return []
      throw new TrialError(place, 'no-files', `no file matches ${patterns.join(', ')}`)
    },

    async calibrate(name) {
      return {
        settings: {},
        expected: 0,
        notices: [],
        async trial(place) {
          const groups = new Map<string, Size[]>()
          const all: Size[] = []
          for (const path of await matches(place)) {
            const size = await sizeOf(place, path)
            const row = `${name}/${withoutHashes(path)}`
            all.push(size)
            // Files that differ in nothing but their hash are one row: their sum does not depend on the hashes.
            groups.set(row, [...(groups.get(row) ?? []), size])
          }
          const rows = benchmark.each ? [...groups] : []
          return [observations(name, all), ...rows.map(([row, sizes]) => observations(row, sizes))].flat()
        },
      }
    },

    async dispose() {},
  }
}
