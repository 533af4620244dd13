// `perf-gate calibrate`: the suite against itself, to learn what its metrics can show before anybody relies on them.
import { calibrateRuns } from '../compare/calibrate.ts'
import { loadSuite } from '../config/load.ts'
import { settingsOf, stopRuleOf } from '../decide.ts'
import { ConfigError, exitCodes, MeasureError } from '../errors.ts'
import { measurePlan } from '../measure-plan.ts'
import type { Change } from '../model/change.ts'
import type { Notice } from '../model/notice.ts'
import type { Plan } from '../model/plan.ts'
import type { Suite } from '../model/suite/index.ts'
import { makePlan } from '../plan/plan.ts'
import type { Host } from '../ports/host.ts'
import { describeCalibration } from '../report/calibration.ts'
import { calibrationSnippet } from '../report/calibration-snippet.ts'
import type { CommandResult, Display } from './result.ts'

export interface CalibrateRequest {
  readonly config?: string | undefined
  readonly only?: readonly string[] | undefined
  readonly seed?: number | undefined
  /** Seconds. */
  readonly maxTime?: number | undefined
  /** Pairs of each benchmark. */
  readonly pairs: number
  /** The Runs are left in `calibrate/` below it. */
  readonly out: string
}

/** @throws ConfigError when nothing in the suite varies, MeasureError when nothing could be measured on both sides */
export async function calibrateCommand(
  request: CalibrateRequest,
  display: Display,
  host: Host,
): Promise<CommandResult> {
  const { suite, notices } = await loadSuite({ files: host.files, path: request.config })
  const { change, notices: doubts } = await sameProgram(host)
  const plan = planOf(suite, change, request, host)
  const decider = stopRuleOf(suite, plan)
  const { runs } = await measurePlan(
    { suite, plan, stop: { ...decider, settled: () => false } },
    { out: `${request.out}/calibrate` },
    host,
  )
  const benchmarks = plan.benchmarks.map(({ benchmark }) => benchmark)
  const calibration = calibrateRuns({
    ...runs,
    suite: suite.name,
    settings: settingsOf(suite),
    benchmarks,
    seed: plan.seed,
  })
  const failures = [...runs.head.failures, ...runs.base.failures]
  const failed = failures.map(
    ({ benchmark, code, reason }): Notice => ({ code, where: benchmark, message: `It failed: ${reason}` }),
  )
  if (calibration.metrics.length === 0)
    throw new MeasureError(
      ['Nothing was measured on both sides.', ...failed.map((one) => `${one.where}: ${one.message}`)].join(
        '\n',
      ),
    )
  const all = [...notices, ...doubts, ...failed]
  return {
    exitCode: failed.length > 0 ? exitCodes.unmeasured : exitCodes.pass,
    output: display.json
      ? JSON.stringify({ ...calibration, notices: all, snippet: calibrationSnippet(calibration, benchmarks) })
      : describeCalibration({ calibration, benchmarks, notices: all, ...display }),
  }
}

/**
 * One program in two places: what is checked out, and a worktree of the same commit, so that what the place alone does
 * shows. With uncommitted changes, or outside of a repository, there is only one place.
 */
async function sameProgram({ git, cwd }: Host): Promise<{ change: Change; notices: readonly Notice[] }> {
  const commit = (await git.root()) === null ? null : await git.resolve('HEAD')
  const dirty = commit !== null && (await git.dirty())
  if (commit !== null && !dirty)
    return {
      change: { base: { commit }, head: { commit, directory: cwd }, reason: 'named', distance: 0 },
      notices: [],
    }
  const side = { directory: cwd, ...(commit === null ? {} : { commit, dirty }) }
  return {
    change: { base: side, head: side, reason: 'folders' },
    notices: [
      {
        code: 'one-place',
        message: `Both sides are the same folder${dirty ? ', because it holds changes that no commit has' : ''}: what the place of a checkout does to its cost does not show.`,
        ...(dirty ? { fix: 'Commit them, and calibrate again.' } : {}),
      },
    ],
  }
}

function planOf(suite: Suite, change: Change, { pairs, ...request }: CalibrateRequest, host: Host): Plan {
  const varying = suite.benchmarks.filter(({ kind }) => kind !== 'files')
  if (varying.length === 0)
    throw new ConfigError('The suite holds files only: their sizes have no noise to calibrate.')
  const planned = makePlan({
    // Coins for as many pairs as are wanted; what the suite allows is for the decision, not for measuring here.
    suite: {
      ...suite,
      benchmarks: varying,
      gate: { ...suite.gate, maxPairs: Math.max(pairs, suite.gate.maxPairs) },
    },
    change,
    seed: request.seed ?? host.clock.seed(),
    only: request.only,
    maxTime: request.maxTime,
  })
  if ('faults' in planned)
    throw new ConfigError(planned.faults.map(({ message }) => message).join('\n'), planned.faults)
  return { ...planned.plan, maxPairs: pairs }
}
