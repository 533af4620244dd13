// go test -json: the same lines cut into events, often in mid-line, and several packages in turn.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { anyRecord, at } from '../reading/shape.ts'
import { importGo } from './go-bench.ts'
import { goLines } from './go-bench-lines.ts'

const EventSchema = v.object({
  Action: v.string(),
  Package: v.optional(v.string()),
  Output: v.optional(v.string()),
})

export const goBenchJson: Format = {
  name: 'go-bench-json',
  tool: 'go',
  title: 'go test -bench -json',
  produce: "go test -json -run '^$' -bench . -benchmem -count 10 ./...",
  documentation: 'https://pkg.go.dev/cmd/test2json',
  detect(source) {
    if (!/"Action":\s*"/.test(source.head)) return false
    const events = source.jsonLines()
    return (
      events.some(({ value }) => at(value, 'Action') === 'output') &&
      events.some(
        ({ value }) =>
          v.is(anyRecord, value) && /^Benchmark|--- FAIL: Benchmark|^FAIL|^ok *\t/.test(String(value.Output)),
      )
    )
  },
  parse(source) {
    const texts = new Map<string, string>()
    for (const { value } of source.jsonLines()) {
      if (!v.is(EventSchema, value) || value.Output === undefined) continue
      const name = value.Package ?? ''
      texts.set(name, `${texts.get(name) ?? ''}${value.Output}`)
    }
    const lines = [...texts].flatMap(([name, text]) => {
      const known = name === '' || /^pkg: /m.test(text)
      return [...(known ? [] : [`pkg: ${name}`]), ...text.split('\n')]
    })
    return importGo(goLines(lines))
  },
}
