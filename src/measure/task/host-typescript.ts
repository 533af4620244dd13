// Loader hooks for Node versions that cannot run TypeScript themselves. Loaded only there, in a thread of their own.
import { readFile } from 'node:fs/promises'
import type { LoadFnOutput, LoadHookContext } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transform } from 'sucrase'

type NextLoad = (url: string, context: LoadHookContext) => Promise<LoadFnOutput>

export async function load(url: string, context: LoadHookContext, next: NextLoad): Promise<LoadFnOutput> {
  if (!/^file:.*\.[cm]?ts$/.test(url)) return next(url, context)
  const path = fileURLToPath(url)
  const { code } = transform(await readFile(path, 'utf8'), {
    transforms: ['typescript'],
    filePath: path,
    // As type stripping does: only `import type` goes away.
    keepUnusedImports: true,
    disableESTransforms: true,
  })
  return { format: await formatOf(url, code), source: code, shortCircuit: true }
}

/** As Node decides for JavaScript: by extension, by the nearest package.json, by what the code looks like. */
async function formatOf(url: string, code: string): Promise<'module' | 'commonjs'> {
  if (url.endsWith('.mts')) return 'module'
  if (url.endsWith('.cts')) return 'commonjs'
  const declared = await packageType(new URL('.', url))
  if (declared !== null) return declared
  return /^\s*(import\b(?!\s*\()|export\b)/m.test(code) ? 'module' : 'commonjs'
}

/** `null` where the nearest package.json does not say. */
async function packageType(directory: URL): Promise<'module' | 'commonjs' | null> {
  const text = await readFile(new URL('package.json', directory), 'utf8').catch(() => null)
  if (text !== null) {
    const { type }: { type?: unknown } = JSON.parse(text)
    return type === 'module' || type === 'commonjs' ? type : null
  }
  const parent = new URL('..', directory)
  return parent.href === directory.href ? null : packageType(parent)
}
