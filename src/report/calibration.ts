// A calibration in words: one table of what every statistic costs, what is wrong, and what to write into the suite.
import type { Calibration, MetricCalibration, Pace, StatisticNoise } from '../model/calibration.ts'
import type { Notice } from '../model/notice.ts'
import type { Benchmark } from '../model/suite/index.ts'
import { calibrationSnippet } from './calibration-snippet.ts'
import { harmless } from './foreign.ts'
import { counted, decimal, none, percent, writtenPercent } from './numbers.ts'
import { type Paint, painted, unpainted, wrapped } from './terminal-text.ts'
import { pad, widthOf } from './width.ts'

export interface CalibrationView {
  readonly calibration: Calibration
  readonly benchmarks: readonly Benchmark[]
  /** What concerns the measurement as a whole. */
  readonly notices: readonly Notice[]
  readonly color?: boolean
  readonly width?: number | undefined
}

const titles = [
  'benchmark',
  'metric',
  'statistic',
  'noise',
  'sd',
  'clears in',
  'finds it in',
  'smallest',
] as const
const firstNumber = 3

export function describeCalibration(view: CalibrationView): string {
  const { calibration, benchmarks, notices } = view
  const paint = view.color === true ? painted : unpainted
  const width = view.width ?? Number.POSITIVE_INFINITY
  const snippet = calibrationSnippet(calibration, benchmarks)
  const all = [...notices, ...calibration.metrics.flatMap((metric) => metric.notices)]
  const blocks = [
    table(calibration.metrics, paint),
    legend(calibration).map((line) => wrapped(paint('dim', line), width)),
    ...all.map((notice) => [wrapped(`${paint('caution', '!')} ${sentenceOf(notice)}`, width)]),
    snippet === null
      ? ['Nothing to change in the suite.']
      : [paint('bold', 'For the suite:'), '', ...snippet.split('\n')],
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function sentenceOf({ where, message, fix }: Notice): string {
  const said = [message, fix].filter((part) => part !== undefined).join(' ')
  return harmless(where === undefined ? said : `${where}: ${said}`)
}

function legend({ suite, seed, alpha, family, maxPairs, metrics }: Calibration): string[] {
  const pairs = Math.max(0, ...metrics.map((metric) => metric.pairs))
  return [
    `${harmless(suite)}: base against base, ${counted(pairs, 'pair')}, seed ${seed}. ${counted(family, 'metric')} ${family === 1 ? 'has' : 'share'} alpha ${alpha}; at most ${counted(maxPairs, 'pair')}.`,
    'noise: what pairs of one program usually differ by (1.4826 · MAD of log ratios); sd: their standard deviation. clears in, finds it in: pairs until an unchanged program is cleared, and until a slowdown as large as the declared "regression" is found, on average; behind it how often, where that is not always. smallest: the smallest slowdown that is found in 9 of 10 measurements when "regression" asks for it. *: in use; →: better here.',
  ]
}

function table(metrics: readonly MetricCalibration[], paint: Paint): string[] {
  const rows = metrics.flatMap(rowsOf)
  if (rows.length === 0) return ['No metric was measured on both sides.']
  const widths = titles.map((title, column) =>
    Math.max(widthOf(title), ...rows.map((cells) => widthOf(cells[column] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => pad(cell, widths[column] ?? 0, column < firstNumber ? 'left' : 'right'))
      .join('  ')
      .trimEnd()
  return [paint('dim', line(titles)), ...rows.map(line)]
}

function rowsOf(metric: MetricCalibration): string[][] {
  const { benchmark, statistics, exact, inUse, recommended, smallest, terms } = metric
  const name = [harmless(benchmark), harmless(metric.metric)]
  if (exact) return [[...name, 'exact', ...Array.from({ length: 4 }, () => none), none]]
  if (statistics.length === 0) return [[...name, `${inUse} *`, ...Array.from({ length: 5 }, () => none)]]
  return statistics.map((each, index) => {
    const { statistic, noise, deviation, toClear, toCatch } = each
    const mark = statistic === recommended && statistic !== inUse ? ' →' : statistic === inUse ? ' *' : ''
    return [
      ...(index === 0 ? name : ['', '']),
      `${statistic}${mark}`,
      percent(noise),
      percent(deviation),
      pace(toClear),
      `${pace(toCatch)} (${writtenPercent(terms.regression)})`,
      isMain(each, metric) ? percent(smallest) : '',
    ]
  })
}

/** The row that says what can be found: with the statistic that is recommended. */
function isMain({ statistic }: StatisticNoise, { recommended }: MetricCalibration): boolean {
  return statistic === recommended
}

function pace({ pairs, share }: Pace): string {
  const shown = decimal(pairs, { maximumFractionDigits: pairs < 10 ? 1 : 0 })
  return share >= 0.995 ? shown : `${shown}, ${decimal(share * 100, { maximumFractionDigits: 0 })} %`
}
