// Progress as plain lines, for logs: one per decision, and at most one per lap over the benchmarks and half a minute.
import type { Progress } from '../../model/progress.ts'
import type { Evidence } from '../../model/stop-rule.ts'

/** `+7.2 %`; three digits at most matter while it measures. */
export function change(ratio: number | null): string {
  if (ratio === null || !Number.isFinite(ratio)) return '?'
  const percent = (ratio - 1) * 100
  const digits = Math.abs(percent) < 99.95 ? 1 : 0
  const text = Math.abs(percent).toFixed(digits)
  const sign = Number(text) === 0 ? '±' : percent < 0 ? '−' : '+'
  return `${sign}${text} %`
}

/** `1:05` of seconds. */
export function minutes(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** What untrusted programs print, or are called, can steer neither a terminal nor a runner that reads the log. */
export function harmless(text: string): string {
  return (
    text
      // Control characters but tab and newline; a carriage return hides what stands before it.
      .replace(/\r\n?/g, '\n')
      .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (c) => (c === '\n' || c === '\t' ? c : ''))
      // GitHub's runner obeys `::command::` at the start of a line and `##[command]` anywhere.
      .replace(/^(\s*)::/gm, '$1: :')
      .replaceAll('##[', '# #[')
  )
}

/** Harmless, and on one line. */
export function oneLine(text: string): string {
  return harmless(text).replace(/\s*[\n\t]\s*/g, ' ')
}

export function decision(benchmark: string, { metric, state, pairs, ratio }: Evidence): string {
  const what = state === 'no-change' ? 'no change' : state
  return `${oneLine(benchmark)} ${oneLine(metric)}: ${what}, ${change(ratio)} after ${pairs} pairs`
}

/** Remembers what was decided; hands on each decision once. */
export function decisions(): (event: Extract<Progress, { kind: 'pair' }>) => string[] {
  const told = new Set<string>()
  return ({ benchmark, evidence }) =>
    evidence.flatMap((found) => {
      const key = `${benchmark}\n${found.metric}`
      if (found.state === 'undecided' || told.has(key)) return []
      told.add(key)
      return [decision(benchmark, found)]
    })
}

/** Seconds between two lines about the same thing: still measuring. */
const quiet = 30

/** Event → the lines it is worth; remembers what was said. */
export function progressLines(): (event: Progress) => string[] {
  const newDecisions = decisions()
  let lap = -1
  let last = Number.NEGATIVE_INFINITY
  return (event) => {
    switch (event.kind) {
      case 'setup':
        return [`setup ${event.side}: ${oneLine(event.command)}`]
      case 'load':
        // Too much for a log: a terminal shows it.
        return []
      case 'calibrating':
        return [`calibrating ${oneLine(event.benchmark)}`]
      case 'failed':
        return [`failed: ${oneLine(event.benchmark)} (${event.side}): ${oneLine(event.reason)}`]
      case 'note':
        return [oneLine(event.message)]
      case 'pair': {
        const lines = newDecisions(event)
        const { round, open, of, elapsed, maxTime } = event
        if (round > lap && elapsed - last >= quiet) {
          lines.push(
            `pair ${round + 1}: ${open} of ${of} benchmarks open, ${minutes(elapsed)} of at most ${minutes(maxTime)}`,
          )
          last = elapsed
        }
        lap = Math.max(lap, round)
        return lines
      }
    }
  }
}
