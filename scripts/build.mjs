// Builds the committed bundles. The list of bundles is explicit; the output is byte-reproducible, so a test can tell
// whether dist/ is stale. `--out DIR` builds elsewhere.
import { readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { generate } from './generate.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Bundle name → entry. The two entries share chunks; the others run in a process or thread of their own. */
const entries = { cli: 'src/cli.ts', action: 'src/action.ts' }
const ownProcesses = {
  'task-host': 'src/measure/task/host.ts',
  'task-host-typescript': 'src/measure/task/host-typescript.ts',
  'profile-host': 'src/measure/profile/host.ts',
  'load-host': 'src/measure/load/host.ts',
  'load-worker': 'src/measure/load/host-worker.ts',
  'monitor-host': 'src/measure/monitor/host.ts',
  'leak-host': 'src/measure/leak/host.ts',
}

// @actions/core needs an HTTP client (and with it a second copy of undici, 415 kB) only for OIDC tokens, which
// perf-gate never asks for.
const withoutOidc = {
  name: 'without-oidc',
  setup(build) {
    build.onResolve({ filter: /^@actions\/http-client/ }, (args) =>
      args.importer.replaceAll('\\', '/').includes('/@actions/core/')
        ? { path: args.path, namespace: 'no-oidc' }
        : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'no-oidc' }, () => ({
      contents:
        'export class HttpClient { constructor() { throw new Error("OIDC tokens are not used") } }\nexport class BearerCredentialHandler {}',
      loader: 'js',
    }))
  },
}

// Several packages bring an undici of their own: one is enough.
const oneUndici = {
  name: 'one-undici',
  setup(build) {
    const path = createRequire(import.meta.url).resolve('undici')
    build.onResolve({ filter: /^undici$/ }, () => ({ path }))
  },
}

export async function bundle(outDir) {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const options = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outdir: outDir,
    legalComments: 'none',
    charset: 'utf8',
    define: { PERF_GATE_VERSION: JSON.stringify(version) },
    // Bundled CommonJS packages ask for `require`, which an ES module does not have.
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
    },
    plugins: [withoutOidc, oneUndici],
    logLevel: 'warning',
  }
  await rm(outDir, { recursive: true, force: true })
  await build({ ...options, entryPoints: entries, splitting: true, chunkNames: 'chunks/[name]-[hash]' })
  await build({ ...options, entryPoints: ownProcesses, splitting: true, chunkNames: 'chunks/[name]-[hash]' })
  await generate(outDir)
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } })
  await bundle(resolve(values.out))
}
