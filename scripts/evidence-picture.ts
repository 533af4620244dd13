// Draws docs/evidence.svg: evidence growing pair by pair, from one recorded metric of bench/decisions, once unchanged and
// once with 5 % more work in the head. Run it with `node scripts/evidence-picture.ts` after the rule or the recording
// changes; a test compares the file with what this makes.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readRecording } from '../bench/decisions/recording.ts'
import { drawPairs, type Slowdown } from '../bench/decisions/resample.ts'
import { evidenceOf } from '../src/stats/evidence.ts'
import { createRandom, fork } from '../src/stats/random.ts'

const metrics = 12
const alpha = 0.01
const beta = 0.05
const regression = 0.05
const ignoreBelow = 0.01
const workload = 'map'
const pairs = 18

const width = 760
const left = 64
const right = 736
const dots = { top: 56, bottom: 176, most: 0.16 }
const curves = { top: 222, bottom: 442, lowest: -2, highest: 4 }

const x = (pair: number) => left + ((pair - 0.5) / pairs) * (right - left)
const yOfDifference = (difference: number) => {
  const shown = Math.max(-dots.most, Math.min(dots.most, difference))
  return dots.bottom - ((shown + dots.most) / (2 * dots.most)) * (dots.bottom - dots.top)
}
const yOfEvidence = (evidence: number) => {
  const decades = Math.max(curves.lowest, Math.min(curves.highest, Math.log10(evidence)))
  const share = (decades - curves.lowest) / (curves.highest - curves.lowest)
  return curves.bottom - share * (curves.bottom - curves.top)
}
const fixed = (value: number) => value.toFixed(1)

/** The picture as SVG text. */
export function evidencePicture(recordingPath: string): string {
  const recording = readRecording(recordingPath)
  const differences = (slowdown: Slowdown) => {
    const random = createRandom(fork(1, `${workload}/${slowdown}`))
    const drawn = drawPairs(recording, { start: 0, length: pairs }, workload, slowdown, random) ?? []
    return drawn.map(({ base, head }) => Math.log(head.cpu.median / base.cpu.median))
  }
  const slowed = differences(5)
  const unchanged = differences(0)
  const isSlower = { delta: Math.log1p(ignoreBelow), side: 1 } as const
  const isNotMuchSlower = { delta: Math.log1p(regression), side: -1 } as const
  const caught = decided(evidenceOf(slowed, isSlower).values, metrics / alpha)
  const cleared = decided(evidenceOf(unchanged, isNotMuchSlower).values, 1 / beta)
  const neverSlower = evidenceOf(unchanged, isSlower).values.slice(0, cleared.length)

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 492" width="${width}" height="492" role="img" aria-label="Evidence growing pair by pair">`,
    '<style>',
    'svg{--ink:#1f2328;--faint:#8c959f;--red:#cf222e;--green:#1a7f37;background:none}',
    '@media(prefers-color-scheme:dark){svg{--ink:#e6edf3;--faint:#7d8590;--red:#ff7b72;--green:#56d364}}',
    'text{font:12px system-ui,sans-serif;fill:var(--ink)}.faint{fill:var(--faint)}.title{font-weight:600;font-size:13px}',
    '.red{stroke:var(--red)}.green{stroke:var(--green)}.grey{stroke:var(--faint)}path,line{fill:none;stroke-width:2}',
    '.axis{stroke:var(--faint);stroke-width:1}.limit{stroke-width:1;stroke-dasharray:5 4}.end{text-anchor:end}.mid{text-anchor:middle}',
    'circle{stroke-width:1.5}.red-dot{fill:var(--red)}.green-dot{fill:none}',
    '</style>',
    `<text class="title" x="${left}" y="24">Each pair: how much longer head took than base</text>`,
    ...dotsPanel(slowed, unchanged),
    `<text class="title" x="${left}" y="206">The evidence that they make, pair by pair</text>`,
    ...curvesPanel(caught, cleared, neverSlower),
    `<text class="faint mid" x="${(left + right) / 2}" y="482">pairs of one recorded benchmark (${workload}); ${metrics} metrics share alpha ${alpha * 100} %</text>`,
    '</svg>',
    '',
  ].join('\n')
}

/** Up to the pair that reaches the threshold: there the measuring stops. */
function decided(values: readonly number[], threshold: number): readonly number[] {
  const at = values.findIndex((value) => value >= threshold)
  return at < 0 ? values : values.slice(0, at + 1)
}

function dotsPanel(slowed: readonly number[], unchanged: readonly number[]): string[] {
  const circles = (differences: readonly number[], shift: number, style: string) =>
    differences.map(
      (difference, index) =>
        `<circle class="${style}" cx="${fixed(x(index + 1) + shift)}" cy="${fixed(yOfDifference(difference))}" r="4"/>`,
    )
  return [
    ...[-0.1, 0, 0.1].flatMap((level) => [
      `<line class="axis" x1="${left}" x2="${right}" y1="${fixed(yOfDifference(level))}" y2="${fixed(yOfDifference(level))}" opacity="${level === 0 ? 1 : 0.3}"/>`,
      `<text class="faint end" x="${left - 8}" y="${fixed(yOfDifference(level) + 4)}">${level > 0 ? '+' : level < 0 ? '−' : ''}${Math.abs(level * 100)} %</text>`,
    ]),
    ...circles(unchanged, -4, 'green green-dot'),
    ...circles(slowed, 4, 'red red-dot'),
    `<circle class="red red-dot" cx="${left + 380}" cy="20" r="4"/><text x="${left + 390}" y="24">5 % more work in head</text>`,
    `<circle class="green green-dot" cx="${left + 550}" cy="20" r="4"/><text x="${left + 560}" y="24">nothing changed</text>`,
  ]
}

function curvesPanel(
  caught: readonly number[],
  cleared: readonly number[],
  neverSlower: readonly number[],
): string[] {
  const curve = (values: readonly number[], style: string) => {
    const points = [1, ...values].map(
      (value, pair) => `${fixed(pair === 0 ? left : x(pair))} ${fixed(yOfEvidence(value))}`,
    )
    return `<path class="${style}" d="M${points.join('L')}"/>`
  }
  const limit = (value: number, style: string, label: string, end: boolean) => [
    `<line class="limit ${style}" x1="${left}" x2="${right}" y1="${fixed(yOfEvidence(value))}" y2="${fixed(yOfEvidence(value))}"/>`,
    `<text${end ? ' class="end"' : ''} x="${end ? right : left + 10}" y="${fixed(yOfEvidence(value) - 6)}">${label}</text>`,
  ]
  const mark = (values: readonly number[], style: string, dot: string) =>
    `<circle class="${style} ${dot}" cx="${fixed(x(values.length))}" cy="${fixed(yOfEvidence(values.at(-1) ?? 1))}" r="5"/>`
  return [
    ...[-2, -1, 0, 1, 2, 3, 4].map(
      (decade) =>
        `<text class="faint end" x="${left - 8}" y="${fixed(yOfEvidence(10 ** decade) + 4)}">${decade < 0 ? `1/${10 ** -decade}` : 10 ** decade}</text>`,
    ),
    `<line class="axis" x1="${left}" x2="${left}" y1="${curves.top}" y2="${curves.bottom}"/>`,
    `<line class="axis" x1="${left}" x2="${right}" y1="${fixed(yOfEvidence(1))}" y2="${fixed(yOfEvidence(1))}" opacity="0.3"/>`,
    ...limit(metrics / alpha, 'red', `regression: ${metrics / alpha} = ${metrics} metrics / ${alpha}`, false),
    ...limit(1 / beta, 'green', `no change: ${1 / beta} = 1 / ${beta}`, true),
    curve(neverSlower, 'grey'),
    curve(cleared, 'green'),
    curve(caught, 'red'),
    mark(cleared, 'green', 'green-dot'),
    mark(caught, 'red', 'red-dot'),
    `<text x="${fixed(x(cleared.length) + 24)}" y="${fixed(yOfEvidence(3))}">“not 5 % slower”, nothing changed: settled by ${cleared.length} pairs</text>`,
    `<text class="end" x="${fixed(x(caught.length - 4))}" y="${fixed(yOfEvidence(420))}">“slower”, 5 % more work: shown by ${caught.length} pairs</text>`,
    `<text class="faint" x="${fixed(x(neverSlower.length) + 10)}" y="${fixed(yOfEvidence(neverSlower.at(-1) ?? 1) + 4)}">“slower”, nothing changed: never gets there</text>`,
    ...Array.from({ length: pairs }, (_, index) => index + 1)
      .filter((pair) => pair === 1 || pair % 3 === 0)
      .map(
        (pair) => `<text class="faint mid" x="${fixed(x(pair))}" y="${curves.bottom + 18}">${pair}</text>`,
      ),
  ]
}

export const recordingPath = fileURLToPath(new URL('../bench/decisions/data/own.jsonl.gz', import.meta.url))
export const picturePath = fileURLToPath(new URL('../docs/evidence.svg', import.meta.url))

if (import.meta.main) writeFileSync(picturePath, evidencePicture(recordingPath))
