// Where Runs of the default branch are kept, and what of its program travels with them.
import * as v from 'valibot'

/** What git and every host take as a branch, and no option of git's. */
const branchName = /^(?!.*(?:\.\.|\/\/|@\{|\.lock(?:\/|$)|\/\.))[A-Za-z0-9_][A-Za-z0-9._/@-]*(?<![./])$/

export const BaselineSchema = v.pipe(
  v.strictObject({
    from: v.optional(
      v.pipe(
        v.picklist(['artifact', 'cache', 'branch', 'file', 'none']),
        v.description('Where Runs of the base branch are kept and looked up.'),
      ),
      'artifact',
    ),
    path: v.optional(
      v.pipe(
        v.string(),
        v.nonEmpty('expected a folder'),
        v.description('For `from: file`, the folder: one that outlives the job, such as a cache or a share.'),
      ),
      '.perf-gate-baselines',
    ),
    branch: v.optional(
      v.pipe(
        v.string(),
        v.regex(branchName, 'expected the name of a branch'),
        v.description('For `from: branch`, its name: a branch for this alone, which is replaced as a whole.'),
      ),
      'perf-gate-baselines',
    ),
    keep: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.nonEmpty('expected a path or glob'))),
        v.description(
          'Paths and globs of what `setup` builds: kept with the Runs and restored for pull requests, so that the base is not built again.',
        ),
      ),
      [],
    ),
  }),
  v.title('baseline'),
  v.description('Earlier Runs, compared beside the paired result.'),
)
export type BaselineSpec = Readonly<v.InferOutput<typeof BaselineSchema>>
