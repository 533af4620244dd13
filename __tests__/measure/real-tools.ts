// What drivers need, with nothing faked: real processes and files, and the task host as it is shipped (bundled).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { nodeClock } from '../../src/adapters/node/clock.ts'
import { nodeCompression } from '../../src/adapters/node/compression.ts'
import { nodeFiles } from '../../src/adapters/node/files.ts'
import { nodeProcesses } from '../../src/adapters/node/processes.ts'
import type { Place, Tools } from '../../src/measure/driver.ts'
import type { Observation } from '../../src/model/observation.ts'

export const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url))
const source = fileURLToPath(new URL('../../src/measure/task/', import.meta.url))

export interface RealTools {
  readonly tools: Tools
  /** Empty, outside of the repository. */
  readonly directory: string
  remove(): void
}

/** Call once per test file. */
export async function realTools(): Promise<RealTools> {
  const directory = mkdtempSync(join(tmpdir(), 'perf-gate-test-'))
  await build({
    entryPoints: {
      'task-host': join(source, 'host.ts'),
      'task-host-typescript': join(source, 'host-typescript.ts'),
      'load-host': join(source, '../load/host.ts'),
      'load-worker': join(source, '../load/host-worker.ts'),
      'profile-host': join(source, '../profile/host.ts'),
      'monitor-host': join(source, '../monitor/host.ts'),
      'leak-host': join(source, '../leak/host.ts'),
    },
    outdir: join(directory, 'dist'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
    },
    logLevel: 'error',
  })
  const processes = {
    ...nodeProcesses({ env: process.env }),
    bundle: (name: string) => join(directory, 'dist', `${name}.mjs`),
  }
  return {
    tools: {
      processes,
      files: nodeFiles(directory),
      clock: nodeClock,
      compression: nodeCompression,
    },
    directory,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}

export const base = (directory: string): Place => ({ side: 'base', directory })
export const head = (directory: string): Place => ({ side: 'head', directory })

/** Samples of a metric in what a trial observed. */
export function samplesOf(observations: readonly Observation[], metric: string): readonly number[] {
  const value = observations.find((observation) => observation.metric === metric)?.value
  return value?.kind === 'samples' ? value.samples : []
}
