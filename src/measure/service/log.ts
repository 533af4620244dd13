// What a side's service printed, over all its starts, in one file beside the results.
import type { Side } from '../../model/side.ts'
import type { Tools } from '../driver.ts'

export interface ServiceLog {
  /** Where people find it. */
  readonly path: string
  /** One life of the service, from its start to its end. */
  add(life: { readonly port: number; readonly output: string; readonly truncated: boolean }): Promise<void>
}

/** Characters of all lives together; the oldest are left out first. */
const most = 2 ** 20

/** @returns `null` where nothing is kept */
export function serviceLog(
  benchmark: string,
  side: Side,
  { files, clock, out }: Pick<Tools, 'files' | 'clock' | 'out'>,
): ServiceLog | null {
  if (out === undefined) return null
  const path = `${out}/services/${encodeURIComponent(benchmark)}-${side}.log`
  const lives: string[] = []
  let leftOut = 0
  return {
    path,
    async add({ port, output, truncated }) {
      const title = `=== ${lives.length + leftOut + 1}. start, on port ${port}, ended ${new Date(clock.now()).toISOString()} ===`
      const beginning = truncated ? '… (its beginning is left out)\n' : ''
      lives.push(`${title}\n${beginning}${output}${output === '' || output.endsWith('\n') ? '' : '\n'}`)
      while (lives.length > 1 && lives.reduce((sum, { length }) => sum + length, 0) > most) {
        lives.shift()
        leftOut += 1
      }
      const earlier = leftOut === 0 ? '' : `… (${leftOut} earlier starts are left out)\n`
      await files.write(path, earlier + lives.join(''))
    },
  }
}
