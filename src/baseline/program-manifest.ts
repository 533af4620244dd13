// What a kept program says of itself, and whether that is what is wanted here. It is read from an archive that travelled:
// every path is checked before anything is written, every file by its digest.
import * as v from 'valibot'
import type { Environment } from '../model/environment.ts'
import type { Program, ProgramFile } from '../model/program.ts'
import type { Archive } from '../ports/archive.ts'
import { difference } from './comparable.ts'

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const ManifestSchema = v.object({
  format: v.literal('perf-gate/program'),
  version: v.literal(1),
  commit: v.string(),
  setup: v.array(v.string()),
  keep: v.array(v.string()),
  /** What built it. */
  toolchain: v.object({
    os: v.optional(v.string()),
    arch: v.optional(v.string()),
    runnerImage: v.optional(v.string()),
    runtimes: v.optional(v.record(v.string(), v.string())),
  }),
  /** Lockfile → its digest. */
  lockfiles: v.record(v.string(), digest),
  files: v.array(v.object({ path: v.string(), bytes: v.number(), sha256: digest, executable: v.boolean() })),
})
export type Manifest = Readonly<v.InferOutput<typeof ManifestSchema>>

/** What a program must have been built from and with to stand in for building the base here. */
export type Wanted = Pick<Manifest, 'commit' | 'setup' | 'keep' | 'toolchain' | 'lockfiles'>

/** Lockfiles of the usual package managers: what they pin is part of the program. */
export const lockfileNames = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'Cargo.lock',
  'go.sum',
  'poetry.lock',
  'uv.lock',
  'Pipfile.lock',
  'Gemfile.lock',
  'composer.lock',
  'pubspec.lock',
  'mix.lock',
] as const

export function toolchainOf({ os, arch, runnerImage, runtimes }: Environment): Manifest['toolchain'] {
  return {
    ...(os === undefined ? {} : { os }),
    ...(arch === undefined ? {} : { arch }),
    ...(runnerImage === undefined ? {} : { runnerImage }),
    ...(runtimes === undefined ? {} : { runtimes }),
  }
}

/** The manifest, or why there is none: a clause that follows "it". */
export function readManifest(text: string): { readonly manifest: Manifest } | { readonly why: string } {
  try {
    const read = v.safeParse(ManifestSchema, JSON.parse(text))
    if (read.success) return { manifest: read.output }
    const [issue] = read.issues
    return { why: `has no manifest that can be read: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` }
  } catch (error) {
    return {
      why: `has no manifest that can be read: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

/** Why it is not the program that is wanted: a clause that follows "it"; `null` when it is. */
export function mismatch(manifest: Manifest, wanted: Wanted): string | null {
  if (manifest.commit !== wanted.commit) return `is of another commit, ${manifest.commit.slice(0, 7)}`
  if (!same(manifest.setup, wanted.setup)) return 'was built by another `setup`'
  if (!same(manifest.keep, wanted.keep)) return 'was kept with other paths in `baseline.keep`'
  if (!same(sorted(manifest.toolchain), sorted(wanted.toolchain)))
    return `was built with another toolchain: ${difference(manifest.toolchain, wanted.toolchain)}`
  const locks = new Set([...Object.keys(manifest.lockfiles), ...Object.keys(wanted.lockfiles)])
  const lock = [...locks].find((name) => manifest.lockfiles[name] !== wanted.lockfiles[name])
  return lock === undefined ? null : `was built with another ${lock}`
}

/** The program as the manifest lists it, or why it is refused: a clause that follows "it". */
export function readProgram(
  { commit, files: listed }: Manifest,
  contents: Readonly<Record<string, Uint8Array>>,
  archive: Pick<Archive, 'digest'>,
): { readonly program: Program } | { readonly why: string } {
  const seen = new Set<string>()
  const files: ProgramFile[] = []
  for (const { path, bytes, sha256, executable } of listed) {
    if (!staysBelow(path)) return { why: `names a path that leads elsewhere: ${JSON.stringify(path)}` }
    // Some file systems do not tell the two apart.
    const spelling = path.toLowerCase()
    if (seen.has(spelling)) return { why: `names ${JSON.stringify(path)} twice` }
    seen.add(spelling)
    const content = Object.hasOwn(contents, path) ? contents[path] : undefined
    if (content === undefined) return { why: `lacks ${path}` }
    if (content.length !== bytes || archive.digest(content) !== sha256)
      return { why: `has another ${path} than its digest says` }
    files.push({ path, content, executable })
  }
  const extra = Object.keys(contents).find((path) => !listed.some((file) => file.path === path))
  if (extra !== undefined) return { why: `holds ${JSON.stringify(extra)}, which its manifest does not name` }
  return { program: { commit, files } }
}

/** A plain relative path, on every system; nothing of git's own. */
export function staysBelow(path: string): boolean {
  if (/[\\\p{Cc}:]/u.test(path)) return false
  return path.split('/').every((part) => part !== '' && !/^\.{1,2}$/.test(part) && !/^\.git$/i.test(part))
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function sorted({ runtimes = {}, ...toolchain }: Manifest['toolchain']) {
  const byName = Object.entries({ ...toolchain, ...runtimes }).filter(([, value]) => value !== undefined)
  return byName.sort(([a], [b]) => (a < b ? -1 : 1))
}
