// A forge that remembers what it was given; single verbs can be replaced, to refuse or to throw.
import type { Receipt } from '../../src/model/receipt.ts'
import type { Annotation, Check, Forge } from '../../src/ports/forge.ts'

export interface FakeForge extends Forge {
  readonly comments: Map<string, string>
  readonly checks: Check[]
  readonly summaries: string[]
  readonly annotations: Annotation[]
  readonly outputs: Record<string, string>
  /** The verbs in the order of their calls. */
  readonly calls: string[]
}

export function fakeForge(replaced: Partial<Forge> = {}): FakeForge {
  const calls: string[] = []
  const remembered = {
    comments: new Map<string, string>(),
    checks: [] as Check[],
    summaries: [] as string[],
    annotations: [] as Annotation[],
    outputs: {} as Record<string, string>,
  }
  const done = (publisher: string): Receipt => {
    calls.push(publisher)
    return { publisher, status: 'done' }
  }
  return {
    ...remembered,
    calls,
    limits: { comment: 65_536, summary: 1_048_576 },
    event: async () => ({ kind: 'pull_request', pullRequest: 7 }),
    async upsertComment(marker, edit) {
      const known = remembered.comments.get(marker)
      const body = edit(known === undefined ? [] : [known])
      if (body === null)
        return { publisher: 'comment', status: 'skipped', why: 'There is nothing to comment on.' }
      remembered.comments.set(marker, body)
      return { ...done('comment'), url: 'https://github.com/octo/app/pull/7#issuecomment-1' }
    },
    findPullRequest: async () => ({ pullRequest: 7 }),
    changedFiles: async () => [],
    labelledBy: async () => [],
    async check(check) {
      remembered.checks.push(check)
      return done('check')
    },
    async writeSummary(markdown) {
      remembered.summaries.push(markdown)
      return done('summary')
    },
    async annotate(annotations) {
      remembered.annotations.push(...annotations)
      return done('annotations')
    },
    async setOutputs(outputs) {
      Object.assign(remembered.outputs, outputs)
      return done('outputs')
    },
    ...replaced,
  }
}
