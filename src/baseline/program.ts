// The built program of the default branch beside its Runs: kept after a run there, and found again by a change whose
// base it is, so that the base need not be built. Whatever stands against it is said, and the base is built as usual.
import { ReadError } from '../errors.ts'
import type { Environment } from '../model/environment.ts'
import type { Program } from '../model/program.ts'
import type { Receipt } from '../model/receipt.ts'
import type { Host } from '../ports/host.ts'
import { baselineBranch } from './find.ts'
import { programName } from './name.ts'
import type { BaselinePlace } from './place.ts'
import {
  lockfileNames,
  type Manifest,
  mismatch,
  readManifest,
  readProgram,
  toolchainOf,
  type Wanted,
} from './program-manifest.ts'
import { whyNotStored } from './store.ts'

/** The two files inside the artifact. */
const manifestFile = 'manifest.json'
const archiveFile = 'program.zip'

/** Bytes packed and unpacked, and files: what a runner moves in seconds. */
const limits = { packed: 64 * 2 ** 20, bytes: 256 * 2 ** 20, files: 20_000 }
/** Programs that are kept where nothing expires by itself. */
const newest = 10

const megabytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MiB`

type ProgramHost = Pick<Host, 'files' | 'archive' | 'git'>

export interface ProgramTerms {
  /** Paths and globs, as `baseline.keep` has them. */
  readonly keep: readonly string[]
  readonly setup: readonly string[]
  readonly environment: Environment
  readonly host: ProgramHost
}

export interface ProgramToStore extends ProgramTerms {
  readonly place: BaselinePlace
  /** Where it was built, and of which commit. */
  readonly head: { readonly directory: string; readonly commit: string }
}

/** Uploads what `keep` names of the head, when this is a run of the default branch itself. */
export async function storeProgram(program: ProgramToStore): Promise<Receipt> {
  const { place, keep, setup, environment, host, head } = program
  const publisher = 'program'
  const skipped = whyNotStored(place.event)
  if (skipped !== null) return { publisher, status: 'skipped', why: skipped }
  const all = await host.files.list(keep, head.directory)
  const listed = all.filter(({ link }) => !link)
  const bytes = listed.reduce((sum, file) => sum + file.bytes, 0)
  const fix = 'Let `baseline.keep` name only what running needs.'
  if (listed.length === 0)
    return {
      publisher,
      status: 'failed',
      why: `\`baseline.keep\` (${keep.join(', ')}) matches no file.`,
      fix,
    }
  if (bytes > limits.bytes || listed.length > limits.files)
    return {
      publisher,
      status: 'failed',
      why: `The program is too large to be kept: ${listed.length} ${listed.length === 1 ? 'file' : 'files'} of ${megabytes(bytes)}; at most ${limits.files} files of ${megabytes(limits.bytes)} are.`,
      fix,
    }
  const contents: Record<string, Uint8Array> = {}
  const files: Manifest['files'] = []
  for (const { path, executable } of listed) {
    const content = await host.files.readBytes(`${head.directory}/${path}`)
    if (content === null) continue
    contents[path] = content
    files.push({ path, bytes: content.length, sha256: host.archive.digest(content), executable })
  }
  const packed = host.archive.pack(contents)
  if (packed.length > limits.packed)
    return {
      publisher,
      status: 'failed',
      why: `The program is too large to be kept: ${megabytes(packed.length)} packed; at most ${megabytes(limits.packed)} are.`,
      fix,
    }
  const manifest: Manifest = {
    format: 'perf-gate/program',
    version: 1,
    commit: head.commit,
    setup: [...setup],
    keep: [...keep],
    toolchain: toolchainOf(environment),
    lockfiles: await lockfiles(head.commit, host),
    files,
  }
  const receipt = await place.artifacts.upload(
    programName(place.suite),
    { [manifestFile]: `${JSON.stringify(manifest, null, 2)}\n`, [archiveFile]: packed },
    { newest },
  )
  const links = all.length - listed.length
  const told = links === 0 ? {} : { why: `${links} ${links === 1 ? 'link is' : 'links are'} not kept.` }
  return { ...told, ...receipt, publisher }
}

export interface ProgramQuery extends ProgramTerms {
  readonly place: BaselinePlace
  /** The base of the change. */
  readonly commit: string
}

/** The program of exactly this commit, or why the base has to be built: one sentence. */
export async function findProgram(
  query: ProgramQuery,
): Promise<{ readonly program: Program } | { readonly why: string; readonly fix?: string }> {
  const { place, keep, setup, environment, host, commit } = query
  const branch = baselineBranch(place.event)
  if (typeof branch !== 'string') return branch
  const short = commit.slice(0, 7)
  const { found, why, fix, missing } = await place.artifacts.find({
    name: programName(place.suite),
    branch,
    commit,
  })
  const artifact = found.find((one) => one.commit === commit)
  if (artifact === undefined) {
    if (found.length === 0)
      return { why: missing ?? why ?? 'None was kept.', ...(fix === undefined ? {} : { fix }) }
    return { why: missing ?? `None was kept of ${short}, only of other commits.` }
  }
  const what = `The program that was kept of ${short}`
  const files = await place.artifacts.downloadBytes(artifact, {
    download: limits.packed * 2,
    bytes: limits.bytes,
    files: 2,
  })
  if (files === null) return { why: `${what} has expired or could not be downloaded.` }
  const [text, packed] = [files[manifestFile], files[archiveFile]]
  if (text === undefined || packed === undefined)
    return { why: `${what} is not whole: its upload may have been cut short.` }
  const read = readManifest(new TextDecoder().decode(text))
  if ('why' in read) return { why: `${what} ${read.why}.` }
  const wanted: Wanted = {
    commit,
    setup: [...setup],
    keep: [...keep],
    toolchain: toolchainOf(environment),
    lockfiles: await lockfiles(commit, host),
  }
  const other = mismatch(read.manifest, wanted)
  if (other !== null) return { why: `${what} ${other}.` }
  try {
    const opened = readProgram(read.manifest, host.archive.unpack(packed, limits), host.archive)
    return 'program' in opened ? opened : { why: `${what} ${opened.why}.` }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    return { why: `${what} cannot be read: ${error.message}.` }
  }
}

/** As the commit has them: what a build leaves in the working tree does not count. */
async function lockfiles(
  commit: string,
  { git, archive }: ProgramHost,
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {}
  for (const name of lockfileNames) {
    const text = await git.read(commit, name)
    if (text !== null) found[name] = archive.digest(new TextEncoder().encode(text))
  }
  return found
}
