// The section under the table that says what the figures show beside the verdict.
import { advicePhrases, adviceShown, adviceTitle } from '../advice.ts'
import { fold, markdown } from '../markdown.ts'
import type { Section } from './section.ts'

export const advice: Section = ({ report, style, kept }) => {
  const shown = report.advice.filter((each) => kept.has(each))
  if (shown.length === 0) return []
  const items = advicePhrases(shown, style.unfolded ? shown.length : adviceShown)
    .map((phrase) => `- ${markdown(phrase)}`)
    .join('\n')
  return style.unfolded ? ['#### Advice', items] : [fold(adviceTitle(shown), items)]
}
