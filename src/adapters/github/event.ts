// What started this workflow run: the event payload first, the environment where it says nothing.
import type { ForgeEvent, MeasuredRun } from '../../ports/forge.ts'

type Environment = Readonly<Record<string, string | undefined>>
type Payload = Readonly<Record<string, unknown>>

/**
 * @param env the runner's `GITHUB_*` variables
 * @param read content of a file, `null` when there is none
 */
export async function readEvent(
  env: Environment,
  read: (path: string) => Promise<string | null>,
): Promise<ForgeEvent> {
  const payload = await readPayload(env.GITHUB_EVENT_PATH, read)
  const common = {
    ...defined('repository', env.GITHUB_REPOSITORY),
    ...defined('defaultBranch', text(payload, 'repository', 'default_branch')),
    ...defined('run', runOf(env)),
  }
  const name = env.GITHUB_EVENT_NAME ?? ''
  if (name === 'pull_request' || name === 'pull_request_target')
    return { kind: 'pull_request', ...common, ...pullRequest(env, payload) }
  if (name === 'push') return push(env, payload, common)
  return {
    kind: 'other',
    ...common,
    ...defined('branch', checkedOutBranch(env)),
    ...defined('targetBranch', branchOf(text(payload, 'merge_group', 'base_ref'))),
    ...defined('commit', text(payload, 'merge_group', 'head_sha') ?? env.GITHUB_SHA),
    ...defined('measured', name === 'workflow_run' ? measuredRun(env, payload) : undefined),
  }
}

/** The run that has ended, as GitHub describes it; `undefined` when the payload has not what it takes. */
function measuredRun(env: Environment, payload: Payload): MeasuredRun | undefined {
  const of = (...path: readonly string[]) => text(payload, 'workflow_run', ...path)
  const id = value(payload, 'workflow_run', 'id')
  const attempt = value(payload, 'workflow_run', 'run_attempt')
  const [commit, branch, event] = [of('head_sha'), of('head_branch'), of('event')]
  if (typeof id !== 'number' || commit === undefined || branch === undefined || event === undefined)
    return undefined
  const head = value(payload, 'workflow_run', 'head_repository', 'id')
  const here = value(payload, 'repository', 'id')
  return {
    id: String(id),
    attempt: typeof attempt === 'number' ? attempt : 1,
    url:
      of('html_url') ??
      `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${id}`,
    event,
    conclusion: of('conclusion') ?? '',
    commit,
    branch,
    ...defined('repository', of('head_repository', 'full_name')),
    fromFork: head === undefined || head !== here,
  }
}

function pullRequest(env: Environment, payload: Payload): Partial<ForgeEvent> {
  const number =
    value(payload, 'pull_request', 'number') ?? Number(/^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '')?.[1])
  const base = value(payload, 'pull_request', 'base', 'repo', 'id')
  const head = value(payload, 'pull_request', 'head', 'repo', 'id')
  return {
    ...(typeof number === 'number' && Number.isInteger(number) ? { pullRequest: number } : {}),
    ...defined('targetBranch', text(payload, 'pull_request', 'base', 'ref') ?? env.GITHUB_BASE_REF),
    ...defined('branch', text(payload, 'pull_request', 'head', 'ref') ?? env.GITHUB_HEAD_REF),
    ...defined('commit', text(payload, 'pull_request', 'head', 'sha')),
    // A deleted fork has no repository any more, and is a fork all the same.
    ...(base === undefined ? {} : { fromFork: head !== base }),
  }
}

function push(env: Environment, payload: Payload, common: Partial<ForgeEvent>): ForgeEvent {
  const before = text(payload, 'before')
  const isNew = before === undefined || /^0*$/.test(before)
  const branch = branchOf(text(payload, 'ref') ?? env.GITHUB_REF)
  return {
    // A tag or a deleted branch is no step from one commit of a branch to the next.
    kind: branch === undefined || value(payload, 'deleted') === true ? 'other' : 'push',
    ...common,
    ...defined('branch', branch),
    ...(isNew ? {} : { before }),
    ...defined('commit', text(payload, 'after') ?? env.GITHUB_SHA),
  }
}

function runOf(env: Environment): ForgeEvent['run'] {
  const {
    GITHUB_RUN_ID: id,
    GITHUB_RUN_ATTEMPT: attempt,
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
  } = env
  if (id === undefined || id === '') return undefined
  return {
    id,
    attempt: Number(attempt ?? 1) || 1,
    url: `${server ?? 'https://github.com'}/${repository ?? ''}/actions/runs/${id}`,
  }
}

const checkedOutBranch = (env: Environment): string | undefined =>
  env.GITHUB_REF_TYPE === 'branch' ? branchOf(env.GITHUB_REF) : undefined

const branchOf = (ref: string | undefined): string | undefined =>
  ref?.startsWith('refs/heads/') === true ? ref.slice('refs/heads/'.length) : undefined

async function readPayload(
  path: string | undefined,
  read: (path: string) => Promise<string | null>,
): Promise<Payload> {
  const content = path === undefined || path === '' ? null : await read(path)
  if (content === null) return {}
  try {
    const payload: unknown = JSON.parse(content)
    return isRecord(payload) ? payload : {}
  } catch {
    return {}
  }
}

function value(payload: Payload, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), payload)
}

function text(payload: Payload, ...path: readonly string[]): string | undefined {
  const found = value(payload, ...path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

const isRecord = (at: unknown): at is Record<string, unknown> => typeof at === 'object' && at !== null

function defined<Key extends string, Value>(
  key: Key,
  found: Value | undefined,
): { readonly [K in Key]?: Value } {
  return found === undefined || found === '' ? {} : ({ [key]: found } as { readonly [K in Key]?: Value })
}
