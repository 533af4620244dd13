// The section behind a regression's sentence: the functions that grew and shrank.
import type { Explanation } from '../../model/explanation.ts'
import {
  constructorCells,
  constructorColumns,
  constructorTitle,
  explanationCells,
  explanationColumns,
  explanationTitle,
} from '../explanations.ts'
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
      const section = (title: string, content: string) =>
        style.unfolded ? [`#### ${text(title)}`, content] : [fold(title, content)]
      const name = nameOf(explanation)
      return [
        ...section(explanationTitle(explanation, name), body),
        ...objectTable(explanation, lines).flatMap((content) => section(constructorTitle(name), content)),
      ]
    })
}

/** None where no constructor grew. */
function objectTable(explanation: Explanation, lines: number): string[] {
  const rows = constructorCells(explanation, lines)
  if (rows.length === 0) return []
  const columns = constructorColumns.map((title, index) => ({
    title,
    align: index === 0 ? ('left' as const) : ('right' as const),
  }))
  const cells = rows.map((row) =>
    constructorColumns.map((column) =>
      column === 'constructor' ? code(row[column].replaceAll('|', '¦')) : unbroken(text(row[column])),
    ),
  )
  return [table(columns, cells)]
}
