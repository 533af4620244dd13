// gungraun --output-format=json: one summary per line, mixed with what cargo prints and with other tools' lines.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { joinName, withParameters } from '../reading/name.ts'
import { anyRecord, at, isRecord, listOf, optionalText } from '../reading/shape.ts'
import type { Source } from '../reading/source.ts'
import { collectCount } from './iai-rows.ts'

const SummarySchema = v.looseObject({
  module_path: v.string(),
  id: optionalText,
  profiles: v.array(anyRecord),
})

export const gungraunJson: Format = {
  name: 'gungraun-json',
  tool: 'gungraun',
  title: 'gungraun, JSON',
  produce: 'cargo bench -- --output-format=json',
  documentation: 'https://gungraun.github.io/gungraun/latest/html/cli_and_env/output.html',
  detect: (source) => source.text.includes('"module_path"') && summaries(source).length > 0,
  parse(source) {
    const collect = collector()
    for (const { module_path: path, id, profiles } of summaries(source)) {
      const benchmark = withParameters(path, { id })
      for (const profile of profiles) {
        const tool = String(profile.tool ?? '')
        const kinds = at(profile, 'summaries', 'total', 'summary')
        for (const metrics of isRecord(kinds) ? Object.values(kinds) : [])
          for (const [label, metric] of Object.entries(isRecord(metrics) ? metrics : {})) {
            const value = newValue(at(metric, 'metrics'))
            const named = /callgrind/i.test(tool)
              ? spaced(label)
              : joinName(tool.toLowerCase(), spaced(label)).replace('/', ' ')
            if (value !== undefined) collectCount(collect, benchmark, named, value)
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

function summaries(source: Source): v.InferOutput<typeof SummarySchema>[] {
  return source.jsonLines().flatMap(({ value }) => (v.is(SummarySchema, value) ? [value] : []))
}

/** The new run stands left, or in both; `Right` alone is the old one. */
function newValue(metrics: unknown): unknown {
  const left = at(metrics, 'Left') ?? at(metrics, 'Both', 0) ?? at(metrics, 'Both', 'new')
  return at(left, 'Int') ?? at(left, 'Float')
}

/** `EstimatedCycles` → `Estimated Cycles`; `D1mr` stays. */
function spaced(label: string): string {
  return label === 'Ir' ? 'Instructions' : label.replace(/([a-z])([A-Z])/g, '$1 $2')
}
