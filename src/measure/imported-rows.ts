// What another tool reported in one run → observations of one trial. The tool's process is the unit: its repetitions are
// samples of this trial, and a summary, which kept none, is one value.
import type { Imported } from '../formats/index.ts'
import type { Failure } from '../model/failure.ts'
import type { Observation } from '../model/observation.ts'
import type { Series } from '../model/series.ts'
import type { Remarks } from './driver.ts'
import { merge } from './load/histogram.ts'

/** @param entry name of the benchmark in the suite: every row is called `entry/row` */
export function observeImported(entry: string, { series }: Imported): Observation[] {
  return series.flatMap((each) => observationsOf(each, `${entry}/${each.benchmark}`))
}

/** The rest of what it reported, under the same names. */
export function remarksOf(entry: string, { failures, notices }: Imported): Remarks {
  return {
    failures: failures.map(
      (failure): Failure => ({ ...failure, benchmark: `${entry}/${failure.benchmark}` }),
    ),
    notices: notices.map((notice) => ({
      ...notice,
      where: notice.where === undefined ? entry : `${entry}/${notice.where}`,
    })),
  }
}

function observationsOf({ evidence, ...series }: Series, benchmark: string): Observation[] {
  const { metric, unit, better, statistic } = series
  const about = { benchmark, metric, unit, better, ...(statistic === undefined ? {} : { statistic }) }
  switch (evidence.kind) {
    case 'trials':
      return [
        { ...about, value: { kind: 'samples', samples: evidence.trials.flatMap(({ samples }) => samples) } },
      ]
    case 'exact':
      return [{ ...about, value: { kind: 'exact', value: evidence.value } }]
    case 'histogram': {
      const histogram = merge(evidence.rounds.map((round) => round.histogram))
      return histogram === null ? [] : [{ ...about, value: { kind: 'histogram', histogram } }]
    }
    case 'summary': {
      const { mean, median, max, quantiles = {} } = evidence
      // Names as a histogram's cuts have them: one budget serves both.
      const cuts = { p50: median, ...quantiles, max }
      const named = Object.entries(cuts).map(([cut, value]) => [`${metric}.${cut}`, value] as const)
      return [[metric, mean ?? median] as const, ...named].flatMap(([name, value]): Observation[] =>
        value === undefined
          ? []
          : [{ benchmark, metric: name, unit, better, value: { kind: 'samples', samples: [value] } }],
      )
    }
  }
}
