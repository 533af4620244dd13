// Rules about what of a baseline goes together.
import { valueAt } from '../explain.ts'
import type { Rule, Subject } from './rule.ts'

const written = ({ written }: Subject, key: string) => valueAt(written, ['baseline', key])

/** A built program in a branch would be downloaded by every clone; a cache is restored as a whole for every job. */
export const programsAreKeptWhereTheyFit: Rule = (subject) => {
  const from = written(subject, 'from') ?? 'artifact'
  if (written(subject, 'keep') === undefined || from === 'artifact' || from === 'file') return []
  const why: Readonly<Record<string, string>> = {
    branch: 'every clone would download them with the branch',
    cache: 'every job would restore all of them',
    none: 'there is nothing to keep them with',
  }
  const reason = why[String(from)]
  if (reason === undefined) return []
  return [
    {
      path: ['baseline', 'keep'],
      message: `keeps built programs, and with "from: ${String(from)}" ${reason}; use "from: artifact" or "from: file"`,
    },
  ]
}

/** What is kept is laid over a checkout: it has to lie in one. */
export const keptPathsStayBelow: Rule = (subject) => {
  const keep = written(subject, 'keep')
  if (!Array.isArray(keep)) return []
  return keep.flatMap((path: unknown, index) =>
    typeof path === 'string' && /^(?:[/\\~!]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path)
      ? [
          {
            path: ['baseline', 'keep', index],
            message: `${JSON.stringify(path)} leads out of the side's root; write a path below it`,
          },
        ]
      : [],
  )
}

export const placesBelongToTheirKind: Rule = (subject) =>
  (
    [
      ['path', 'file'],
      ['branch', 'branch'],
    ] as const
  ).flatMap(([key, kind]) => {
    const from = written(subject, 'from') ?? 'artifact'
    if (written(subject, key) === undefined || from === kind) return []
    return [
      {
        path: ['baseline', key],
        message: `is of "from: ${kind}" only, and this is "from: ${String(from)}"`,
      },
    ]
  })

/** Nothing would be saved. */
export const keepingSavesABuild: Rule = (subject) => {
  if (written(subject, 'keep') === undefined || valueAt(subject.written, ['setup']) !== undefined) return []
  return [{ path: ['baseline', 'keep'], message: 'keeps what `setup` builds, and there is no `setup`' }]
}
