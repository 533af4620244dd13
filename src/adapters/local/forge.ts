// The `Forge` port where there is none: on a laptop, or in a CI that is not GitHub's. Every answer says so.
import type { Receipt } from '../../model/receipt.ts'
import type { Forge } from '../../ports/forge.ts'

function skipped(publisher: string, why: string): Receipt {
  return { publisher, status: 'skipped', why }
}

const files = 'The same text is in the output directory.'

export const localForge: Forge = {
  // Nobody to cut texts short for.
  limits: { comment: Number.MAX_SAFE_INTEGER, summary: Number.MAX_SAFE_INTEGER },
  event: async () => ({ kind: 'local' }),
  upsertComment: async () => skipped('comment', `There is no pull request here to comment on. ${files}`),
  findPullRequest: async () => ({ why: 'There is no pull request here.' }),
  changedFiles: async () => null,
  labelledBy: async () => [],
  check: async () => skipped('check', 'There are no checks outside of GitHub Actions.'),
  writeSummary: async () => skipped('summary', `There is no job summary outside of GitHub Actions. ${files}`),
  annotate: async () => skipped('annotations', 'There are no annotations outside of GitHub Actions.'),
  setOutputs: async () => skipped('outputs', 'There are no step outputs outside of GitHub Actions.'),
}
