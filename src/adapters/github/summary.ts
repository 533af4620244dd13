// The job summary: a file that the runner uploads when the step ends, and drops whole when it is over 1 MiB.
import { appendFile, stat } from 'node:fs/promises'
import type { Receipt } from '../../model/receipt.ts'

/** Bytes of one step's summary. */
export const largestSummary = 1024 * 1024

export async function appendSummary(
  env: Readonly<Record<string, string | undefined>>,
  markdown: string,
): Promise<Receipt> {
  const file = env.GITHUB_STEP_SUMMARY
  if (file === undefined || file === '')
    return {
      publisher: 'summary',
      status: 'skipped',
      why: 'This step has no job summary: GITHUB_STEP_SUMMARY is not set.',
    }
  const written = await stat(file).then(
    ({ size }) => size,
    () => 0,
  )
  const text = `${markdown.trimEnd()}\n\n`
  const fitting = cutToBytes(text, largestSummary - written)
  await appendFile(file, fitting)
  return {
    publisher: 'summary',
    status: 'done',
    ...(fitting === text ? {} : { why: 'It was cut: GitHub takes 1 MiB of summary.' }),
  }
}

/** Whole lines of `text` that fit into `bytes`, and a last line that says so when some do not. */
export function cutToBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  const note = '\n\n_Cut here: GitHub takes 1 MiB of summary._\n'
  const kept: string[] = []
  let room = bytes - Buffer.byteLength(note)
  for (const line of text.split('\n')) {
    room -= Buffer.byteLength(line) + 1
    if (room < 0) break
    kept.push(line)
  }
  return kept.length === 0 ? '' : `${kept.join('\n')}${note}`
}
