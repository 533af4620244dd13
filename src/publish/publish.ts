// Hands the finished report to the forge, one publisher after the other. What fails is a Receipt: the verdict never
// depends on publishing, and one refusal never stops the next publisher.
import type { Receipt } from '../model/receipt.ts'
import type { Report } from '../model/report.ts'
import type { Annotation } from '../ports/forge.ts'
import type { Host } from '../ports/host.ts'
import { receiptsFooter } from './describe.ts'
import { fitComment, markerOf } from './marker.ts'

export interface Rendered {
  /** Markdown, at most `commentRoom` characters. */
  readonly comment: string
  /** Markdown, at most `summaryRoom` bytes. */
  readonly summary: string
  readonly annotations: readonly Annotation[]
  readonly outputs: Readonly<Record<string, string>>
}

export interface PublishOptions {
  readonly comment: 'always' | 'never'
}

export interface Publication {
  readonly report: Report
  readonly rendered: Rendered
  readonly host: Pick<Host, 'forge'>
  readonly options?: PublishOptions
  /** What became of earlier ways out, such as the baseline; shown in the same footers. */
  readonly earlier?: readonly Receipt[]
}

/**
 * The summary comes last, because it alone can say that the comment was refused.
 * @returns one Receipt per publisher, `earlier` not among them
 */
export async function publish(publication: Publication): Promise<Receipt[]> {
  const { report, rendered, host, options = { comment: 'always' }, earlier = [] } = publication
  const { forge } = host
  const receipts: Receipt[] = []
  const footer = (): string => receiptsFooter([...earlier, ...receipts])
  const steps: Readonly<Record<string, () => Promise<Receipt>>> = {
    outputs: () => forge.setOutputs(rendered.outputs),
    annotations: () => forge.annotate(rendered.annotations),
    comment: async () => {
      if (options.comment === 'never')
        return { publisher: 'comment', status: 'skipped', why: 'Comments are turned off.' }
      const marker = markerOf(report.suite)
      const body = fitComment(marker, rendered.comment, footer(), forge.limits.comment)
      const receipt = await forge.upsertComment(marker, body)
      // Known only now; the other outputs must not wait for it.
      if (receipt.url !== undefined) await forge.setOutputs({ 'comment-url': receipt.url })
      return receipt
    },
    summary: () => forge.writeSummary(`${rendered.summary}\n${footer()}`),
  }
  for (const [publisher, step] of Object.entries(steps)) receipts.push(await attempt(publisher, step))
  return receipts
}

async function attempt(publisher: string, step: () => Promise<Receipt>): Promise<Receipt> {
  try {
    return await step()
  } catch (error) {
    return { publisher, status: 'failed', why: error instanceof Error ? error.message : String(error) }
  }
}
