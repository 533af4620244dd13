// What did not get out, in words: for the log in full, for a footer only what a reader can do something about.
import type { Receipt } from '../model/receipt.ts'

/** One line per Receipt, and below it the lines to add. */
export function describeReceipts(receipts: readonly Receipt[]): string[] {
  return receipts.flatMap(({ publisher, status, why, fix, url }) => [
    `${publisher}: ${[status, why, url].filter((part) => part !== undefined).join(' – ')}`,
    ...(fix === undefined ? [] : ['  To change that:', ...indented(indented(fix).join('\n'))]),
  ])
}

/** Receipts that someone must act on: failures, and what a change of the workflow file would allow. */
export function needingAttention(receipts: readonly Receipt[]): Receipt[] {
  return receipts.filter(
    ({ status, fix }) => status === 'failed' || (status === 'skipped' && fix !== undefined),
  )
}

/** Markdown for the end of a comment or summary; empty when nothing needs attention. */
export function receiptsFooter(receipts: readonly Receipt[]): string {
  const open = needingAttention(receipts)
  if (open.length === 0) return ''
  const items = open.map(({ publisher, status, why, fix }) => {
    const line = `- **${publisher}** ${status}: ${why ?? 'no reason was given.'}`
    if (fix === undefined) return line
    // A fix is lines for a YAML file, or a sentence.
    if (!/^[\w-]+:/.test(fix)) return `${line} ${fix}`
    return `${line}\n${indented(['```yaml', fix, '```'].join('\n')).join('\n')}`
  })
  return `\n<details><summary>${open.length} not published</summary>\n\n${items.join('\n')}\n\n</details>\n`
}

const indented = (text: string): string[] => text.split('\n').map((line) => `  ${line}`)
