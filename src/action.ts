// Entry of the GitHub Action: inputs → the gate → outputs and exit code.
import { resolve } from 'node:path'
import { githubHost } from './adapters/github/host.ts'
import { readInput } from './adapters/github/inputs.ts'
import { progressLines } from './adapters/local/progress-lines.ts'
import { publishCommand } from './commands/publish.ts'
import { type Inputs, readInputs } from './config/option-values.ts'
import { ConfigError, type ExitCode, exitCodes, PerfGateError } from './errors.ts'
import { gate } from './gate.ts'
import { merge } from './merge.ts'
import type { Host } from './ports/host.ts'
import { describeReceipts } from './publish/index.ts'
import { renderers } from './report/renderers/index.ts'
import { describeShardResult, measureShard } from './shard.ts'

declare const PERF_GATE_VERSION: string
const version = typeof PERF_GATE_VERSION === 'string' ? PERF_GATE_VERSION : 'source'

const { env } = process
try {
  const inputs = readInputs((name) => readInput(env, name) ?? '')
  const workspace = env.GITHUB_WORKSPACE ?? process.cwd()
  const linesOf = progressLines()
  const host = githubHost({
    env,
    cwd: resolve(workspace, inputs.workingDirectory),
    version,
    token: inputs.token,
    progressLine: (event) => linesOf(event).join('\n') || null,
  })
  process.exitCode = inputs.command === 'publish' ? await published(inputs, host) : await gated(inputs, host)
} catch (error) {
  process.exitCode = error instanceof PerfGateError ? error.exitCode : exitCodes.unmeasured
  const text = error instanceof PerfGateError ? `${error.message}\n${error.fix ?? ''}`.trim() : stackOf(error)
  // As a workflow command it is shown on the pull request; escaped, because it may quote what a benchmark printed.
  const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  process.stdout.write(`::error title=perf-gate::${escaped}\n`)
}

async function gated(inputs: Inputs, host: Host): Promise<ExitCode> {
  const { command, shard } = inputs
  if (command === 'merge' && shard !== undefined)
    throw new ConfigError('`shard` is for the jobs that measure: `command: merge` takes all shards.')
  if (shard !== undefined) {
    const result = await measureShard({ ...inputs, shard }, host)
    host.log.info(describeShardResult(result))
    return result.exitCode
  }
  const { report, receipts, exitCode } = await (command === 'merge' ? merge : gate)(inputs, host)
  host.log.info(renderers.terminal(report))
  for (const line of describeReceipts(receipts)) host.log.info(line)
  return exitCode
}

async function published({ comment, check }: Inputs, host: Host): Promise<ExitCode> {
  const { exitCode, output } = await publishCommand([], { comment, check }, host)
  host.log.info(output)
  return exitCode
}

function stackOf(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `This is a fault of perf-gate itself, please report it.\n${text}`
}
