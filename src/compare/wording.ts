// Reasons and notices in plain words: which word is worse for which metric, and percentages short enough to read.
import type { Better, Unit } from '../model/unit.ts'

export interface Words {
  readonly worse: string
  readonly better: string
}

/** `slower` and `faster` for times, `larger` and `smaller` for sizes, else `higher` and `lower`. */
export function wordsFor(unit: Unit, better: Better): Words {
  if (better === 'higher') return { worse: 'lower', better: 'higher' }
  if (unit === 's') return { worse: 'slower', better: 'faster' }
  if (unit === 'B') return { worse: 'larger', better: 'smaller' }
  return { worse: 'higher', better: 'lower' }
}

/** 0.0721 → `7.2 %`; the sign is the caller's. */
export function percent(ratio: number): string {
  const amount = Math.abs(ratio) * 100
  return `${amount >= 100 ? Math.round(amount) : Number(amount.toPrecision(2))} %`
}

/** `1 pair`, `2 pairs`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `0.93` as a change in the metric's words: `7 % faster`; `not different` for exactly 1. */
export function changeInWords(ratio: number, unit: Unit, better: Better): string {
  const words = wordsFor(unit, better)
  if (ratio === 1) return 'not different'
  const isWorse = better === 'lower' ? ratio > 1 : ratio < 1
  return `${percent(ratio - 1)} ${isWorse ? words.worse : words.better}`
}
