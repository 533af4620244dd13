// Base units only. Formatting for people happens in report/, parsing of what people write in suite/quantity.ts.
import * as v from 'valibot'

/** Seconds, bytes, counts, dimensionless ratios, and their rates. Imported tools may bring any other word. */
export const baseUnits = ['s', 'B', 'count', 'ratio', '/s', 'B/s'] as const
export type BaseUnit = (typeof baseUnits)[number]

export const UnitSchema = v.string()
export type Unit = string

export const BetterSchema = v.picklist(['lower', 'higher'])
export type Better = v.InferOutput<typeof BetterSchema>
