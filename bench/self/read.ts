// Reading what others wrote: the suite of a repository, and a saved Run of forty metrics.
import { loadSuite } from '../../src/config/load.ts'
import { readRun } from '../../src/model/saved-file.ts'
import { madeUpRuns } from './made-up-runs.ts'

const benchmarks = Array.from(
  { length: 30 },
  (_, index) => `  benchmark-${index}:\n    command: node work.js ${index}\n`,
)
const budgets = Array.from(
  { length: 10 },
  (_, index) => `  - benchmark: benchmark-${index}\n    metric: cpu\n    regression: ${index + 1}%\n`,
)
const suite = `benchmarks:\n${benchmarks.join('')}budgets:\n${budgets.join('')}`
const saved = JSON.stringify(madeUpRuns(40, 20).head)

export const config = (): Promise<unknown> => loadSuite({ files: { read: async () => suite } })
export const run = (): unknown => readRun(saved)
