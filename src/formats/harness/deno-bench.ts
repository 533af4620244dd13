// deno bench, JSON and printed. Nanoseconds. Origins are absolute, so only the file's own name goes into names.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { joinName } from '../reading/name.ts'
import { anyRecord, at, figureSchema, listOf, optionalText, shaped, textOf } from '../reading/shape.ts'
import { durationOf } from '../reading/time.ts'

const documentation = 'https://docs.deno.com/runtime/reference/cli/bench/'

const FileSchema = v.looseObject({
  benches: v.array(
    v.looseObject({
      origin: optionalText,
      group: optionalText,
      name: v.string(),
      results: v.array(
        v.looseObject({
          ok: v.optional(v.nullable(v.record(v.string(), figureSchema))),
          failed: v.optional(v.nullable(anyRecord)),
        }),
      ),
    }),
  ),
})

export const denoBench: Format = {
  name: 'deno-bench',
  tool: 'deno',
  title: 'deno bench, JSON',
  produce: 'deno bench --json > bench.json',
  documentation,
  detect: (source) =>
    listOf(at(source.json(), 'benches')).length > 0 || /^Deno\//.test(String(at(source.json(), 'runtime'))),
  parse(source) {
    const collect = collector()
    for (const { origin, group, name, results } of shaped(source, FileSchema).benches) {
      const benchmark = joinName(origin?.split(/[\\/]/).at(-1), group, name)
      if (results.length === 0)
        collect.fail({ benchmark, code: 'skipped', reason: 'deno bench gave no result for it.' })
      for (const { ok, failed } of results)
        if (ok) {
          const { avg: mean, n, min, max, p75, p99, p995, p999 } = ok
          collect.summary(wall(benchmark, 1e-9), {
            mean,
            n,
            min,
            max,
            quantiles: { p75, p99, 'p99.5': p995, 'p99.9': p999 },
          })
        } else {
          const said = textOf(at(failed, 'message')) ?? 'it gave no message'
          collect.fail({ benchmark, code: 'threw', reason: `The benchmark failed: ${said}` })
        }
    }
    return collect.result()
  },
}

const heading = /^\|?\s*benchmark\s+\|?\s+time(?:\/iter)? \(avg\)\s+\|?\s+iter\/s\s/
const time = '([\\d.,]+ ?[nµμum]?s)'
const row = new RegExp(
  `^\\|?\\s*(\\S.*?)\\s+(?:\\|\\s+)?${time}(?:/iter)?\\s+(?:\\|\\s+)?[\\d.,]+\\s+(?:\\|\\s+)?\\(\\s*${time} …\\s+${time}\\)`,
)
const failed = /^\|?\s*(\S.*?)\s+(?:\|\s+)?error: (.*?)\s*$/

export const denoBenchText: Format = {
  name: 'deno-bench-text',
  tool: 'deno',
  title: 'deno bench, printed',
  produce: 'deno bench',
  documentation,
  detect: (source) => source.lines().some((line) => heading.test(line)),
  parse(source) {
    const collect = collector()
    let file = ''
    let group = ''
    for (const line of source.lines()) {
      const origin = /^file:\/\/\S*?([^/\s]+)\s*$/.exec(line)
      if (origin !== null) {
        file = origin[1] ?? ''
        group = ''
      }
      group = /^group (.+?)\s*$/.exec(line)?.[1] ?? (line.startsWith('summary') ? '' : group)
      const found = row.exec(line)
      const broken = failed.exec(line)
      if (found !== null) {
        const [, name, mean = '', min = '', max = ''] = found
        collect.summary(wall(joinName(file, group, name)), {
          mean: durationOf(mean),
          min: durationOf(min),
          max: durationOf(max),
        })
      } else if (broken !== null && !/^error$/.test(broken[1] ?? '') && !line.startsWith('error:'))
        collect.fail({
          benchmark: joinName(file, group, broken[1]),
          code: 'threw',
          reason: `The benchmark failed: ${broken[2]}`,
        })
    }
    return collect.result()
  },
}
