// What profiles of both sides say about a regression: the sentence that names the functions, and the table of them.
import type { Explanation, GrownFunction } from '../model/explanation.ts'
import type { Judged } from '../model/verdict.ts'
import { amount, amounts } from './amounts.ts'
import { isFiniteNumber, minus, none } from './numbers.ts'
import type { Phrase } from './phrase.ts'

/** Functions that a sentence names. */
const mostNamed = 3
/** A smaller share of the growth is not named. */
const leastShare = 0.1
/** Once this much is explained, further names say no more. */
const enough = 0.9

const growthOf = ({ base, head }: { readonly base: number; readonly head: number }) => head - base

/** `src/lexer.ts:88`; nothing for what has no source. */
export function placeWords({
  file,
  line,
}: {
  readonly file?: string | undefined
  readonly line?: number | undefined
}): string {
  if (file === undefined) return ''
  return line === undefined ? file : `${file}:${line}`
}

/** What profiles are of. Every other time holds waiting too, or is of a part. */
const profiled: ReadonlySet<string> = new Set(['cpu', 'wall'])

/**
 * `Most of it: tokenize src/lexer.ts:88 (+0.71 of +0.87 ms, 82 %).` Empty when the profiles show no such function.
 * @param row that became worse
 */
export function becauseOf(
  explanation: Explanation | undefined,
  row: Pick<Judged, 'metric' | 'unit' | 'base' | 'head'>,
): Phrase {
  if (explanation === undefined) return []
  const whole = growthOf(explanation.total)
  if (!isFiniteNumber(whole) || whole <= 0) return []
  if (explanation.kind === 'cpu' && row.unit === 's' && !profiled.has(row.metric)) {
    const grown = (row.head ?? 0) - (row.base ?? 0)
    if (whole < grown / 2)
      return [
        `Its CPU time grew by ${amount(whole, 's')} only, of ${amount(grown, 's')}: most of it is waiting.`,
      ]
    if (whole > 2 * grown) return []
  }
  const named: GrownFunction[] = []
  let explained = 0
  for (const each of explanation.functions) {
    const growth = growthOf(each.own)
    if (!each.certain || growth < leastShare * whole) continue
    if (named.length === mostNamed || explained >= enough * whole) break
    named.push(each)
    explained += growth
  }
  const objects = objectWords(explanation)
  if (named.length === 0) return objects
  const start = explained >= whole / 2 ? 'Most of it: ' : 'Part of it: '
  return [
    start,
    ...named.flatMap((each, index): Phrase => {
      const between = index === 0 ? '' : index === named.length - 1 ? ' and ' : ', '
      const growth = growthOf(each.own)
      const more = `+${amount(growth, explanation.unit)}`
      const size = index === 0 ? ofWhole(growth, whole, explanation.unit) : `${more}${share(growth, whole)}`
      return [between, ...functionWords(each), ` (${size})`]
    }),
    '.',
    ...(objects.length === 0 ? [] : [' ', ...objects]),
  ]
}

/** `More on the heap: 12,000 more \`Entry\` (+1.2 MB).` Empty when no constructor stands out. */
function objectWords({ constructors = [] }: Explanation): Phrase {
  const grown = constructors.filter(({ count }) => growthOf(count) > 0)
  const whole = constructors.reduce((sum, { bytes }) => sum + growthOf(bytes), 0)
  const named = grown.filter(({ bytes }) => growthOf(bytes) >= leastShare * whole).slice(0, mostNamed)
  if (named.length === 0) return []
  return [
    'On the heap: ',
    ...named.flatMap(({ name, count, bytes }, index): Phrase => {
      const between = index === 0 ? '' : index === named.length - 1 ? ' and ' : ', '
      const more = amount(growthOf(count), 'count')
      return [between, `${more} more `, { code: name }, ` (+${amount(growthOf(bytes), 'B')})`]
    }),
    '.',
  ]
}

function functionWords({ caller, ...each }: GrownFunction): Phrase {
  const place = placeWords(each)
  const by: Phrase =
    caller === undefined ? [] : [', called by ', { code: caller.function }, ` ${placeWords(caller)}`]
  return [{ code: each.function }, place === '' ? '' : ` ${place}`, ...by]
}

/** `, 82 %`; nothing where others became faster meanwhile: a share of what is left would mislead. */
function share(growth: number, whole: number): string {
  return growth > whole * 1.005 ? '' : `, ${Math.round((100 * growth) / whole)} %`
}

/** `+0.71 of +0.87 ms, 82 %`. */
function ofWhole(growth: number, whole: number, unit: string): string {
  // Others became faster meanwhile.
  if (growth > whole * 1.005) return `+${amount(growth, unit)}, +${amount(whole, unit)} in all`
  return `+${amounts(growth, whole, unit).range.replace(' → ', ' of +')}${share(growth, whole)}`
}

/** Signed change: `+0.71 ms`. */
function signed(change: number, unit: string): string {
  if (!isFiniteNumber(change)) return none
  return `${change > 0 ? '+' : change < 0 ? minus : ''}${amount(Math.abs(change), unit)}`
}

export const explanationColumns = ['function', 'where', 'base', 'head', 'change', 'with callees'] as const
export type ExplanationCells = Readonly<Record<(typeof explanationColumns)[number], string>>

/** One line per function, most grown first; at most `most` of them. `≈` is a change that chance could have made. */
export function explanationCells({ functions, unit }: Explanation, most: number): ExplanationCells[] {
  const shown =
    functions.length <= most ? functions : [...functions].sort(byChange).slice(0, most).sort(byGrowth)
  return shown.map((each) => {
    const { base, head } = amounts(each.own.base, each.own.head, unit)
    return {
      function: each.function,
      where: placeWords(each),
      base,
      head,
      change: `${each.certain ? '' : '≈ '}${signed(growthOf(each.own), unit)}`,
      'with callees': signed(growthOf(each.total), unit),
    }
  })
}

const byGrowth = (a: GrownFunction, b: GrownFunction) => growthOf(b.own) - growthOf(a.own)
const byChange = (a: GrownFunction, b: GrownFunction) => Math.abs(growthOf(b.own)) - Math.abs(growthOf(a.own))

export const constructorColumns = ['constructor', 'objects', 'base', 'head', 'change'] as const
export type ConstructorCells = Readonly<Record<(typeof constructorColumns)[number], string>>

/** One line per constructor whose objects take more, most grown first; at most `most` of them. */
export function constructorCells({ constructors = [] }: Explanation, most: number): ConstructorCells[] {
  return constructors.slice(0, most).map(({ name, count, bytes }) => {
    const { base, head } = amounts(bytes.base, bytes.head, 'B')
    const change = signed(growthOf(bytes), 'B')
    return { constructor: name, objects: amounts(count.base, count.head, 'count').range, base, head, change }
  })
}

/** `Objects of parse/large on the heap, by constructor`. */
export const constructorTitle = (name: string) =>
  `Objects of ${name} that stay on the heap, by constructor: those that take more than on base`

/** `Where the time of parse/large went, per iteration: 12.1 → 13.0 ms`. */
export function explanationTitle({ kind, total, unit, functions }: Explanation, name: string): string {
  const { range } = amounts(total.base, total.head, unit)
  const legend = functions.every(({ certain }) => certain) ? '' : '; ≈ may be chance'
  return `Where the ${kind === 'heap' ? 'memory' : 'time'} of ${name} went, per iteration: ${range} by profiles of both sides${legend}`
}
