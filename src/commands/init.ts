// `perf-gate init`: a first suite and the workflows, written where there are none. Nothing is overwritten.
import { configNames, parseSuite } from '../config/load.ts'
import { firstSuite, measuringWorkflow, publishingWorkflow, workflowPaths } from '../config/starter.ts'
import { exitCodes } from '../errors.ts'
import type { Host } from '../ports/host.ts'
import type { CommandResult } from './result.ts'

/** Places that hold files of others, or results. */
const elsewhere = /^(?:.*\/)?(?:node_modules|dist|coverage|\.git|\.perf-gate)\//

export async function initCommand({
  files,
  git,
  cwd,
}: Pick<Host, 'files' | 'git' | 'cwd'>): Promise<CommandResult> {
  const lines: string[] = []
  const branch = (await git.defaultBranch()) ?? (await git.currentBranch()) ?? 'main'
  const present = await firstPresent(configNames, files)
  const [suitePath] = configNames
  if (present === null) {
    const patterns = ['*', '{src,bench,benches,benchmark,benchmarks,test,tests,packages}/**/*']
    const found = (await files.glob(patterns, cwd)).filter((file) => !elsewhere.test(file))
    const suite = firstSuite({ files: found })
    // What we write is a suite that we can read.
    parseSuite(suite, suitePath)
    await files.write(suitePath, suite)
    lines.push(`wrote ${suitePath}`)
  } else lines.push(`kept ${present}`)
  const workflows = [
    [workflowPaths.measure, measuringWorkflow(branch)],
    [workflowPaths.publish, publishingWorkflow],
  ] as const
  for (const [path, content] of workflows) {
    if (await files.exists(path)) lines.push(`kept ${path}`)
    else {
      await files.write(path, content)
      lines.push(`wrote ${path}`)
    }
  }
  lines.push('', 'Next: `perf-gate validate` shows what was understood, `perf-gate run` measures.')
  return { exitCode: exitCodes.pass, output: lines.join('\n') }
}

async function firstPresent(
  paths: readonly string[],
  files: Pick<Host['files'], 'exists'>,
): Promise<string | null> {
  for (const path of paths) if (await files.exists(path)) return path
  return null
}
