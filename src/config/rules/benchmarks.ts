// Rules about benchmarks.

import { formatProblem } from '../../formats/index.ts'
import { didYouMean } from '../../model/nearest.ts'
import { hasVariants, metricsOf } from '../../model/suite/index.ts'
import { writeDuration } from '../../model/suite/quantity.ts'
import { valueAt } from '../explain.ts'
import { isMapping } from '../shape.ts'
import type { Rule, Subject } from './rule.ts'

/** Benchmarks that are sound enough to be looked at more closely. */
function specs({ draft }: Subject) {
  return draft.benchmarks.flatMap(({ spec }) => (spec === undefined ? [] : [spec]))
}

export const suiteMeasuresSomething: Rule = ({ draft, purpose, written }) => {
  if (purpose === 'compare' || draft.benchmarks.length > 0) return []
  const benchmarks = valueAt(written, ['benchmarks'])
  // Anything else that stands there has a fault of its own.
  if (benchmarks !== undefined && !isMapping(benchmarks)) return []
  return [{ path: ['benchmarks'], message: 'expected at least one benchmark' }]
}

/** Rows of a module are called `name/function`: another benchmark must not take such a name. */
export const namesDoNotNest: Rule = (subject) =>
  specs(subject)
    .filter(hasVariants)
    .flatMap(({ name }) =>
      subject.draft.benchmarks
        .filter((other) => other.name.startsWith(`${name}/`))
        .map((other) => ({
          path: ['benchmarks', other.name],
          message: `the rows of "${name}" are called "${name}/…" too: rename one of them`,
        })),
    )

/** An absolute path is the same file for base and head: nothing would ever change. */
export const pathsStayOnTheirSide: Rule = (subject) =>
  specs(subject).flatMap((spec) => {
    const { name } = spec
    const paths = [
      { path: ['benchmarks', name, 'cwd'], text: spec.cwd },
      ...(spec.kind === 'task' ? [{ path: ['benchmarks', name, 'task'], text: spec.task }] : []),
      ...(spec.kind === 'load'
        ? [{ path: ['benchmarks', name, 'load', 'script'], text: spec.load.engine?.script }]
        : []),
      ...(spec.kind === 'command'
        ? (spec.results ?? []).map((text) => ({ path: ['benchmarks', name, 'results'], text }))
        : []),
      ...(spec.kind === 'files'
        ? spec.files.map((text) => ({ path: ['benchmarks', name, 'files'], text }))
        : []),
    ]
    return paths
      .filter(({ text }) => text !== undefined && /^(?:[/\\~]|[a-z]:[/\\])/i.test(text))
      .map(({ path, text }) => ({
        path,
        message: `${JSON.stringify(text)} is absolute, so base and head would be the same; write it relative to the side's root`,
      }))
  })

/** What a load leaves behind is looked for in a service that was started for it. */
export const leaksAreOfServices: Rule = (subject) =>
  specs(subject).flatMap((spec) => {
    if (spec.kind !== 'load' || spec.leak === undefined || spec.service !== undefined) return []
    const message =
      'a load test finds leaks of a service that it starts: add "service", or test the function as a "task"'
    return [{ path: ['benchmarks', spec.name, 'leak'], message }]
  })

export const trialsFitIntoTheTimeout: Rule = (subject) =>
  specs(subject).flatMap((spec) => {
    if (spec.kind !== 'task' || spec.warmUp + spec.trialTime < spec.timeout) return []
    const trial = writeDuration(spec.warmUp + spec.trialTime)
    const timeout = writeDuration(spec.timeout)
    const isWritten = valueAt(subject.written, ['benchmarks', spec.name, 'timeout']) !== undefined
    return [
      {
        path: ['benchmarks', spec.name, isWritten ? 'timeout' : 'trial-time'],
        message: `a trial takes ${trial} (warm-up and trial-time) and would be killed after ${timeout}`,
      },
    ]
  })

export const monitorHasAService: Rule = (subject) =>
  specs(subject).flatMap((spec) => {
    if (spec.kind !== 'load' || spec.monitor === undefined || spec.service !== undefined) return []
    const message = 'has no "service" to watch: what perf-gate did not start cannot be watched'
    return [{ path: ['benchmarks', spec.name, 'monitor'], message }]
  })

/** Keys of a command that is timed; what another tool measures is the tool's own affair. */
const timing = ['iterations', 'warm-up', 'metrics', 'statistic', 'monitor', 'profile'] as const

export const importsAreRead: Rule = (subject) =>
  specs(subject).flatMap((spec) => {
    if (spec.kind !== 'command') return []
    const path = ['benchmarks', spec.name]
    if (spec.import === undefined)
      return spec.results === undefined
        ? []
        : [
            {
              path: [...path, 'results'],
              message: 'is only read with "import": add "import: auto", or the name of a format',
            },
          ]
    const problem = formatProblem(spec.import)
    return [
      ...(problem === null
        ? []
        : [{ path: [...path, 'import'], message: `${problem} (all are listed by \`perf-gate formats\`)` }]),
      ...timing
        .filter((key) => valueAt(subject.written, [...path, key]) !== undefined)
        .map((key) => ({
          path: [...path, key],
          message: `does nothing beside "import": the tool decides it, so say it in "command"`,
        })),
    ]
  })

export const metricsAreNamedOnce: Rule = (subject) =>
  specs(subject).flatMap((spec) => {
    const metrics = metricsOf(spec)
    const twice = metrics.filter((metric, index) => metrics.indexOf(metric) !== index)
    return twice.map((metric) => ({
      path: ['benchmarks', spec.name, 'metrics'],
      message: `"${metric}" is there twice`,
    }))
  })

export const statisticsAreOfRecordedMetrics: Rule = (subject) =>
  specs(subject).flatMap((spec) => {
    if (!('statistic' in spec)) return []
    const metrics = metricsOf(spec)
    return Object.keys(spec.statistic)
      .filter((metric) => !metrics.includes(metric))
      .map((metric) => ({
        path: ['benchmarks', spec.name, 'statistic', metric],
        message: `"${metric}" is not recorded: "metrics" has only ${metrics.join(', ')}${didYouMean(metric, metrics)}`,
      }))
  })

/** Load may be sent to this machine; anything else must be allowed by name. Variables in a host are looked at later. */
export const loadStaysHere: Rule = (subject) => {
  const listed = valueAt(subject.written, ['allow-hosts'])
  const allowed = Array.isArray(listed) ? listed.map(String) : []
  return specs(subject).flatMap((spec) => {
    if (spec.kind !== 'load') return []
    const { target, work } = spec.load
    const { ready } = spec.service ?? {}
    const urls =
      work.kind === 'scenarios'
        ? work.scenarios.flatMap(({ requests }) => requests.map(({ url }) => url))
        : []
    const asked = ready !== undefined && 'url' in ready ? [ready.url] : []
    const hosts = [target ?? '', ...urls, ...asked].flatMap((url) => foreignHost(url, allowed) ?? [])
    return [...new Set(hosts)].map((host) => ({
      path: ['benchmarks', spec.name, 'load'],
      message: `sends load to ${host}, which is not this machine: list it under "allow-hosts" if it is yours`,
    }))
  })
}

/** The host of a URL that is neither this machine nor allowed; `null` for all others, and for what names none. */
function foreignHost(url: string, allowed: readonly string[]): string | null {
  const host = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase()
  if (host === undefined || host.includes('$')) return null
  const name = host.replace(/:\d+$/, '')
  if (/^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(name)) return null
  return allowed.some((entry) => entry.toLowerCase() === host || entry.toLowerCase() === name) ? null : host
}

/** YAML reads `1.10` as the number 1.1: a version would change without a word. */
export const envKeepsItsSpelling: Rule = (subject) =>
  specs(subject).flatMap((spec) => {
    if (spec.kind === 'files') return []
    return Object.entries(spec.env).flatMap(([variable, value]) => {
      const path = ['benchmarks', spec.name, 'env', variable]
      const spelling = subject.spelling(path)
      return spelling === undefined
        ? []
        : [{ path, message: `YAML reads ${spelling} as the number ${value}; put it in quotes to keep it` }]
    })
  })
