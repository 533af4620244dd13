// The `Artifacts` port on a branch of the repository: the layout of a folder, in one commit without history that is
// replaced by each writer. It never grows beyond the newest Runs, and the working tree knows nothing of it.
import type { Receipt } from '../../model/receipt.ts'
import type { Artifacts } from '../../ports/artifacts.ts'
import type { BranchState, GitBranch, Replaced } from '../node/git-branch.ts'
import { type FolderOptions, folderArtifacts } from './artifacts.ts'

export interface BranchOptions extends Pick<FolderOptions, 'git' | 'branch' | 'clock'> {
  /** Its name, for messages. */
  readonly name: string
  readonly store: GitBranch
  /** Whether this process may write to it: a laptop only reads. */
  readonly writes: boolean
}

/** Runs that are kept of one suite and branch: five times what the rule for recorded Runs looks at. */
const newest = 50
/** Each failed attempt means that another writer succeeded. */
const attempts = 5

const readme = 'README.md'
const title = '# Baselines of perf-gate'
const explanation = `${title}

Runs of the default branch, kept by \`baseline: { from: branch }\` of perf-gate.yml: the newest ${newest} of each suite.
Each writer replaces the one commit of this branch; there is no history to keep. Delete the branch to start afresh.
`

export function branchArtifacts({ name, store, writes, ...folder }: BranchOptions): Artifacts {
  const place = `The branch ${name}`
  const open = ({ files }: BranchState) => folderArtifacts({ ...folder, files, directory: 'runs', place })
  let latest: BranchState | undefined

  return {
    async upload(artifact, content, options = {}) {
      const publisher = 'artifact'
      if (!writes)
        return { publisher, status: 'skipped', why: `${place} is written by CI only, and this is not one.` }
      for (let attempt = 0; attempt < attempts; attempt++) {
        const state = await store.read()
        const { files, commit, stale } = state
        if (stale !== undefined)
          return { publisher, status: 'failed', why: `${place} could not be read from origin: ${stale}.` }
        if (commit !== null && (await files.read(readme))?.startsWith(title) !== true)
          return {
            publisher,
            status: 'failed',
            why: `${place} holds something else, and was left as it is.`,
            fix: 'Name a branch that is for baselines alone: `baseline: { from: branch, branch: NAME }`.',
          }
        await files.write(readme, explanation)
        const written = await open(state).upload(artifact, content, { newest, ...options })
        if (written.status !== 'done') return written
        // Most CIs know these words; a push with GitHub's own token starts no workflow anyway.
        const replaced = await store.replace(state, `${artifact} [skip ci]`)
        if (replaced.kind === 'done') return { publisher, status: 'done' }
        if (replaced.kind !== 'raced') return { publisher, ...refused(name, replaced) }
      }
      return {
        publisher,
        status: 'failed',
        why: `${place} was replaced by another writer ${attempts} times in a row; this Run is not kept.`,
      }
    },

    async find(query) {
      latest = await store.read()
      const { commit, stale } = latest
      const read = stale === undefined ? '' : ` It could not be read from origin: ${stale}.`
      if (commit === null)
        return {
          found: [],
          why: `There is no branch ${name} yet: it is made when the gate runs on the default branch.${read}`,
          ...(stale === undefined ? {} : { fix: `Fetch it before: \`git fetch origin ${name}\`.` }),
        }
      const answer = await open(latest).find(query)
      if (stale === undefined) return answer
      const notice = {
        code: 'baseline-not-fetched',
        message: `${place} is taken as it was last seen here.${read}`,
      }
      return { ...answer, notices: [notice] }
    },

    findOfRun: async () => ({ found: [], why: 'There are no workflow runs here.' }),
    download: async (artifact) => (latest === undefined ? null : open(latest).download(artifact)),
    downloadBytes: async (artifact) => (latest === undefined ? null : open(latest).downloadBytes(artifact)),
  }
}

type Refused = Exclude<Replaced, { readonly kind: 'done' | 'raced' }>

function refused(branch: string, { kind, why }: Refused): Pick<Receipt, 'status' | 'why' | 'fix'> {
  switch (kind) {
    case 'not-permitted':
      return {
        status: 'skipped',
        why: `The token may not push the branch ${branch}: ${why}.`,
        fix: 'permissions:\n  contents: write',
      }
    case 'protected':
      return {
        status: 'failed',
        why: `The branch ${branch} is protected: ${why}.`,
        fix: `Take ${branch} out of the branch protection: it is replaced as a whole (force push).`,
      }
    case 'failed':
      return { status: 'failed', why: `The branch ${branch} could not be written: ${why}.` }
  }
}
