// A step that reports what a hostile benchmark printed and is called; run by the fake runner.
import { annotate, setOutputs } from '../../../../src/adapters/github/commands.ts'
import { githubLog } from '../../../../src/adapters/github/log.ts'
import { appendSummary } from '../../../../src/adapters/github/summary.ts'
import { hostile } from './hostile-texts.ts'

const log = githubLog((event) => ('message' in event ? event.message : null))
for (const text of hostile) {
  log.progress({ kind: 'note', message: text })
  log.info(text)
  log.warning(text)
  log.error(text)
}
for (const [index, text] of hostile.entries()) {
  setOutputs(process.env, { [`hostile-${index}`]: text })
  await appendSummary(process.env, text)
}
annotate([
  { level: 'notice', title: 'a notice', message: 'n' },
  { level: 'error', title: 'a::b,c=d', message: hostile.join('\n'), file: 'a,b.yml', line: 3 },
  ...Array.from(
    { length: 12 },
    (_, index) => ({ level: 'warning', title: `w${index}`, message: 'm' }) as const,
  ),
])
