// The cells of a run as rows: in total, by scenario, by step, and by stage.
import type { LoadSpec } from '../../model/suite/index.ts'
import { whatItMeans } from './failure-words.ts'
import { merge } from './histogram.ts'
import type { Cell, LoadResult } from './protocol.ts'

export interface Row {
  /** Below the benchmark's name; empty for the total. */
  readonly name: string
  readonly requests: number
  readonly succeeded: number
  readonly timeouts: number
  readonly limited: number
  readonly received: number
  readonly sent: number
  readonly errors: Readonly<Record<string, number>>
  readonly response: string | null
  readonly service: string | null
  /** Seconds it covers. */
  readonly duration: number
}

/** The total first. Rows that would repeat another one are left out. */
export function rowsOf(result: LoadResult, work: LoadSpec['work']): readonly Row[] {
  const { cells, duration, stages } = result
  const rows = [rowOf('', cells, duration)]
  const scenarios = work.kind === 'scenarios' ? work.scenarios : []
  for (const [index, scenario] of scenarios.entries()) {
    const mine = cells.filter((cell) => cell.scenario === index)
    const prefix = scenarios.length > 1 ? scenario.name : ''
    if (scenarios.length > 1) rows.push(rowOf(prefix, mine, duration))
    if (scenario.requests.length === 1) continue
    for (const [step, request] of scenario.requests.entries()) {
      const name = request.name ?? `step-${step + 1}`
      const ofStep = mine.filter((cell) => cell.step === step)
      rows.push(rowOf(prefix === '' ? name : `${prefix}/${name}`, ofStep, duration))
    }
  }
  if (stages.length > 1)
    for (const [index, length] of stages.entries()) {
      const ofStage = cells.filter((cell) => cell.stage === index)
      rows.push(rowOf(`stage-${index + 1}`, ofStage, length))
    }
  return rows
}

function rowOf(name: string, cells: readonly Cell[], duration: number): Row {
  const sum = (value: (cell: Cell) => number) => cells.reduce((total, cell) => total + value(cell), 0)
  return {
    name,
    requests: sum((cell) => cell.requests),
    succeeded: sum((cell) => cell.succeeded),
    timeouts: sum((cell) => cell.timeouts),
    limited: sum((cell) => cell.limited),
    received: sum((cell) => cell.received),
    sent: sum((cell) => cell.sent),
    errors: sumErrors(cells),
    response: merge(cells.flatMap(({ response }) => response ?? [])),
    service: merge(cells.flatMap(({ service }) => service ?? [])),
    duration,
  }
}

export function sumErrors(cells: readonly Pick<Cell, 'errors'>[]): Record<string, number> {
  const errors = new Map<string, number>()
  for (const cell of cells)
    for (const [kind, count] of Object.entries(cell.errors)) errors.set(kind, (errors.get(kind) ?? 0) + count)
  return Object.fromEntries([...errors].sort(([, a], [, b]) => b - a))
}

/** `12 × status-500, 3 × timeout (no answer ended within "timeout")` */
export function describeErrors(errors: Readonly<Record<string, number>>): string {
  return Object.entries(errors)
    .map(([kind, count]) => {
      const meaning = whatItMeans(kind)
      return `${count} × ${kind}${meaning === null ? '' : ` (${meaning})`}`
    })
    .join(', ')
}
