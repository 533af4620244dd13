// Counters of Artillery: a virtual user that met nothing but 404 counts as completed there, so errors are counted here.
import { figure } from '../reading/number.ts'

export interface ArtilleryCounts {
  readonly requests: number
  readonly errors: number
  readonly complaint?: string
}

export function artilleryCounts(counters: Readonly<Record<string, unknown>>): ArtilleryCounts {
  const entries = Object.entries(counters).map(([name, value]) => [name, figure(value) ?? 0] as const)
  const sum = (wanted: RegExp) =>
    entries.reduce((total, [name, value]) => (wanted.test(name) ? total + value : total), 0)
  const errors = entries.find(([name, value]) => name.startsWith('errors.') && value > 0)
  return {
    requests:
      figure(counters['http.requests']) ??
      sum(/^(?:socketio|websocket|ws|engine\.\w+)\.(?:emit|messages_sent|requests)$/) ??
      0,
    errors: sum(/^http\.codes\.[45]\d\d$/) + sum(/^errors\./),
    ...(errors === undefined ? {} : { complaint: errors[0].slice('errors.'.length) }),
  }
}

const endpointCode = /^plugins\.metrics-by-endpoint\.(.+)\.codes\.(\d{3})$/
const endpointError = /^plugins\.metrics-by-endpoint\.(.+)\.errors\./
const endpointTime = /^plugins\.metrics-by-endpoint\.response_time\.(.+)$/

/** Endpoint → its counts, from the metrics-by-endpoint plugin. */
export function endpointCounts(counters: Readonly<Record<string, unknown>>): Map<string, ArtilleryCounts> {
  const counts = new Map<string, ArtilleryCounts>()
  for (const [name, value] of Object.entries(counters)) {
    const [, endpoint, code] = endpointCode.exec(name) ?? endpointError.exec(name) ?? []
    if (endpoint === undefined) continue
    const known = counts.get(endpoint) ?? { requests: 0, errors: 0 }
    const n = figure(value) ?? 0
    const bad = code === undefined || Number(code) >= 400
    counts.set(endpoint, { requests: known.requests + n, errors: known.errors + (bad ? n : 0) })
  }
  return counts
}

export const endpointOf = (histogram: string): string | undefined => endpointTime.exec(histogram)?.[1]
