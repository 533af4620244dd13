// The registry: kind of benchmark → driver. Adding a kind is one file here and one line.
import type { Drivers } from '../driver.ts'
import { openCommand } from './command.ts'
import { openFiles } from './files.ts'
import { openLoad } from './load.ts'
import { openTask } from './task.ts'

export const drivers = {
  task: openTask,
  command: openCommand,
  files: openFiles,
  load: openLoad,
} satisfies Drivers
