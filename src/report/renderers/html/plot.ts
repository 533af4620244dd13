// Change and interval of one row as a small drawing: where it lies, how sure that is, and where its budget ends. All
// rows of a page share one scale, so that bars can be compared by eye.
import type { Comparison } from '../../../model/comparison.ts'
import type { Judged } from '../../../model/verdict.ts'
import type { Tone } from '../../icons.ts'
import { change, interval, writtenPercent } from '../../numbers.ts'
import { element, type Markup } from '../../xml.ts'

type Row = Judged | Comparison

const width = 196
const height = 24
const middle = height / 2
/** Half of the drawing, without the room for arrows at its ends. */
const reach = width / 2 - 10

/** Largest change that the scale shows, as a share: 0.1 is from −10 % to +10 %. */
export interface PlotScale {
  readonly most: number
  readonly tick: number
}

/** A budget of nothing at all still needs a drawing. */
const narrowest = 0.001
/** As far out as a label fits, so that it keeps clear of the one in the middle. */
const outermost = 0.92
const ticks = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]

/** A scale on which budgets are well inside; one row that is far off must not flatten all others, so it gets an arrow. */
export function scaleOf(rows: readonly Row[]): PlotScale {
  const budgets = rows.flatMap((row) => ('terms' in row && row.terms.gating ? [row.terms.regression] : []))
  const budget = budgets.length === 0 ? 0.05 : Math.max(...budgets)
  const extents = rows.flatMap((row) => {
    const ends = row.interval ?? (row.ratio === null ? [] : [row.ratio])
    return ends.map((ratio) => Math.abs(ratio - 1))
  })
  const needed = Math.max(0, ...extents) * 1.1
  const most = Math.max(narrowest, Math.min(Math.max(needed, budget * 1.5), budget * 4))
  const tick = ticks.findLast((each) => each <= most * outermost) ?? most
  return { most, tick }
}

function position(share: number, { most }: PlotScale): number {
  return width / 2 + (Math.max(-most, Math.min(most, share)) / most) * reach
}

const rounded = (value: number) => Math.round(value * 10) / 10

function line(x: number, className: string, inset = 0): Markup {
  const at = rounded(x)
  return element('line', { x1: at, x2: at, y1: inset, y2: height - inset, class: className })
}

function arrow(share: number, scale: PlotScale): Markup[] {
  if (Math.abs(share) <= scale.most) return []
  const tip = share > 0 ? width - 1 : 1
  const back = share > 0 ? tip - 7 : tip + 7
  return [element('path', { d: `M${tip} ${middle}L${back} ${middle - 5}V${middle + 5}Z` })]
}

/** The area beyond the budget, on the side where this metric gets worse. */
function beyondBudget(row: Row, scale: PlotScale): Markup[] {
  if (!('terms' in row) || !row.terms.gating) return []
  const { regression } = row.terms
  const edge = position(row.better === 'lower' ? regression : -regression, scale)
  const area = row.better === 'lower' ? { x: edge, width: width - edge } : { x: 0, width: edge }
  return [
    element('rect', {
      x: rounded(area.x),
      y: 0,
      width: rounded(Math.max(0, area.width)),
      height,
      class: 'beyond',
    }),
    line(edge, 'budget'),
  ]
}

/** `null` for a row without a change to draw. */
export function plot(row: Row, tone: Tone, scale: PlotScale): Markup | null {
  if (row.ratio === null) return null
  const share = row.ratio - 1
  const [low, high] = row.interval ?? [row.ratio, row.ratio]
  const from = position(low - 1, scale)
  const to = position(high - 1, scale)
  const bar = element('rect', {
    x: rounded(from),
    y: middle - 4,
    width: rounded(Math.max(1, to - from)),
    height: 8,
    rx: 4,
    class: 'could-be',
  })
  const dot = { cx: rounded(position(share, scale)), cy: middle, r: 4, class: 'estimate' }
  return element(
    'svg',
    {
      class: `plot ${tone}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': described(row),
    },
    [
      ...beyondBudget(row, scale),
      line(width / 2, 'zero'),
      ...(row.interval === null ? [] : [bar]),
      ...(Math.abs(share) > scale.most ? [] : [element('circle', dot)]),
      ...arrow(high - 1, scale),
      ...arrow(low - 1, scale),
    ],
  )
}

function described(row: Row): string {
  const could = row.interval === null ? '' : `, could be ${interval(row.interval)}`
  const budget = 'terms' in row && row.terms.gating ? `, budget ${writtenPercent(row.terms.regression)}` : ''
  return `change ${change(row.ratio)}${could}${budget}`
}

/** The scale itself, to stand above the drawings. */
export function axis(scale: PlotScale): Markup {
  const labels = [-scale.tick, 0, scale.tick].map((share) =>
    element('text', { x: rounded(position(share, scale)), y: 11, 'text-anchor': 'middle' }, [
      change(1 + share).replace(/\.0+(?= %)/, ''),
    ]),
  )
  return element(
    'svg',
    { class: 'axis', viewBox: `0 0 ${width} 14`, width, height: 14, role: 'presentation' },
    labels,
  )
}
