// What is wrong with a metric that was measured against itself, and what to do about it.
import type { MetricCalibration } from '../model/calibration.ts'
import type { Notice } from '../model/notice.ts'
import type { Series } from '../model/series.ts'
import type { Benchmark } from '../model/suite/index.ts'
import { confidenceSequence } from '../stats/confidence-sequence.ts'
import { scalesOf } from '../stats/evidence.ts'
import { hodgesLehmann } from '../stats/hodges-lehmann.ts'
import { effectOf } from './effect.ts'
import { whereOf } from './oddities.ts'
import { trialValue } from './value.ts'
import { counted, percent } from './wording.ts'

/** Above this, pairs say little and cost many. */
export const noisy = 0.03
/** Share of pairs without any difference that only a coarse clock makes. */
const tied = 1 / 3

type Metric = Omit<MetricCalibration, 'notices'>

/** What a metric was judged by. */
export interface Grounds {
  readonly base: Series
  readonly head: Series
  /** Log ratios of the pairs, in the statistic in use. */
  readonly effects: readonly number[]
  /** What was said while it was measured. */
  readonly notices: readonly Notice[]
  /** The entry it belongs to. */
  readonly benchmark: Benchmark | undefined
  /** How often each end of an interval may be wrong. */
  readonly miss: number
}

export function calibrationNotices(metric: Metric, grounds: Grounds): Notice[] {
  if (metric.exact) return []
  const where = whereOf(metric)
  if (metric.statistics.length === 0)
    return [
      {
        code: 'few-pairs',
        where,
        message: `${counted(grounds.effects.length, 'usable pair')}: too few to say anything.`,
        fix: 'Give it more time: `--max-time`.',
      },
    ]
  return [
    // What is only shown may be noisy: the table says so.
    ...(metric.terms.gating ? noiseNotices(metric, grounds, where) : []),
    ...biasNotices(metric, where),
    ...lengthNotices(metric, grounds, where),
    ...clockNotices(metric, grounds),
  ]
}

function noiseNotices(metric: Metric, { benchmark, head }: Grounds, where: string): Notice[] {
  const { inUse, recommended, statistics } = metric
  const used = statistics.find(({ statistic }) => statistic === inUse)
  if (used === undefined || used.noise <= noisy) return []
  const other = recommended === inUse ? undefined : statistics.find((each) => each.statistic === recommended)
  const isTask = benchmark?.kind === 'task'
  const advice = [
    ...(metric.metric === 'wall' ? ['gate `cpu` instead, if the work is computing'] : []),
    isTask ? 'make trials longer (`trial-time`)' : 'make trials longer (`iterations`)',
    ...(isTask && benchmark.trials === 'plain'
      ? ['let both processes take turns (`trials: ping-pong`)']
      : []),
    ...(other === undefined ? [] : [`take the ${recommended}, whose noise is ${percent(other.noise)}`]),
    ...(head.unit === 's' ? ['count instructions, which hardly vary (`metrics: [instructions]`)'] : []),
  ]
  return [
    {
      code: 'noisy-metric',
      where,
      message: `Pairs of one and the same program differ by ${percent(used.noise)}: above ${percent(noisy)} they say little.`,
      fix: `What helps, in this order: ${advice.join('; ')}.`,
    },
  ]
}

function biasNotices({ bias, terms }: Metric, where: string): Notice[] {
  if (bias === null) return []
  const [low, high] = bias.interval
  const least = low > 0 ? low : high < 0 ? -high : 0
  if (least === 0) return []
  const harmless = Math.abs(bias.change) < terms.ignoreBelow
  const side = bias.change > 0 ? 'Head' : 'Base'
  return [
    {
      code: 'same-program-differs',
      where,
      message: `${side} is ${percent(bias.change)} worse although both are the same program: where a checkout lies, or what it holds beside the code, changes its cost.`,
      fix: harmless
        ? `That is less than \`ignore-below\` (${percent(terms.ignoreBelow)}), which is there to absorb it.`
        : `Raise \`ignore-below\` above ${percent(bias.change)} in the budget of this metric.`,
    },
  ]
}

/** A trial is long enough when twice as many iterations would not have said anything else. */
function lengthNotices(
  { inUse, terms }: Metric,
  { base, head, effects, miss }: Grounds,
  where: string,
): Notice[] {
  const ties = effects.filter((effect) => effect === 0).length
  if (ties >= tied * effects.length)
    return [
      {
        code: 'coarse-clock',
        where,
        message: `${ties} of ${effects.length} pairs show no difference at all: a trial is too short for the clock that times it.`,
        fix: 'Make trials longer: `trial-time` of a task, `iterations` of a command.',
      },
    ]
  const shifts = [base, head].flatMap((series) => shiftsOf(series, inUse))
  const ends = confidenceSequence(shifts, scalesOf(shifts), miss)
  if (ends === null) return []
  const shift = Math.expm1(hodgesLehmann(shifts))
  const settled = (ends.low <= 0 && ends.high >= 0) || Math.abs(shift) < terms.ignoreBelow
  if (settled) return []
  return [
    {
      code: 'short-trials',
      where,
      message: `The ${inUse} of a whole trial is ${percent(shift)} ${shift < 0 ? 'below' : 'above'} that of its first half: with more iterations it would say something else again.`,
      fix: 'Raise `warm-up` and `trial-time` (or `iterations`) until the two agree.',
    },
  ]
}

/** ln of the value of whole trials over that of their first halves. */
function shiftsOf(series: Series, statistic: Series['statistic']): number[] {
  if (series.evidence.kind !== 'trials') return []
  return series.evidence.trials.flatMap(({ samples }) => {
    if (samples.length < 4) return []
    const whole = trialValue(samples, { ...series, statistic })
    const half = trialValue(samples.slice(0, samples.length >> 1), { ...series, statistic })
    if (whole.value === undefined || half.value === undefined) return []
    return effectOf(half.value, whole.value, 'lower') ?? []
  })
}

/** What the driver saw while it fixed the length of a trial. */
function clockNotices({ metric, benchmark }: Metric, { notices }: Grounds): Notice[] {
  if (metric !== 'cpu') return []
  const codes = new Set(['short-samples', 'few-samples', 'cost-coarse'])
  return notices.filter(({ code, where }) => codes.has(code) && (where ?? benchmark) === benchmark)
}
