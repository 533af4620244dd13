// gungraun and iai-callgrind as printed: `module::group::function id:args`, which may run over lines, then
// `  Label:   new|old  (change)`.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { type GungraunRun, gungraunNames, gungraunRun } from './gungraun-names.ts'
import { collectCount } from './iai-rows.ts'

const row = /^ {2}([A-Z][\w +&()/.%-]*):\s+([\d,.]+|N\/A)\s*\|\s*([\d,.]+|N\/A)?(?:\s+\(.*)?\s*$/
const opening = /^[\w-]+(?:::[\w<>-]+)+(?:\s+\S.*)?$/
const tool = /^ {2}(?:=======|-------) (\S+)/

export const gungraun: Format = {
  name: 'gungraun',
  tool: 'gungraun',
  title: 'gungraun or iai-callgrind, printed',
  produce: 'cargo bench  (gungraun)',
  documentation: 'https://gungraun.github.io/gungraun/latest/html/index.html',
  detect: (source) =>
    source.lines().some((line) => row.test(line)) && source.lines().some((line) => opening.test(line)),
  parse(source) {
    const rows: { run: GungraunRun; label: string; value: string | undefined }[] = []
    let name: string[] = []
    let prefix = ''
    let counted = true
    for (const line of source.lines()) {
      const found = row.exec(line)
      const section = tool.exec(line)?.[1]
      if (section !== undefined) prefix = /callgrind/i.test(section) ? '' : `${section} `
      else if (found !== null) {
        counted = true
        if (found[2] !== 'N/A' && name.length > 0)
          rows.push({ run: gungraunRun(name.join(' ')), label: `${prefix}${found[1]}`, value: found[2] })
      } else if (opening.test(line)) {
        name = [line.trim()]
        prefix = ''
        counted = false
      } else if (/^\S/.test(line) && !counted && name.length > 0) name.push(line.trim())
    }
    const collect = collector()
    const named = gungraunNames(rows.map((one) => one.run))
    for (const { run, label, value } of rows) collectCount(collect, named(run), label, value)
    return collect.result()
  },
}
