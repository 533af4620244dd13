// The section behind a regression's sentence: the functions that grew and shrank.
import { explanationCells, explanationColumns, explanationTitle } from '../explanations.ts'
import { code, fold, table, text, unbroken } from '../markdown.ts'
import { nameOf } from '../words.ts'
import type { Section } from './section.ts'

const folded = { most: 3, lines: 10 }
const unfolded = { most: 10, lines: 25 }

export const explanations: Section = ({ report, style, kept }) => {
  const { most, lines } = style.unfolded ? unfolded : folded
  return report.explanations
    .filter((each) => kept.has(each))
    .slice(0, most)
    .flatMap((explanation) => {
      const rows = explanationCells(explanation, lines)
      if (rows.length === 0) return []
      const columns = explanationColumns.map((title, index) => ({
        title,
        align: index < 2 ? ('left' as const) : ('right' as const),
      }))
      const body = table(
        columns,
        rows.map((cells) =>
          explanationColumns.map((column) => {
            if (column === 'function') return code(cells[column].replaceAll('|', '¦'))
            return column === 'where' ? text(cells[column]) : unbroken(text(cells[column]))
          }),
        ),
      )
      const title = explanationTitle(explanation, nameOf(explanation))
      return style.unfolded ? [`#### ${text(title)}`, body] : [fold(title, body)]
    })
}
