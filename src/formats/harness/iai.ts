// iai: a name, then one line per count with the change since the last run.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { collectCount } from './iai-rows.ts'

const row = /^ {2}(\S[^:]*):\s+([\d,]+)(?:\s+\(.*\))?\s*$/

export const iai: Format = {
  name: 'iai',
  tool: 'iai',
  title: 'iai, printed',
  produce: 'cargo bench  (iai)',
  documentation: 'https://github.com/bheisler/iai',
  detect: (source) =>
    /^ {2}Instructions:\s+[\d,]+(?:\s+\([^|]*\))?[ \t]*$/m.test(source.text) &&
    /^ {2}L1 Accesses:/m.test(source.text),
  parse(source) {
    const collect = collector()
    let benchmark = ''
    for (const line of source.lines()) {
      const found = row.exec(line)
      if (found !== null) collectCount(collect, benchmark, found[1] ?? '', found[2])
      else if (/^\S/.test(line)) benchmark = line.trim()
    }
    return collect.result()
  },
}
