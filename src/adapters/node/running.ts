// A program that runs beside the measurement until it is told to end: what it prints is kept, what it uses can be read.
import type { Running } from '../../ports/processes.ts'
import { watchTree } from './monitor.ts'
import type { Tree } from './process-tree.ts'
import { type Program, runProgram } from './program.ts'
import { tail } from './tail.ts'
import { usageOf } from './usage.ts'

/** Bytes of output that are kept. */
const keep = 2 ** 18

export function startProgram(program: Program): Running {
  const printed = tail(keep)
  let tree: Tree | null = null
  let end = () => {}
  let wantsEnd = false
  let over = false
  const finished = runProgram({
    ...program,
    keep,
    sweep: true,
    heard: (chunk) => printed.add(chunk),
    ended: () => {
      over = true
    },
    started(started, endTree) {
      tree = started
      end = endTree
      if (wantsEnd) end()
    },
  }).then(({ report: _, wall: __, ...rest }) => rest)
  return {
    finished,
    output: () => printed.text(),
    usage: () => (tree === null ? null : usageOf(tree)),
    // A program that never ran is seen by nobody, like one that is gone.
    watch: (interval) => watchTree(tree ?? { root: -1, id: '' }, interval, { running: true }),
    hasEnded: () => over,
    async stop() {
      wantsEnd = true
      end()
      return finished
    },
  }
}
