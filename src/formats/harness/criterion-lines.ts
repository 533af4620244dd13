// What Criterion.rs prints: `name  time: [low middle high]`, the name on a line of its own when it is long.
import type { Collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { figure } from '../reading/number.ts'
import { secondsIn } from '../reading/time.ts'

const amount = '([\\d.,]+|NaN|inf) ([pnµμum]?s|min|h)'
const timeLine = new RegExp(`^(.*?)\\s*time:\\s+\\[${amount} ${amount} ${amount}\\]`)
const collecting = /^(?:Benchmarking )?(.+?): Collecting (\d+) samples/
const warming = /^Benchmarking (.+?)(?:: (?:Warming up|Collecting|Analyzing).*)?$/
/** `Running benches/fib.rs (target/release/deps/fib-0123456789abcdef)`; older cargo prints the last path alone. */
const running = /^\s+Running (?:unittests )?(?:\S*\/)?([\w.-]+)/

export const isCriterionRow = (line: string): boolean => timeLine.test(line)

export function readCriterion(collect: Collector, lines: readonly string[]): void {
  const sizes = new Map<string, number>()
  let above = ''
  let open: string | null = null
  let target = 'cargo bench'
  for (const [index, line] of lines.entries()) {
    target = running.exec(line)?.[1] ?? target
    const size = collecting.exec(line)
    if (size !== null) sizes.set(size[1] ?? '', Number(size[2]))
    const found = timeLine.exec(line)
    if (found !== null) {
      const benchmark = (found[1] ?? '').trim() || above
      const [low, middle, high] = [2, 4, 6].map(
        (at) => (figure(found[at]) ?? Number.NaN) * (secondsIn(found[at + 1] ?? '') ?? 1),
      )
      const n = sizes.get(benchmark)
      // Half of a 95 % interval of the mean is 1.96 standard errors.
      const deviation = n === undefined ? undefined : (((high ?? 0) - (low ?? 0)) / 2 / 1.96) * Math.sqrt(n)
      collect.summary(wall(benchmark), { mean: middle, standardDeviation: deviation, n })
      open = null
    } else {
      open = warming.exec(line)?.[1] ?? open
      if (/^thread '.*' (?:\(\d+\) )?panicked at /.test(line)) {
        // Since Rust 1.73 the message stands on the line below the place.
        const reason = line.endsWith(':') ? `${line} ${lines[index + 1] ?? ''}`.trim() : line
        collect.fail({ benchmark: open ?? target, code: 'panicked', reason })
        open = null
      }
      if (/^\S/.test(line)) above = line.trim()
    }
  }
  if (open !== null)
    collect.fail({
      benchmark: open,
      code: 'not-completed',
      reason: 'Criterion began it and printed no time for it.',
    })
}
