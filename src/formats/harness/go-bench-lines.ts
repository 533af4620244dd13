// The benchmark lines of `go test -bench`, after the Go benchmark data format: names, configuration, units, failures.
import type { Failure } from '../../model/failure.ts'

export interface GoRow {
  /** `BenchmarkFib/size=10`, the number of processors taken off. */
  readonly name: string
  readonly processors: number | null
  /** `pkg`, `note` … as they stood when the line was printed. */
  readonly configuration: Readonly<Record<string, string>>
  readonly pairs: readonly (readonly [value: string, unit: string])[]
  /** Counts the processes whose output was put together. */
  readonly process: number
}

export interface GoLines {
  readonly rows: readonly GoRow[]
  readonly failures: readonly Failure[]
  /** `Unit NAME better=higher assume=exact` lines. */
  readonly units: ReadonlyMap<string, Readonly<Record<string, string>>>
}

const result = /^(Benchmark\S*)\s+(\d+)\s+(\S.*)$/
/** A row that a benchmark without a line break wrote into. */
const mixed = /(Benchmark[^\s\t]*) *\t.*?\s*(\d+)\t\s*([\d.e+-]+ ns\/op.*)$/
const stopped = /^(Benchmark\S*)\s+((?:panic|fatal error): .*)$/
const failedTest = /^\s*--- FAIL: ((?!Benchmark)\S+)/
const started = /^(Benchmark\S*)\s*(?:\t.*)?$/
/** What a log line pushed away from its name. */
const orphan = /^\s*(\d+)\s+([\d.e+-]+ ns\/op.*)$/
const pair = /([+-]?(?:[\d.]+(?:e[+-]?\d+)?|NaN|Inf))\s+([^\s\d]\S*)/gi
const failed = /^\s*--- (FAIL|SKIP): (Benchmark\S*)/
const ownSetting = /^(?:goos|goarch|pkg|cpu|toolchain): /
const setting = /^([a-z][^\s:A-Z]*):\s*(.*)$/

export function goLines(lines: readonly string[]): GoLines {
  const rows: GoRow[] = []
  const failures: Failure[] = []
  const units = new Map<string, Readonly<Record<string, string>>>()
  let configuration: Record<string, string> = {}
  let process = 0
  let open: string | null = null
  const failedTests = new Set<string>()
  const withoutProcessors = processorsOf(lines)
  const named = (name: string) =>
    configuration.pkg && !name.startsWith(`${configuration.pkg}.`) ? `${configuration.pkg}.${name}` : name

  for (const [index, line] of lines.entries()) {
    const before = (lines[index - 1] ?? '').trim()
    const found = result.exec(line) ?? mixed.exec(line)
    const died = stopped.exec(line)
    const pushed = found === null && open !== null ? orphan.exec(line) : null
    const broken = failed.exec(line)
    const set = setting.exec(line)
    if (found !== null || pushed !== null) {
      const { name, processors } = withoutProcessors(found?.[1] ?? open ?? '')
      const pairs = [...(found?.[3] ?? pushed?.[2] ?? '').matchAll(pair)].map(
        (one) => [one[1] ?? '', one[2] ?? ''] as const,
      )
      if (pairs.length > 0)
        rows.push({ name, processors, configuration: { ...configuration }, pairs, process })
      open = null
    } else if (broken !== null) {
      const name = withoutProcessors(broken[2] ?? '').name
      const skipped = broken[1] === 'SKIP'
      failures.push({
        benchmark: named(name),
        code: skipped ? 'skipped' : 'failed',
        reason: skipped ? 'go test skipped it.' : 'go test reported --- FAIL.',
        ...outputAfter(lines, index),
      })
      open = null
    } else if (failedTest.test(line)) failedTests.add(failedTest.exec(line)?.[1] ?? '')
    else if (died !== null || /^panic: |^fatal error: /.test(line)) {
      const running = died?.[1] ?? open ?? benchmarkOnStack(lines, index)
      const benchmark =
        running === null ? configuration.pkg || 'go test' : named(withoutProcessors(running).name)
      failures.push({ benchmark, code: 'panicked', reason: died?.[2] ?? line.trim() })
      open = null
    } else if (line.startsWith('Unit ')) {
      const [, unit = '', ...words] = line.trim().split(/\s+/)
      units.set(unit, Object.fromEntries(words.map((word) => word.split('=', 2))))
    } else if (set !== null && (ownSetting.test(line) || before === '' || setting.test(before))) {
      if (set[1] === 'goos') {
        process += 1
        configuration = {}
      }
      configuration[set[1] ?? ''] = (set[2] ?? '').trim()
    } else if (line === 'PASS') {
      process += 1
      open = null
    } else if (/^FAIL\t/.test(line)) {
      process += 1
      open = null
      const [, name = 'go test', how = ''] = line.split(/\t/)
      const [benchmark = name, inline] = name.split(' [')
      const explained = failures.some((one) => one.benchmark.startsWith(benchmark))
      if (!explained)
        failures.push({
          benchmark,
          code: 'failed',
          reason: `go test failed: ${inline ? `[${inline}` : [...failedTests].join(', ') || how}`,
        })
      failedTests.clear()
    } else if (started.test(line)) open = started.exec(line)?.[1] ?? null
  }
  if (open !== null)
    failures.push({
      benchmark: named(withoutProcessors(open).name),
      code: 'not-completed',
      reason: 'It was begun, and the output ends before its result.',
    })
  return { rows, failures, units }
}

/** The indented lines below, which hold the message of t.Error. */
function outputAfter(lines: readonly string[], index: number): { output?: string } {
  const output: string[] = []
  for (let next = index + 1; /^\s{4,}\S/.test(lines[next] ?? '') && output.length < 20; next += 1)
    output.push((lines[next] ?? '').trim())
  return output.length === 0 ? {} : { output: output.join('\n') }
}

/** The benchmark, with its package, among the frames that Go prints after a panic. */
function benchmarkOnStack(lines: readonly string[], index: number): string | null {
  for (const line of lines.slice(index, index + 60)) {
    const found = /^([\w./-]+\.Benchmark\w*)(?:\.func\d+)*\(/.exec(line)
    if (found !== null) return found[1] ?? null
  }
  return null
}

interface Named {
  readonly name: string
  readonly processors: number | null
}

/**
 * Go writes GOMAXPROCS behind a name unless it is 1. Where rows without it stand beside rows with it (`-cpu 1,2`), a
 * number is taken off only when some benchmark is there with and without it: `size-8` is a name then.
 */
function processorsOf(lines: readonly string[]): (written: string) => Named {
  const names = new Set(lines.flatMap((line) => result.exec(line)?.[1] ?? []))
  const bare = [...names].some((name) => split(name).processors === null)
  const counts = new Set(
    [...names].flatMap((name) => {
      const { name: stem, processors } = split(name)
      return processors !== null && (!bare || names.has(stem)) ? [processors] : []
    }),
  )
  return (written) => {
    const parts = split(written)
    return parts.processors === null || counts.has(parts.processors) || names.size === 0
      ? parts
      : { name: written, processors: null }
  }
}

function split(written: string): Named {
  const match = /^(.+)-(\d+)$/.exec(written)
  return match === null
    ? { name: written, processors: null }
    : { name: match[1] ?? written, processors: Number(match[2]) }
}
