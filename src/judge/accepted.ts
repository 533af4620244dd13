// What people have accepted: a row that would stop the change becomes "accepted", with the reason beside it, as long as
// it is no worse than what was agreed.
import { type Acceptance, matchesAcceptance } from '../model/acceptance.ts'
import type { Judged } from '../model/verdict.ts'

/** A row as it is, or accepted, or with the remark that it went beyond what is. */
export function acceptedRow(row: Judged, accepted: readonly Acceptance[]): Judged {
  if (row.verdict !== 'regression' && row.verdict !== 'over-limit') return row
  if (row.outcome !== 'fail' && row.outcome !== 'warn') return row
  const matching = accepted.filter((acceptance) => matchesAcceptance(acceptance, row))
  const harm = harmOf(row)
  const enough = matching.find(({ upTo }) => upTo === undefined || (harm !== null && harm <= upTo))
  if (enough !== undefined) {
    const { by, reason, until } = enough
    const words = `Accepted by ${by}${until === undefined ? '' : ` until ${until}`}: ${reason.replace(/[.\s]+$/, '')}.`
    return { ...row, verdict: 'accepted', outcome: 'pass', reason: `${words} ${row.reason}`.trim() }
  }
  return {
    ...row,
    notices: [
      ...row.notices,
      ...matching.map(({ upTo = 0, by, where }) => ({
        code: 'beyond-acceptance',
        message: `More than the ${Number((upTo * 100).toPrecision(6))} % that ${by} has accepted.`,
        ...(where === undefined ? {} : { where }),
      })),
    ],
  }
}

/** The relative change for the worse; `null` when a side is missing. */
function harmOf({ ratio, better }: Judged): number | null {
  if (ratio === null) return null
  return better === 'lower' ? ratio - 1 : 1 - ratio
}
