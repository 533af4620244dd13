// A differential flame graph as a still drawing: callers above, callees below, as wide as head spends time there; red
// where a function itself takes longer than on base, green where it takes less.
import type { Explanation, FlameBox } from '../../../model/explanation.ts'
import { amount, amounts } from '../../amounts.ts'
import { placeWords } from '../../explanations.ts'
import { clip, harmless } from '../../foreign.ts'
import { element, type Markup } from '../../xml.ts'

const width = 1200
const line = 18
/** Of an average character, at the size that the style sets. */
const character = 6.4
const deepest = 40

interface Placed {
  readonly box: FlameBox
  readonly depth: number
  readonly x: number
  readonly width: number
  /** Change of the function itself at this place. */
  readonly change: number
}

/** `null` when there is nothing to draw. */
export function flameGraph(explanation: Explanation): Markup | null {
  const placed = place(explanation.flame)
  if (placed.length === 0) return null
  const strongest = Math.max(...placed.map(({ change }) => Math.abs(change)))
  const height = (Math.max(...placed.map(({ depth }) => depth)) + 1) * line
  return element(
    'svg',
    {
      class: 'flame',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': `Flame graph of ${harmless(explanation.benchmark)}: head, coloured by what changed since base`,
    },
    placed.map((each) => drawn(each, strongest, explanation.unit)),
  )
}

/** Where each box lies: children side by side below their parent, widths in proportion to head. */
function place(boxes: readonly FlameBox[]): Placed[] {
  const roots = boxes.filter(({ parent }) => parent < 0)
  const whole = roots.reduce((sum, { head }) => sum + head, 0)
  const scale = width / whole
  if (!(whole > 0) || !Number.isFinite(scale)) return []
  const inside = boxes.map((box) => box.head - box.base)
  for (const box of boxes) {
    const change = inside[box.parent]
    if (change !== undefined) inside[box.parent] = change - (box.head - box.base)
  }
  const depths: number[] = []
  const starts: number[] = []
  /** Where the next child of each box begins. */
  const next: number[] = []
  let nextRoot = 0
  return boxes.flatMap((box, index) => {
    // A saved report may have been written by anybody: a parent that comes later is none.
    const parent = box.parent >= 0 && box.parent < index ? box.parent : -1
    const start = parent === -1 ? nextRoot : (next[parent] ?? 0)
    const size = Math.max(0, box.head) * scale
    if (parent === -1) nextRoot = start + size
    else next[parent] = start + size
    depths[index] = parent === -1 ? 0 : (depths[parent] ?? 0) + 1
    starts[index] = start
    next[index] = start
    const depth = depths[index] ?? 0
    if (size < 0.5 || depth >= deepest) return []
    return [{ box, depth, x: start, width: size, change: inside[index] ?? 0 }]
  })
}

const rounded = (value: number) => Math.round(value * 10) / 10

function drawn({ box, depth, x, width: size, change }: Placed, strongest: number, unit: string): Markup {
  const strength = strongest === 0 ? 0 : Math.abs(change) / strongest
  const tone = strength < 0.02 ? 'same' : change > 0 ? 'grew' : 'shrank'
  // Names stay readable on the strongest colour.
  const opacity = tone === 'same' ? undefined : rounded(0.2 + 0.5 * strength)
  const name = harmless(box.function)
  const room = Math.floor((size - 6) / character)
  const { range } = amounts(box.base, box.head, unit)
  const by = `${change < 0 ? '−' : '+'}${amount(Math.abs(change), unit)}`
  const about = [`${name} ${placeWords(box)}`.trim(), `with callees ${range}`, `itself ${by}`].join('\n')
  const y = depth * line
  return element('g', {}, [
    element('title', {}, [about]),
    element('rect', {
      class: tone,
      x: rounded(x),
      y,
      width: rounded(Math.max(0.5, size - 0.5)),
      height: line - 1,
      'fill-opacity': opacity,
    }),
    ...(room < 3 ? [] : [element('text', { x: rounded(x + 3), y: y + 13 }, [clip(name, room)])]),
  ])
}
