// Rows of github-action-benchmark, by the tool they came from, under the names that our own reading of that tool gives:
// a history that moved in then goes on with the next run.
import type { Better } from '../../model/unit.ts'
import { goMetric } from '../harness/go-bench.ts'
import { googleName } from '../harness/google-benchmark-rows.ts'
import { jmhMetric } from '../harness/jmh.ts'
import type { Collector, Measured } from '../reading/collect.ts'
import { parseJson } from '../reading/json.ts'
import { throughput, wall } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { isRecord } from '../reading/shape.ts'
import { unitMeaning } from '../reading/unit.ts'
import { type CustomRow, collectCustom } from './custom-json.ts'

type Reader = (collect: Collector, row: CustomRow, unit: string) => void

const direct =
  (measured: (benchmark: string, scale: number) => Measured): Reader =>
  (collect, { name, value }, unit) =>
    collect.sample(measured(name, unitMeaning(unit).scale), value)
const custom =
  (better: Better): Reader =>
  (collect, row) =>
    collectCustom(collect, { ...row, range: undefined }, better)

const readers: Readonly<Record<string, Reader>> = {
  cargo: direct(wall),
  googlecpp: direct((name, scale) => wall(googleName(name), scale)),
  catch2: direct(wall),
  julia: direct(wall),
  benchmarkdotnet: direct(wall),
  benchmarkluau: direct(wall),
  benchmarkjs: direct(throughput),
  // `ops` is the inverse of the mean that we take.
  pytest: (collect, { name, value }) => {
    const rate = figure(value)
    collect.sample(wall(name), rate === null || rate <= 0 ? value : 1 / rate)
  },
  // `BenchmarkFoo (example.com/pkg) - B/op`
  go: (collect, { name, value }, unit) => {
    const [, bare = name, path] = /^(.*?)(?: \(([^)]+)\))?(?: - \S+)?$/.exec(name) ?? []
    const { sure, ...measured } = goMetric(path === undefined ? bare : `${path}.${bare}`, unit, undefined)
    collect.sample({ ...measured, better: sure ? measured.better : 'lower' }, value)
  },
  // `com.example.Bench.run ( {"size":"10"} )`
  jmh: (collect, { name, value }, unit) => {
    const [, bare = name, written = '{}'] = /^(.*?) \( (\{.*\}) \)$/.exec(name) ?? []
    const parsed = parseJson(written)
    const parameters = 'value' in parsed && isRecord(parsed.value) ? parsed.value : {}
    const isTime = unitMeaning(unit).unit === 's'
    collect.sample(jmhMetric(withParameters(bare, parameters), isTime ? 'wall' : 'throughput', unit), value)
  },
  customBiggerIsBetter: custom('higher'),
  customSmallerIsBetter: custom('lower'),
}

/** One result of one commit. Since 1.18 Go results hold their first figure twice; it is read once. */
export function readBenches(
  collect: Collector,
  tool: string | null | undefined,
  benches: readonly CustomRow[],
): void {
  const read = tool && Object.hasOwn(readers, tool) ? readers[tool] : undefined
  const repeated = new Set(
    tool === 'go'
      ? benches.flatMap(({ name }) => (name.endsWith(' - ns/op') ? [name.slice(0, -8)] : []))
      : [],
  )
  for (const row of benches) {
    if (repeated.has(row.name)) continue
    const [unit = ''] = (row.unit ?? '').split(/[\t\n]/)
    if (read === undefined) collectCustom(collect, { ...row, unit, range: undefined }, undefined)
    else read(collect, row, unit.trim())
  }
}
