// What the runner reads from standard output: workflow commands, and lines that must never become one.
import * as core from '@actions/core'
import type { Receipt } from '../../model/receipt.ts'
import type { Annotation } from '../../ports/forge.ts'

/** The runner shows this many annotations of one level per step and drops the others. */
const shownPerLevel = 10

/**
 * Text as it may stand in a log. The runner takes a line that begins with `::`, or has `##[` anywhere, for a command;
 * what benchmarks print must not set outputs, mask the log or hide what follows. It also ends lines at a lone CR.
 */
export function plainLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (/^\s*::/.test(line) ? `| ${line}` : line).replaceAll('##[', '# #['))
    .join('\n')
}

/** Annotations as workflow commands, errors first; values are escaped by @actions/core. */
export function annotate(annotations: readonly Annotation[]): Receipt {
  const write = { error: core.error, warning: core.warning, notice: core.notice } as const
  let hidden = 0
  for (const level of ['error', 'warning', 'notice'] as const) {
    const ofLevel = annotations.filter((annotation) => annotation.level === level)
    const room = ofLevel.length > shownPerLevel ? shownPerLevel - 1 : shownPerLevel
    for (const { title, message, file, line } of ofLevel.slice(0, room)) {
      write[level](message, {
        title,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
      })
    }
    const rest = ofLevel.length - Math.min(ofLevel.length, room)
    if (rest > 0) write[level](`${rest} more are in the job summary.`, { title: 'perf-gate' })
    hidden += rest
  }
  return {
    publisher: 'annotations',
    status: 'done',
    ...(hidden === 0
      ? {}
      : { why: `${hidden} annotations are in the job summary only: GitHub shows ten of a level.` }),
  }
}

export function setOutputs(
  env: Readonly<Record<string, string | undefined>>,
  outputs: Readonly<Record<string, string>>,
): Receipt {
  const file = env.GITHUB_OUTPUT
  if (file === undefined || file === '')
    return {
      publisher: 'outputs',
      status: 'skipped',
      why: 'This step has no outputs: GITHUB_OUTPUT is not set.',
    }
  // @actions/core picks an unguessable delimiter for each value, so that no value can smuggle in another output.
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
  return { publisher: 'outputs', status: 'done' }
}
