// Each explained regression on the page: the functions in a table, and the flame graph.
import type { Explanation } from '../../../model/explanation.ts'
import { explanationCells, explanationColumns, explanationTitle } from '../../explanations.ts'
import { nameOf } from '../../words.ts'
import { element, joined, type Markup } from '../../xml.ts'
import { flameGraph } from './flame.ts'

const linesShown = 25

export function explanationBlocks(explanations: readonly Explanation[]): Markup[] {
  return explanations.flatMap((explanation) => {
    const graph = flameGraph(explanation)
    const heading = element('h2', {}, [explanationTitle(explanation, nameOf(explanation))])
    const legend = element('p', { class: 'quiet' }, [
      'As wide as head spends time there; red took longer than on base, green less. Hold the pointer over a box for figures.',
    ])
    return [heading, functionTable(explanation), ...(graph === null ? [] : [legend, graph])]
  })
}

function functionTable(explanation: Explanation): Markup {
  const head = element('tr', {}, [
    ...explanationColumns.map((title, index) =>
      element('th', { scope: 'col', class: index < 2 ? undefined : 'number' }, [title]),
    ),
  ])
  const body = explanationCells(explanation, linesShown).map((cells) =>
    element(
      'tr',
      {},
      explanationColumns.map((column, index) =>
        element('td', { class: index < 2 ? 'place' : 'number' }, [
          index === 0 ? element('code', {}, [cells[column]]) : cells[column],
        ]),
      ),
    ),
  )
  const table = element('table', { class: 'functions' }, [
    element('thead', {}, [head]),
    '\n',
    element('tbody', {}, [joined(body, '\n')]),
  ])
  return element('div', { class: 'rows' }, [table])
}
