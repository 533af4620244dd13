// gungraun --output-format=json or pretty-json: summaries on a line each or over many, mixed with what cargo prints and
// with other tools' JSON.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { type FoundObject, objectsIn } from '../reading/json.ts'
import { anyRecord, at, isRecord, listOf, optionalText } from '../reading/shape.ts'
import { gungraunNames } from './gungraun-names.ts'
import { collectCount } from './iai-rows.ts'

const SummarySchema = v.looseObject({
  module_path: v.string(),
  id: optionalText,
  details: optionalText,
  profiles: v.array(anyRecord),
})

export const gungraunJson: Format = {
  name: 'gungraun-json',
  tool: 'gungraun',
  title: 'gungraun, JSON',
  produce: 'cargo bench -- --output-format=json',
  documentation: 'https://gungraun.github.io/gungraun/latest/html/cli_and_env/output.html',
  detect: (source) => source.text.includes('"module_path"') && summaries(objectsIn(source.text)).length > 0,
  parse(source) {
    const collect = collector()
    const objects = objectsIn(source.text)
    for (const { line } of objects.filter(({ value }) => value === undefined))
      collect.fail({
        benchmark: 'gungraun',
        code: 'cut-off',
        reason: `The object that begins at line ${line} was cut off; what it measured is lost.`,
      })
    const runs = summaries(objects).map(({ module_path: path, id, details, profiles }) => ({
      run: { path, id, arguments: details },
      profiles,
    }))
    const named = gungraunNames(runs.map((one) => one.run))
    for (const { run, profiles } of runs) {
      const benchmark = named(run)
      for (const profile of profiles) {
        const tool = String(profile.tool ?? '')
        const kinds = at(profile, 'summaries', 'total', 'summary')
        for (const metrics of isRecord(kinds) ? Object.values(kinds) : [])
          for (const [name, metric] of Object.entries(isRecord(metrics) ? metrics : {})) {
            const value = newValue(at(metric, 'metrics'))
            const label = /callgrind/i.test(tool) ? spaced(name) : `${tool} ${spaced(name)}`
            if (value !== undefined) collectCount(collect, benchmark, label, value)
          }
        for (const regression of listOf(at(profile, 'summaries', 'total', 'regressions')))
          collect.fail({
            benchmark,
            code: 'limit-exceeded',
            reason: `gungraun's own limit was exceeded: ${JSON.stringify(regression)}`,
          })
      }
    }
    return collect.result()
  },
}

function summaries(objects: readonly FoundObject[]): v.InferOutput<typeof SummarySchema>[] {
  return objects.flatMap(({ value }) => (v.is(SummarySchema, value) ? [value] : []))
}

/** The new run stands left, or in both; `Right` alone is the old one. */
function newValue(metrics: unknown): unknown {
  const left = at(metrics, 'Left') ?? at(metrics, 'Both', 0) ?? at(metrics, 'Both', 'new')
  return at(left, 'Int') ?? at(left, 'Float')
}

/** As its text output says it: `EstimatedCycles` → `Estimated Cycles`, `AtTGmaxBytes` → `At t-gmax Bytes`; `D1mr` stays. */
function spaced(label: string): string {
  if (label === 'Ir') return 'Instructions'
  return label.replace(/([a-z\d]|\bLL)(?=[A-Z])/g, '$1 ').replace(/\bT(Gmax|End)\b/, 't-$1')
}
