// Collects what trials say and turns it into the two Runs, at any moment: what was measured so far is always a Run.
import type { Evidence } from '../model/evidence.ts'
import type { Failure } from '../model/failure.ts'
import type { Notice } from '../model/notice.ts'
import type { Observation, Void } from '../model/observation.ts'
import type { Profile } from '../model/profile.ts'
import { emptyRun, type Run, type Runs } from '../model/run.ts'
import { type Series, seriesKey } from '../model/series.ts'
import { type Side, sides } from '../model/side.ts'
import { type Occasion, observationsOf } from './earlier.ts'

export interface Recorder {
  observe(side: Side, occasion: Occasion, observations: readonly Observation[]): void
  fail(side: Side, failure: Failure): void
  profile(side: Side, profile: Profile): void
  /** Adds to what an entry of the suite has taken, both sides together. */
  spend(entry: string, seconds: number): void
  /** Said once, however often it is seen. */
  notice(side: Side, notice: Notice): void
  runs(): Runs
}

interface Collected {
  readonly first: Observation
  readonly trials: { readonly occasion: Occasion; readonly value: Observation['value'] }[]
}

interface Sheet {
  readonly series: Map<string, Collected>
  readonly failures: Failure[]
  readonly notices: Notice[]
  readonly profiles: Profile[]
}

/**
 * @param headers what each Run says of itself before anything is measured
 * @param earlier Runs of an earlier attempt: what they hold comes first
 */
export function recorder(headers: Readonly<Record<Side, Partial<Run>>>, earlier?: Runs): Recorder {
  const newSheet = (): Sheet => ({ series: new Map(), failures: [], notices: [], profiles: [] })
  const sheets: Readonly<Record<Side, Sheet>> = { base: newSheet(), head: newSheet() }
  const spent = new Map(Object.entries(earlier?.head.spent ?? {}))

  function add(sheet: Sheet, occasion: Occasion, observation: Observation): void {
    const key = seriesKey(observation)
    const collected = sheet.series.get(key)
    if (collected === undefined)
      sheet.series.set(key, { first: observation, trials: [{ occasion, value: observation.value }] })
    else if (collected.first.unit === observation.unit)
      collected.trials.push({ occasion, value: observation.value })
    else
      sheet.notices.push({
        code: 'unit-changed',
        where: `${observation.benchmark} ${observation.metric}`,
        message: `Round ${occasion.round} measured in "${observation.unit}", earlier ones in "${collected.first.unit}": that trial is left out.`,
      })
  }

  if (earlier !== undefined)
    for (const side of sides) {
      const sheet = sheets[side]
      for (const series of earlier[side].series)
        for (const { occasion, observation } of observationsOf(series)) add(sheet, occasion, observation)
      sheet.failures.push(...earlier[side].failures)
      sheet.notices.push(...earlier[side].notices)
    }

  const run = (side: Side): Run => {
    const { series, failures, notices, profiles } = sheets[side]
    return emptyRun({
      ...headers[side],
      series: [...series.values()].map(seriesOf),
      failures: [...failures],
      notices: [...notices],
      profiles: [...profiles],
      ...(side === 'head' && spent.size > 0 ? { spent: Object.fromEntries(spent) } : {}),
    })
  }

  return {
    observe(side, occasion, observations) {
      for (const observation of observations) add(sheets[side], occasion, observation)
    },
    fail: (side, failure) => void sheets[side].failures.push(failure),
    spend: (entry, seconds) =>
      void spent.set(entry, Math.round(1000 * ((spent.get(entry) ?? 0) + seconds)) / 1000),
    profile: (side, profile) => void sheets[side].profiles.push(profile),
    notice(side, notice) {
      const { notices } = sheets[side]
      const same = ({ code, where, message }: Notice) =>
        code === notice.code && where === notice.where && message === notice.message
      if (!notices.some(same)) notices.push(notice)
    },
    runs: () => Object.fromEntries(sides.map((side) => [side, run(side)])) as Record<Side, Run>,
  }
}

function seriesOf({ first, trials }: Collected): Series {
  const { benchmark, metric, unit, better, statistic } = first
  return {
    benchmark,
    metric,
    unit,
    better,
    ...(statistic === undefined ? {} : { statistic }),
    evidence: evidenceOf(trials),
  }
}

const voidOf = ({ void: why }: Void) => (why === undefined ? {} : { void: why })

/** A value that is the same in every trial is exact; one that was said to be exact and is not, is not. */
function evidenceOf(trials: Collected['trials']): Evidence {
  const exact = trials.flatMap(({ value }) => (value.kind === 'exact' ? [value.value] : []))
  const [value] = exact
  if (value !== undefined && exact.length === trials.length && exact.every((each) => each === value))
    return { kind: 'exact', value }
  const rounds = trials.flatMap(({ occasion, value: each }) =>
    each.kind === 'histogram' ? [{ ...occasion, ...voidOf(each), histogram: each.histogram }] : [],
  )
  if (rounds.length > 0) return { kind: 'histogram', rounds }
  return {
    kind: 'trials',
    trials: trials.flatMap(({ occasion, value: each }) => {
      if (each.kind === 'samples') return [{ ...occasion, ...voidOf(each), samples: [...each.samples] }]
      return each.kind === 'exact' ? [{ ...occasion, samples: [each.value] }] : []
    }),
  }
}
