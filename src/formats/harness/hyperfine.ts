// hyperfine --export-json. Each run of a command is a process of its own, so each is one trial.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { cpu, memory, wall } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { anyRecord, at, figureSchema, listOf, shaped } from '../reading/shape.ts'

const ResultSchema = v.looseObject({
  command: v.string(),
  mean: figureSchema,
  stddev: figureSchema,
  median: figureSchema,
  user: figureSchema,
  system: figureSchema,
  min: figureSchema,
  max: figureSchema,
  times: v.optional(v.nullable(v.array(figureSchema))),
  exit_codes: v.optional(v.nullable(v.array(v.nullable(v.number())))),
  memory_usage_byte: v.optional(v.nullable(v.array(figureSchema))),
  parameters: v.optional(v.nullable(anyRecord)),
})
type Result = v.InferOutput<typeof ResultSchema>

export const hyperfine: Format = {
  name: 'hyperfine',
  tool: 'hyperfine',
  title: 'hyperfine, JSON',
  produce: 'hyperfine --export-json FILE COMMAND…',
  documentation: 'https://github.com/sharkdp/hyperfine#export-results',
  detect: (source) =>
    listOf(at(source.json(), 'results')).some(
      (one) =>
        typeof at(one, 'command') === 'string' &&
        at(one, 'user') !== undefined &&
        at(one, 'system') !== undefined,
    ),
  parse(source) {
    const collect = collector()
    for (const result of shaped(source, v.looseObject({ results: v.array(ResultSchema) })).results) {
      const benchmark = withParameters(result.command, result.parameters)
      const failed = failedRuns(result)
      if (failed !== null) collect.fail({ benchmark, code: 'exit-code', reason: failed })
      readTimes(collect, benchmark, result)
      const processor = (figure(result.user) ?? 0) + (figure(result.system) ?? 0)
      // Zero is below the kernel's resolution, not an answer.
      if (processor > 0 && failed === null)
        collect.summary(cpu(benchmark), { mean: processor, n: result.times?.length })
      for (const [run, bytes] of (result.memory_usage_byte ?? []).entries())
        if (figure(bytes) !== 0) collect.sample(memory(benchmark), bytes, run)
    }
    return collect.result()
  },
}

/** `-i` goes on after a failure; what failed is often quicker, so its times are not used. */
function failedRuns({ exit_codes: codes }: Result): string | null {
  const failed = (codes ?? []).filter((code) => code !== 0)
  if (failed.length === 0) return null
  const kinds = [...new Set(failed.map((code) => (code === null ? 'a signal' : `exit code ${code}`)))]
  return `${failed.length} of ${codes?.length} runs ended with ${kinds.join(', ')}.`
}

function readTimes(collect: Collector, benchmark: string, result: Result): void {
  const { times, exit_codes: codes } = result
  if (!times || times.length === 0) {
    const { mean, stddev, median, min, max } = result
    collect.summary(wall(benchmark), { mean, standardDeviation: stddev, median, min, max })
    return
  }
  const good = times.filter((_, run) => (codes?.[run] ?? (codes ? null : 0)) === 0)
  const zeros = good.filter((time) => figure(time) === 0).length
  if (zeros === 0 || zeros === good.length) {
    for (const [run, time] of good.entries()) collect.sample(wall(benchmark), time, run)
    return
  }
  // hyperfine takes the start of the shell away; what remains of a quick command can be nothing.
  collect.note({
    code: 'below-resolution',
    message: `${zeros} of ${good.length} runs took no longer than starting a shell.`,
    where: benchmark,
    fix: 'Run hyperfine with --shell=none, or measure more work per run.',
  })
  const { mean, stddev, median, min, max } = result
  collect.summary(wall(benchmark), { mean, standardDeviation: stddev, n: good.length, median, min, max })
}
