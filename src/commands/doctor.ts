// `perf-gate doctor`: what would keep the gate from working here, each with what to do about it.
import { loadSuite } from '../config/load.ts'
import { ConfigError, exitCodes, PerfGateError } from '../errors.ts'
import { resolveChange } from '../measure/checkout/change.ts'
import type { Host } from '../ports/host.ts'
import { counted } from '../report/numbers.ts'
import type { CommandResult, Display } from './result.ts'

interface Finding {
  readonly what: string
  readonly state: 'ok' | 'remark' | 'fault'
  readonly detail: string
  readonly fix?: string
}

/** Exit code 2 when the gate could not run here. */
export async function doctorCommand(
  { config }: { readonly config?: string | undefined },
  { json }: Pick<Display, 'json'>,
  host: Host,
): Promise<CommandResult> {
  const findings = [
    await finding('suite', () => suite(config, host)),
    await finding('git', () => repository(host)),
    await finding('base', () => base(host)),
    await finding('machine', () => machine(host)),
    await finding('token', () => token(host)),
  ]
  const exitCode = findings.some(({ state }) => state === 'fault') ? exitCodes.usage : exitCodes.pass
  return { exitCode, output: json ? JSON.stringify(findings) : findings.flatMap(written).join('\n') }
}

type Answer = Omit<Finding, 'what'>

async function finding(what: string, ask: () => Promise<Answer>): Promise<Finding> {
  try {
    return { what, ...(await ask()) }
  } catch (error) {
    if (!(error instanceof PerfGateError)) throw error
    const { message, fix } = error
    return { what, state: 'fault', detail: message, ...(fix === undefined ? {} : { fix }) }
  }
}

async function suite(config: string | undefined, { files }: Host): Promise<Answer> {
  const { suite, path, notices } = await loadSuite({ files, path: config })
  const detail = `${path}: ${counted(suite.benchmarks.length, 'benchmark')}, ${counted(suite.budgets.length, 'budget')}`
  const [first] = notices
  if (first === undefined) return { state: 'ok', detail }
  return { state: 'remark', detail: `${detail}. ${first.where ?? path}: ${first.message}` }
}

async function repository({ git, cwd }: Host): Promise<Answer> {
  const root = await git.root()
  if (root === null)
    throw new ConfigError(
      `${cwd} is in no git repository.`,
      [],
      'Compare two folders: `--base-dir` and `--head-dir`.',
    )
  const dirty = await git.dirty()
  return { state: 'ok', detail: dirty ? `${root}, with uncommitted changes: they are measured too` : root }
}

async function base({ git, forge, cwd }: Host): Promise<Answer> {
  const change = await resolveChange({ git, event: await forge.event(), cwd })
  const { base, reason, notices = [] } = change
  const [first] = notices
  const detail = `${(base.commit ?? '').slice(0, 7)}, ${reason.replaceAll('-', ' ')}`
  if (first === undefined) return { state: 'ok', detail }
  return {
    state: 'remark',
    detail: `${detail}. ${first.message}`,
    ...(first.fix === undefined ? {} : { fix: first.fix }),
  }
}

async function machine({ env }: Host): Promise<Answer> {
  const ci =
    env.GITHUB_ACTIONS === 'true'
      ? 'a step of GitHub Actions'
      : env.CI === undefined
        ? 'no CI'
        : 'a CI that is not GitHub Actions'
  return { state: 'ok', detail: ci }
}

async function token({ env, forge }: Host): Promise<Answer> {
  const { kind, fromFork } = await forge.event()
  if (kind === 'local') return { state: 'ok', detail: 'none is needed here: there is nothing to comment on' }
  if (fromFork === true)
    return {
      state: 'remark',
      detail: 'a pull request from a fork gets a token that only reads',
      fix: 'Post its results with a workflow of the default branch: `perf-gate init` writes one.',
    }
  if (env.ACTIONS_RUNTIME_TOKEN === undefined)
    return {
      state: 'remark',
      detail: 'a `run:` step cannot store artifacts, so there are no baselines',
      fix: 'Use the action instead: `uses: org/perf-gate@v1`.',
    }
  return { state: 'ok', detail: 'artifacts can be stored' }
}

const signs = { ok: '✓', remark: '!', fault: '✗' } as const

function written({ what, state, detail, fix }: Finding): string[] {
  const [first = '', ...more] = detail.split('\n')
  return [
    `${signs[state]} ${what.padEnd(8)} ${first}`,
    ...more.map((line) => `${' '.repeat(11)}${line}`),
    ...(fix === undefined ? [] : fix.split('\n').map((line) => `${' '.repeat(11)}${line}`)),
  ]
}
