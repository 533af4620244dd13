// Progress as a small picture that is drawn anew with each pair: what is open, how far each decision is, the time left.
import type { Progress } from '../../model/progress.ts'
import { change, minutes, oneLine } from './progress-lines.ts'

type Pair = Extract<Progress, { kind: 'pair' }>

export interface Screen {
  /** Takes an event in; true when the picture changed. */
  observe(event: Progress): boolean
  /** At most `rows` lines of at most `columns` characters; empty when there is nothing to show. */
  draw(columns: number, rows: number): string[]
}

const barWidth = 10
const nameWidth = 32

/** `███████░░░` for 0.7. */
export function bar(progress: number): string {
  const share = Number.isFinite(progress) ? Math.min(1, Math.max(0, progress)) : 0
  const full = Math.floor(share * barWidth)
  return '█'.repeat(full) + '░'.repeat(barWidth - full)
}

const shorten = (text: string, width: number) =>
  text.length <= width ? text : `${text.slice(0, width - 1)}…`

type Load = Extract<Progress, { kind: 'load' }>

/** `checkout (head) 7 s: 199/s, p95 12.3 ms, 0.0 % failed` */
export function loadStatus({ benchmark, side, elapsed, rate, errors, p95 }: Load): string {
  const failed = `${(errors * 100).toFixed(1)} % failed`
  return `${oneLine(benchmark)} (${side}) ${elapsed.toFixed(0)} s: ${rate.toFixed(0)}/s, p95 ${(p95 * 1000).toFixed(1)} ms, ${failed}`
}

export function progressScreen(): Screen {
  let status = ''
  let latest: Pair | null = null
  const open = new Map<string, Pair>()

  const row = ({ benchmark, round, evidence }: Pair, name: number) => {
    const undecided = evidence.filter(({ state }) => state === 'undecided')
    // The metric that is furthest from a decision is the one that is waited for.
    const slowest = undecided.sort((a, b) => a.progress - b.progress)[0]
    const current = latest?.benchmark === benchmark ? '▸' : ' '
    const label = shorten(oneLine(benchmark), name).padEnd(name)
    const pair = `pair ${String(round + 1).padStart(2)}`
    const rest =
      slowest === undefined ? [] : [bar(slowest.progress), change(slowest.ratio), oneLine(slowest.metric)]
    return [current, label, pair, ...rest].join('  ')
  }

  return {
    observe(event) {
      switch (event.kind) {
        case 'setup':
          status = `setup ${event.side}: ${oneLine(event.command)}`
          return true
        case 'load':
          status = loadStatus(event)
          return true
        case 'calibrating':
          status = `calibrating ${oneLine(event.benchmark)}`
          return true
        case 'pair': {
          status = ''
          latest = event
          const settled =
            event.evidence.length > 0 && event.evidence.every(({ state }) => state !== 'undecided')
          // Removed and added again: the one measured longest ago comes first.
          open.delete(event.benchmark)
          if (!settled) open.set(event.benchmark, event)
          return true
        }
        case 'failed':
          return open.delete(event.benchmark)
        case 'note':
          return false
      }
    },
    draw(columns, rows) {
      const lines: string[] = []
      if (latest !== null) {
        const left = minutes(latest.maxTime - latest.elapsed)
        lines.push(`${latest.open} of ${latest.of} benchmarks open, at most ${left} left`)
      }
      if (status !== '') lines.push(status)
      const pairs = [...open.values()].sort((a, b) => (a.benchmark < b.benchmark ? -1 : 1))
      const room = Math.max(0, rows - lines.length)
      const shown = pairs.length > room ? pairs.slice(0, Math.max(0, room - 1)) : pairs
      const name = Math.min(nameWidth, Math.max(0, ...shown.map(({ benchmark }) => benchmark.length)))
      for (const pair of shown) lines.push(row(pair, name))
      if (shown.length < pairs.length) lines.push(`   and ${pairs.length - shown.length} more`)
      return lines.slice(0, rows).map((line) => shorten(line.trimEnd(), columns))
    },
  }
}
