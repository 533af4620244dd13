// go test -bench as text, also several outputs put together (as benchstat reads them). `-count` repeats inside one
// process: samples of one trial. A new `goos:` or `PASS` is a new process: a new trial.
import type { Series } from '../../model/series.ts'
import type { Format, Imported } from '../format.ts'
import { type Collector, collector, type Measured } from '../reading/collect.ts'
import { allocated, allocations, wall } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { betterByName, unitMeaning } from '../reading/unit.ts'
import { type GoLines, type GoRow, goLines } from './go-bench-lines.ts'

export const goBench: Format = {
  name: 'go-bench',
  tool: 'go',
  title: 'go test -bench, text',
  produce: "go test -run '^$' -bench . -benchmem -count 10 ./...",
  documentation: 'https://go.dev/design/14313-benchmark-format',
  detect: (source) =>
    source
      .lines()
      .some((line) =>
        /^Benchmark\S*\s+\d+\s+[\d.e+-]+\s+\S|^\s*--- FAIL: Benchmark|^(?:FAIL|ok) *\t\S+\s+(?:\[|[\d.]+s)/.test(
          line,
        ),
      ),
  parse: (source) => importGo(goLines(source.lines())),
}

export function importGo({ rows, failures, units }: GoLines): Imported {
  const collect = collector()
  const named = namer(rows)
  for (const row of rows) {
    const benchmark = named(row)
    for (const [value, unit] of row.pairs) {
      const measured = goMetric(benchmark, unit, units.get(unit))
      if (units.get(unit)?.assume === 'exact') collect.exact(measured, value)
      else collect.sample(measured, value, row.process)
      if (!measured.sure) noteGuess(collect, measured)
    }
  }
  for (const failure of failures) collect.fail(failure)
  return collect.result()
}

/** Package and name; what varies within the file (a note, GOMAXPROCS by `-cpu`) becomes a parameter. */
function namer(rows: readonly GoRow[]): (row: GoRow) => string {
  const processors = new Map<string, Set<number | null>>()
  const settings = new Map<string, Set<string>>()
  for (const { name, processors: count, configuration } of rows) {
    const key = `${configuration.pkg ?? ''} ${name}`
    processors.set(key, (processors.get(key) ?? new Set()).add(count))
    for (const [setting, value] of Object.entries(configuration))
      if (setting !== 'pkg') settings.set(setting, (settings.get(setting) ?? new Set()).add(value))
  }
  const varying = [...settings].flatMap(([setting, values]) => (values.size > 1 ? [setting] : []))
  return ({ name, processors: count, configuration }) => {
    const several = (processors.get(`${configuration.pkg ?? ''} ${name}`)?.size ?? 0) > 1
    const parameters = {
      ...Object.fromEntries(varying.map((setting) => [setting, configuration[setting]])),
      ...(several ? { gomaxprocs: count ?? 1 } : {}),
    }
    return withParameters(configuration.pkg ? `${configuration.pkg}.${name}` : name, parameters)
  }
}

type GoMetric = Measured & { readonly sure: boolean }

/** What a unit of a result line measures; `declared` is its Unit line. */
export function goMetric(
  benchmark: string,
  unit: string,
  declared: Readonly<Record<string, string>> | undefined,
): GoMetric {
  if (unit === 'ns/op') return { ...wall(benchmark, 1e-9), sure: true }
  if (unit === 'B/op') return { ...allocated(benchmark), sure: true }
  if (unit === 'allocs/op') return { ...allocations(benchmark), sure: true }
  if (unit === 'MB/s')
    return { benchmark, metric: 'throughput', unit: 'B/s', better: 'higher', scale: 1e6, sure: true }
  // As benchstat reads them: `p99-ns`, `build-real-ns/op` and `text-bytes` are times and sizes, whatever stands in front.
  const meaning = unitMeaning(/(?:^|-)(ns|bytes)(?:\/op)?$/.exec(unit)?.[1] ?? unit)
  const said = declared?.better
  const better =
    said === 'higher' || said === 'lower' ? said : meaning.sure ? meaning.better : betterByName(unit)
  return {
    benchmark,
    metric: unit,
    unit: meaning.unit,
    scale: meaning.scale,
    better: better ?? 'lower',
    zeroIsAnAnswer: true,
    sure: better !== null,
  }
}

function noteGuess(collect: Collector, { metric }: Pick<Series, 'metric'>): void {
  collect.note({
    code: 'guessed-direction',
    message: `Nothing says whether more or less of ${metric} is better; less is taken to be.`,
    where: metric,
    fix: `Print the line "Unit ${metric} better=higher" before the results if more is better.`,
  })
}
