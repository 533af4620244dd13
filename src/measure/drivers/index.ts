// The registry: kind of benchmark → driver. Adding a kind is one file here and one line.
import type { Drivers } from '../driver.ts'
import { openCommand } from './command.ts'
import { hasEngine, openEngine } from './engine.ts'
import { openFiles } from './files.ts'
import { isImported, openImported } from './imported.ts'
import { openLoad } from './load.ts'
import { openTask } from './task.ts'

export const drivers = {
  task: openTask,
  command: (benchmark, tools) =>
    isImported(benchmark) ? openImported(benchmark, tools) : openCommand(benchmark, tools),
  files: openFiles,
  load: (benchmark, tools) =>
    hasEngine(benchmark) ? openEngine(benchmark, tools) : openLoad(benchmark, tools),
} satisfies Drivers
