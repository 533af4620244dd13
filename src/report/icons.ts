// One sign per verdict. Signs repeat what words say beside them; nothing is said by a sign or a colour alone.
import type { Comparison } from '../model/comparison.ts'
import type { Judged, Outcome, RowVerdict } from '../model/verdict.ts'

export type Tone = 'bad' | 'caution' | 'good' | 'calm'

export interface Sign {
  readonly emoji: string
  /** For terminals: one column wide everywhere. */
  readonly mark: string
  readonly tone: Tone
}

const failing: Sign = { emoji: '❌', mark: '✗', tone: 'bad' }
/** Worse, and nobody asked. */
const noted: Sign = { emoji: '🔸', mark: '~', tone: 'calm' }
const warning: Sign = { emoji: '⚠️', mark: '!', tone: 'caution' }

const signs = {
  regression: failing,
  'over-limit': failing,
  failed: failing,
  gone: { emoji: '➖', mark: '-', tone: 'caution' },
  inconclusive: { emoji: '❔', mark: '?', tone: 'caution' },
  accepted: { emoji: '☑️', mark: '=', tone: 'calm' },
  improvement: { emoji: '🟢', mark: '+', tone: 'good' },
  'no-change': { emoji: '✅', mark: '✓', tone: 'calm' },
  new: { emoji: '🆕', mark: '*', tone: 'calm' },
} as const satisfies Record<RowVerdict, Sign>

export function signOf(row: Judged | Comparison): Sign {
  return signFor(row.verdict, 'outcome' in row ? row.outcome : 'shown')
}

/** The tone of a sentence about a row or a benchmark. */
export function findingTone({ verdict, outcome }: Pick<Judged, 'verdict' | 'outcome'>): Tone {
  return signFor(verdict, outcome).tone
}

function signFor(verdict: RowVerdict, outcome: Judged['outcome']): Sign {
  const sign = signs[verdict]
  if (outcome === 'fail') return failing
  if (sign.tone !== 'bad') return sign
  return outcome === 'warn' ? warning : noted
}

export const outcomeSigns = {
  pass: { emoji: '✅', mark: '✓', tone: 'good' },
  warn: warning,
  fail: failing,
  'not-compared': { emoji: '⚠️', mark: '!', tone: 'bad' },
} as const satisfies Record<Outcome, Sign>
