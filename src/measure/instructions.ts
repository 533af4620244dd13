// Counting machine instructions with valgrind's cachegrind: no clock, no neighbours, no noise, where the program itself
// repeats. So what is known to make programs repeat is set: docs/instructions.md.
import { countedMetric } from '../model/suite/benchmark.ts'
import type { CommandBenchmark, TaskBenchmark } from '../model/suite/index.ts'
import { type Calibrated, type Count, type Place, type Tools, TrialError } from './driver.ts'

/** Cachegrind runs a program 20 to 50 times slower; what it waits for is not slower, so a limit need not be. */
export const slowdown = 20

/**
 * Each side is counted under two layouts. A program may repeat to the last instruction in one place and differ by a per
 * cent in another, because the path it lies at moves its memory and its hash tables; only what is the same under both
 * seeds may be compared exactly.
 */
export const layouts = [1, 2] as const
export type Layout = (typeof layouts)[number]

/** Threads, random numbers, hash seeds and the moments of garbage collection differ from run to run without these. */
export const repeatableNode = (layout: Layout): readonly string[] => [
  '--single-threaded',
  '--predictable',
  '--predictable-gc-schedule',
  `--hash-seed=${layout}`,
  `--random-seed=${layout}`,
]

/** Orders of hash tables, by language; and a size of the environment that moves what lies behind it. */
export const repeatableEnvironment = (layout: Layout): Readonly<Record<string, string>> => ({
  PYTHONHASHSEED: '0',
  PERL_HASH_SEED: '0',
  PERF_GATE_LAYOUT: 'x'.repeat(64 * layout),
})

/** The command with Node's flags, where its program is Node: NODE_OPTIONS takes none of them. */
export function withRepeatableNode(command: string, layout: Layout): string {
  return command.replace(/^\s*(?:\w+=\S*\s+)*(?:[^\s'"|&;<>()$`]*\/)?node(?=\s)/, (node) =>
    [node, ...repeatableNode(layout)].join(' '),
  )
}

/** `count` of a Calibrated, where the suite asks for instructions. */
export function countOf(
  { metrics = [] }: Pick<TaskBenchmark | CommandBenchmark, 'metrics'>,
  run: Count['run'],
): Pick<Calibrated, 'count'> {
  if (!metrics.includes(countedMetric)) return {}
  const alone = metrics.every((metric) => metric === countedMetric)
  return { count: { metric: countedMetric, alone, run } }
}

/**
 * Instructions of all processes that `run` starts below the words it is given.
 * @throws TrialError `no-valgrind`, or whatever `run` throws
 */
export async function countInstructions(
  { processes, files }: Pick<Tools, 'processes' | 'files'>,
  place: Place,
  run: (valgrind: readonly string[]) => Promise<void>,
): Promise<number> {
  const works = async (...argv: string[]) => {
    const { exitCode } = await processes.run({ argv, cwd: place.directory, timeout: 10 })
    return exitCode === 0
  }
  if (!(await works('valgrind', '--version')))
    throw new TrialError(
      place,
      'no-valgrind',
      'Instructions are counted by valgrind, which is not installed here: `sudo apt-get install valgrind`.',
    )
  // Addresses decide the order of some hash tables. Containers may forbid to fix them.
  const fixed = (await works('setarch', '-R', 'true')) ? ['setarch', '-R'] : []
  const logs = await files.temporary('perf-gate-instructions-')
  try {
    await run([
      ...fixed,
      'valgrind',
      '--tool=cachegrind',
      '--cache-sim=no',
      '--cachegrind-out-file=/dev/null',
      '--trace-children=yes',
      `--log-file=${logs}/%p.log`,
    ])
    let sum = 0
    for (const log of await files.glob(['*.log'], logs))
      sum += instructionsIn((await files.read(`${logs}/${log}`)) ?? '')
    if (sum > 0) return sum
    throw new TrialError(place, 'no-count', 'valgrind did not say how many instructions it counted')
  } finally {
    await files.remove(logs)
  }
}

/** All counts in a log of cachegrind: `==123== I   refs:      57,974,281`. */
export function instructionsIn(log: string): number {
  const found = [...log.matchAll(/^==\d+== I\s+refs:\s+([\d,]+)\s*$/gm)]
  return found.reduce((sum, [, digits = '']) => sum + Number(digits.replaceAll(',', '')), 0)
}
