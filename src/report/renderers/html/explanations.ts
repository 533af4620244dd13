// Each explained regression on the page: the functions in a table, and the flame graph.
import type { Explanation } from '../../../model/explanation.ts'
import {
  constructorCells,
  constructorColumns,
  constructorTitle,
  explanationCells,
  explanationColumns,
  explanationTitle,
} from '../../explanations.ts'
import { nameOf } from '../../words.ts'
import { element, joined, type Markup } from '../../xml.ts'
import { flameGraph } from './flame.ts'

const linesShown = 25

export function explanationBlocks(explanations: readonly Explanation[]): Markup[] {
  return explanations.flatMap((explanation) => {
    const graph = flameGraph(explanation)
    const heading = element('h2', {}, [explanationTitle(explanation, nameOf(explanation))])
    const legend = element('p', { class: 'quiet' }, [
      explanation.kind === 'heap'
        ? 'As wide as what head keeps there; red keeps more than on base, green less. Hold the pointer over a box for figures.'
        : 'As wide as head spends time there; red took longer than on base, green less. Hold the pointer over a box for figures.',
    ])
    return [
      heading,
      functionTable(explanation),
      ...objectBlocks(explanation),
      ...(graph === null ? [] : [legend, graph]),
    ]
  })
}

/** None where no constructor grew. */
function objectBlocks(explanation: Explanation): Markup[] {
  const rows = constructorCells(explanation, linesShown)
  if (rows.length === 0) return []
  const title = element('p', {}, [constructorTitle(nameOf(explanation))])
  const cells = rows.map((row) => constructorColumns.map((column) => row[column]))
  return [title, dataTable(constructorColumns, cells, 1)]
}

function functionTable(explanation: Explanation): Markup {
  const rows = explanationCells(explanation, linesShown)
  const cells = rows.map((row) => explanationColumns.map((column) => row[column]))
  return dataTable(explanationColumns, cells, 2)
}

/** @param places how many columns, the first ones, hold names and places; the others hold figures */
function dataTable(columns: readonly string[], rows: readonly (readonly string[])[], places: number): Markup {
  const head = columns.map((title, index) =>
    element('th', { scope: 'col', class: index < places ? undefined : 'number' }, [title]),
  )
  const body = rows.map((cells) =>
    element(
      'tr',
      {},
      cells.map((cell, index) =>
        element('td', { class: index < places ? 'place' : 'number' }, [
          index === 0 ? element('code', {}, [cell]) : cell,
        ]),
      ),
    ),
  )
  const table = element('table', { class: 'functions' }, [
    element('thead', {}, [element('tr', {}, head)]),
    '\n',
    element('tbody', {}, [joined(body, '\n')]),
  ])
  return element('div', { class: 'rows' }, [table])
}
