// The sections in words: verdict, findings, what failed, notices, how it was measured, what had to be left out.
import { tail } from '../foreign.ts'
import { headline, notAPass } from '../headline.ts'
import { outcomeSigns } from '../icons.ts'
import { codeBlock, fold, link, markdown, text } from '../markdown.ts'
import { count, counted } from '../numbers.ts'
import { list } from '../phrase.ts'
import { provenance, repetition } from '../provenance.ts'
import { nameOf } from '../words.ts'
import type { Section } from './section.ts'

export const title: Section = ({ report }) => [
  `### ${outcomeSigns[report.verdict].emoji} ${text(headline(report))}`,
  ...(report.verdict === 'not-compared' ? [markdown(notAPass)] : []),
]

/** Above everything else: whoever reviews must see it, also where all is green. */
export const edits: Section = ({ report: { edits = [] } }) =>
  edits.length === 0
    ? []
    : [
        `> ⚠️ **This change edits what it is judged by.** ${edits
          .slice(0, editsShown)
          .map((one) => text(one))
          .join(' ')}`,
      ]
const editsShown = 8

export const findings: Section = ({ findings }) => findings.map(markdown)

export const outputs: Section = ({ failures, kept, style }) =>
  failures.fatal
    .filter((failure) => failure.output !== undefined && kept.has(failure))
    .slice(0, style.outputs.most)
    .flatMap((failure) => [
      `The end of what ${text(nameOf(failure))} printed:`,
      codeBlock(tail(failure.output ?? '', style.outputs.lines, style.outputs.characters)),
    ])

export const notices: Section = ({ report, notices, style }) => {
  const items = notices.map((phrase) => `- ${markdown(phrase)}`)
  // A pass is one line: its remarks can wait.
  const inSight = report.verdict === 'pass' && !style.unfolded ? 0 : style.notices
  const rest = items.slice(inSight, noticesShown)
  const unsaid = items.length - noticesShown
  if (unsaid > 0) rest.push(`- And ${count(unsaid)} more.`)
  const open = items.slice(0, inSight).join('\n')
  return [
    ...(open === '' ? [] : [open]),
    ...(rest.length === 0
      ? []
      : [fold(`${counted(items.length - inSight, inSight === 0 ? 'note' : 'more note')}`, rest.join('\n'))]),
  ]
}
const noticesShown = 30

export const howItWasMeasured: Section = ({ report, options, style }) => {
  const repeat = repetition(report, options)
  const phrases = [...provenance(report, options), ...(repeat.length === 0 ? [] : [repeat])]
  const paragraphs = phrases.map(markdown)
  if (style.unfolded) return ['#### How this was measured', ...paragraphs]
  return [fold('How this was measured', paragraphs.join('\n\n'))]
}

/** Says what had to go to stay within the host's limit, and where it is. */
export const leftOut: Section = ({ report, options, kept, failures }) => {
  const rows = [...report.comparisons, ...report.recorded]
  const dropped = report.comparisons.filter((row) => !kept.has(row))
  const missing = rows.filter((row) => !kept.has(row)).length
  const mute = failures.fatal.filter((failure) => failure.output !== undefined && !kept.has(failure)).length
  if (missing === 0 && mute === 0) return []
  const failing = dropped.filter(({ outcome }) => outcome === 'fail').length
  const what = [
    ...(missing === 0 ? [] : [`${count(missing)} of ${counted(rows.length, 'row')}`]),
    ...(mute === 0 ? [] : [`the output of ${counted(mute, 'failed benchmark')}`]),
  ]
  const worst = failing === 0 ? 'no failing row is among them' : `${count(failing)} of them failing`
  const { label, url } = options.fullReport ?? { label: 'report.json' }
  const where = url === undefined ? text(label) : link(label, url)
  return [`Shortened: ${list(what)} did not fit here (${worst}). The full report: ${where}.`]
}
