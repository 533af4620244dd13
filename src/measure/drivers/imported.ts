// `command:` with `import:` another tool measures, and what it reports is read: one run of the tool is one trial.
import { PerfGateError } from '../../errors.ts'
import { type Imported, type ImportFile, importFiles } from '../../formats/index.ts'
import type { CommandBenchmark } from '../../model/suite/index.ts'
import type { Finished } from '../../ports/processes.ts'
import { type Driver, type Place, pathIn, type Remarks, type Tools, TrialError } from '../driver.ts'
import { observeImported, remarksOf } from '../imported-rows.ts'
import { howItEnded, outputOf } from '../output.ts'
import { prepare } from '../prepare.ts'

/** Bytes of output that are read. */
const mostPrinted = 64 * 2 ** 20
/** What a shell answers when it does not find the program, or may not run it. */
const notFound: readonly (number | null)[] = [126, 127]

export type ImportedBenchmark = CommandBenchmark & { readonly import: string }

export function openImported(benchmark: ImportedBenchmark, tools: Tools): Driver {
  const { name, command, env, exitCode, timeout, results: patterns } = benchmark
  /** Seconds that the first run on each side took. */
  const lasted = new Map<Place['side'], number>()

  /** When each file of results was last written: what is left over from an earlier run is no result of this one. */
  async function written(place: Place): Promise<ReadonlyMap<string, number | null>> {
    const directory = pathIn(place, benchmark.cwd)
    const files = patterns === undefined ? [] : await tools.files.glob(patterns, directory)
    return new Map(
      await Promise.all(
        files.map(
          async (file) => [file, await tools.files.modified(pathIn(place, benchmark.cwd, file))] as const,
        ),
      ),
    )
  }

  async function resultFiles(
    place: Place,
    before: ReadonlyMap<string, number | null>,
    finished: Finished,
  ): Promise<readonly ImportFile[]> {
    const after = await written(place)
    const fresh = [...after].filter(([file, time]) => before.get(file) !== time)
    if (fresh.length === 0) {
      const pattern = `"results: ${patterns?.join(', ')}"`
      const why =
        after.size === 0
          ? `no file matches ${pattern}`
          : `${[...after.keys()].slice(0, 3).join(', ')} of ${pattern} was not written again: it is from an earlier run`
      throw new TrialError(place, 'no-results', `"${command}" ended, and ${why}`, outputOf(finished))
    }
    const opened = fresh.map(async ([file]): Promise<ImportFile> => {
      const chunks = await tools.files.chunks(pathIn(place, benchmark.cwd, file))
      if (chunks === null) throw new TrialError(place, 'no-results', `${file} went away while it was read`)
      return { file, chunks }
    })
    return Promise.all(opened)
  }

  function printed(place: Place, finished: Finished): readonly ImportFile[] {
    if (finished.truncated)
      throw new TrialError(
        place,
        'too-much-output',
        `"${command}" printed more than ${mostPrinted / 2 ** 20} MiB: let it write a file and name that in "results"`,
      )
    if (finished.stdout.trim() === '')
      throw new TrialError(
        place,
        'no-results',
        `"${command}" printed nothing on its standard output: add 2>&1 when it prints on the other one, or name the file that it writes in "results"`,
        outputOf(finished),
      )
    const chunks = (async function* () {
      yield finished.stdout
    })()
    return [{ file: `what "${command}" printed`, chunks }]
  }

  /** One run of the tool. @throws TrialError */
  async function run(place: Place): Promise<Imported> {
    const cwd = pathIn(place, benchmark.cwd)
    await prepare(tools.processes, place, benchmark.prepare, { cwd, env, timeout })
    const before = await written(place)
    const finished = await tools.processes.run({ command, cwd, env, timeout, keep: mostPrinted })
    if (finished.timedOut)
      throw new TrialError(
        place,
        'timed-out',
        `"${command}" did not end within ${timeout} s and was killed with all its children: raise "timeout", or let it repeat less`,
        outputOf(finished),
      )
    if (notFound.includes(finished.exitCode))
      throw new TrialError(place, 'not-found', `"${command}" ${howItEnded(finished)}`, outputOf(finished))
    const imported = await read(place, before, finished)
    // A tool that ends with an error because benchmarks failed has said so of each of them.
    if (finished.exitCode !== exitCode && imported.failures.length === 0) throw ended(place, finished)
    const [failure] = imported.failures
    if (imported.series.length === 0 && failure !== undefined)
      throw new TrialError(
        place,
        failure.code,
        `"${command}": no benchmark has a result; ${failure.benchmark}: ${failure.reason}`,
        outputOf(finished),
      )
    return imported
  }

  async function read(
    place: Place,
    before: ReadonlyMap<string, number | null>,
    finished: Finished,
  ): Promise<Imported> {
    try {
      const files =
        patterns === undefined ? printed(place, finished) : await resultFiles(place, before, finished)
      return (await importFiles(files, benchmark.import)).imported
    } catch (error) {
      if (finished.exitCode !== exitCode) throw ended(place, finished)
      if (!(error instanceof PerfGateError)) throw error
      const reason =
        error.fix === undefined ? error.message : `${error.message.replace(/\.$/, '')}. ${error.fix}`
      throw new TrialError(place, 'unreadable', reason, outputOf(finished))
    }
  }

  function ended(place: Place, finished: Finished): TrialError {
    const expected = exitCode === 0 ? '' : `; "exit-code" expects ${exitCode}`
    return new TrialError(
      place,
      'exit-code',
      `"${command}" ${howItEnded(finished)}${expected}`,
      outputOf(finished),
    )
  }

  return {
    repeats: 'pairs',
    hasRows: true,
    absence: `the shell does not find the program of "${command}"`,

    async discover(place) {
      const start = tools.clock.elapsed()
      try {
        await run(place)
      } catch (error) {
        if (error instanceof TrialError && error.code === 'not-found') return []
        throw error
      }
      lasted.set(place.side, tools.clock.elapsed() - start)
      return [name]
    },

    async calibrate() {
      return {
        settings: {},
        expected: Math.max(0, ...lasted.values()),
        notices: [],
        async trial(place: Place, remark?: (remarks: Remarks) => void) {
          const imported = await run(place)
          remark?.(remarksOf(name, imported))
          return observeImported(name, imported)
        },
      }
    },

    async dispose() {},
  }
}

/** Whether a command is one whose results are read. */
export function isImported(benchmark: CommandBenchmark): benchmark is ImportedBenchmark {
  return benchmark.import !== undefined
}
