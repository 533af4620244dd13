// All that is written of a report, for whoever publishes it: files, comment, summary, outputs.
import type { Report } from './model/report.ts'
import type { ForgeEvent } from './ports/forge.ts'
import type { Host } from './ports/host.ts'
import { type Rendered, summaryRoom } from './publish/index.ts'
import { headline } from './report/headline.ts'
import { text } from './report/markdown.ts'
import { fileNames, type RenderOptions, renderers } from './report/renderers/index.ts'

export async function writeReports(
  report: Report,
  out: string,
  { files }: Pick<Host, 'files'>,
  options: RenderOptions = {},
): Promise<void> {
  for (const [format, name] of Object.entries(fileNames) as [keyof typeof fileNames, string][])
    await files.write(`${out}/${name}`, renderers[format](report, options))
}

/** How a report is published, whichever job measured it. */
export function renderedOf(
  report: Report,
  { forge }: Pick<Host, 'forge'>,
  links: RenderOptions,
): Omit<Rendered, 'annotations' | 'outputs'> {
  return {
    comment: (limit) => renderers.comment(report, { ...links, limit }),
    summary: renderers.summary(report, { ...links, limit: summaryRoom(forge.limits) }),
    heading: text(report.suite),
    title: headline(report),
  }
}

/** @param config the suite's file, where it was named */
export function repeatedWith(config: string | undefined): Pick<RenderOptions, 'programArguments'> {
  return config === undefined ? {} : { programArguments: ['--config', config] }
}

export function linksOf({ repository, run }: Pick<ForgeEvent, 'repository' | 'run'>): RenderOptions {
  if (repository === undefined) return {}
  // The run's page is on the same server, which need not be github.com.
  const server = run === undefined ? 'https://github.com' : new URL(run.url).origin
  return {
    repositoryUrl: `${server}/${repository}`,
    ...(run === undefined ? {} : { fullReport: { label: 'the job summary', url: run.url } }),
  }
}

export function outputsOf(report: Report, out: string): Record<string, string> {
  const count = (verdict: string) => report.comparisons.filter((row) => row.verdict === verdict).length
  return {
    verdict: report.verdict,
    regressions: String(count('regression') + count('over-limit')),
    inconclusive: String(count('inconclusive')),
    report: `${out}/${fileNames.json}`,
    'base-commit': report.change.base.commit ?? '',
    seed: String(report.measured.seed ?? ''),
  }
}
