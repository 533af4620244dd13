// The way in: a text and what the person said of it → the format that knows it, and what it says.
import { ReadError } from '../errors.ts'
import type { Better } from '../model/unit.ts'
import { aliases } from './aliases.ts'
import type { Format, Imported } from './format.ts'
import { closedJson } from './reading/json.ts'
import { headLength, type Source, sourceOf } from './reading/source.ts'
import { formats } from './registry.ts'

export interface ImportRequest {
  readonly text: string
  /** For messages, and for names where a tool keeps them in paths. */
  readonly file: string
  /** A format's name, a tool's name, github-action-benchmark's or Bencher's word for it, or `auto`. */
  readonly format: string
  /** For formats that cannot know it, such as custom JSON. */
  readonly better?: Better
}

export interface Import {
  readonly format: Format
  readonly imported: Imported
}

/** The longest text that is read whole; longer ones need a format with `parseChunks`. */
const longestText = 400 * 2 ** 20

/** Throws `ReadError` when no format, or more than one, knows the text, and when it holds no benchmark at all. */
export function importText({ text, file, format, better }: ImportRequest): Import {
  const wanted = resolve(format)
  const source = sourceOf(file, text, better ?? wanted.better)
  const chosen = choose(wanted.candidates, source, format)
  return {
    format: chosen,
    imported: notEmpty(
      chosen,
      file,
      withTool(chosen, file, () => chosen.parse(source)),
    ),
  }
}

/** Like `importText`, in constant memory where the format allows it. Chunks are decoded and unzipped text. */
export async function importChunks(
  request: Omit<ImportRequest, 'text'> & { readonly chunks: AsyncIterable<string> },
): Promise<Import> {
  const { chunks, file, format } = request
  const wanted = resolve(format)
  const iterator = chunks[Symbol.asyncIterator]()
  let text = ''
  let ended = false
  while (!ended && text.length < headLength) ended = await more()
  const source = sourceOf(file, text, request.better ?? wanted.better)
  const streaming = wanted.candidates.find((one) => one.parseChunks !== undefined && one.detect(source))
  if (streaming?.parseChunks !== undefined) {
    const rest: AsyncIterable<string> = { [Symbol.asyncIterator]: () => iterator }
    const head = text
    const whole = (async function* () {
      yield head
      if (!ended) yield* rest
    })()
    const imported = await withToolAsync(streaming, file, streaming.parseChunks(whole, file))
    return { format: streaming, imported: notEmpty(streaming, file, imported) }
  }
  while (!ended) {
    ended = await more()
    if (text.length > longestText)
      throw new ReadError(
        `${file}: more than ${longestText / 2 ** 20} MiB, and not of a format that is read as a stream.`,
        `Streams are read of ${formats.flatMap((one) => (one.parseChunks === undefined ? [] : [one.name])).join(', ')}.`,
      )
  }
  return importText({ ...request, text })

  async function more(): Promise<boolean> {
    const next = await iterator.next()
    if (next.done !== true) text += next.value
    return next.done === true
  }
}

/** What is wrong with a word for a format; `null` when it names one, or several, or asks for any. */
export function formatProblem(word: string): string | null {
  try {
    resolve(word)
    return null
  } catch (error) {
    if (error instanceof ReadError) return error.message
    throw error
  }
}

interface Wanted {
  readonly candidates: readonly Format[]
  readonly better?: Better
}

function resolve(word: string): Wanted {
  const alias = aliases.find((one) => one.word === word)
  const name = alias?.means ?? word
  if (name === 'auto') return { candidates: formats }
  const candidates = formats.filter((one) => one.name === name || one.tool === name)
  if (candidates.length === 0)
    throw new ReadError(
      `unknown format ${JSON.stringify(word)}${nearest(word)}`,
      `One of: auto, ${formats.map((one) => one.name).join(', ')}.`,
    )
  return { candidates, ...(alias?.better === undefined ? {} : { better: alias.better }) }
}

function choose(candidates: readonly Format[], source: Source, word: string): Format {
  const [only] = candidates
  if (source.text.trim() === '')
    throw new ReadError(`${source.file}: it is empty, so nothing was measured.`, producedBy(candidates))
  // A format named exactly is read as such, so that its own message says what is wrong.
  if (candidates.length === 1 && only !== undefined) return only
  const found = candidates.filter((one) => one.detect(source))
  const [first] = found
  if (found.length === 1 && first !== undefined) return first
  if (found.length > 1)
    throw new ReadError(
      `${source.file}: it could be ${found.map((one) => one.title).join(' or ')}.`,
      `Say which: --format ${found.map((one) => one.name).join(' or ')}.`,
    )
  const exact = candidates.find((one) => one.name === word)
  if (exact !== undefined) return exact
  refuse(candidates, source, word)
}

function refuse(candidates: readonly Format[], source: Source, word: string): never {
  const broken = /^\s*[[{]/.test(source.text) && source.json() === undefined
  const problem = source.jsonProblem()
  const closed = broken ? closedJson(source.text) : null
  const like = closed === null ? [] : candidates.filter((one) => one.detect(sourceOf(source.file, closed)))
  const [first] = like
  if (first !== undefined)
    throw new ReadError(
      `${source.file}: ${first.title}: line ${problem.line}: ${problem.message}; the file was cut off.`,
      producedBy(like),
    )
  const expected = candidates === formats ? 'of no format that perf-gate reads' : `no output of ${word}`
  const line = JSON.stringify(source.text.trim().split('\n', 1)[0]?.slice(0, 80) ?? '')
  const said = broken ? ` Line ${problem.line}: ${problem.message}.` : ''
  throw new ReadError(`${source.file}: it is ${expected}; line 1 is ${line}.${said}`, producedBy(candidates))
}

function notEmpty(format: Format, file: string, imported: Imported): Imported {
  if (imported.series.length > 0 || imported.failures.length > 0) return imported
  throw new ReadError(
    `${file}: ${format.title}: it holds no benchmarks, so nothing was measured.`,
    producedBy([format]),
  )
}

/** Puts file, tool and the producing command into what a parser says. */
function withTool(format: Format, file: string, parse: () => Imported): Imported {
  try {
    return parse()
  } catch (error) {
    throw named(format, file, error)
  }
}

async function withToolAsync(format: Format, file: string, parsing: Promise<Imported>): Promise<Imported> {
  try {
    return await parsing
  } catch (error) {
    throw named(format, file, error)
  }
}

function named(format: Format, file: string, error: unknown): unknown {
  if (!(error instanceof ReadError)) return error
  return new ReadError(`${file}: ${format.title}: ${error.message}`, producedBy([format]), { cause: error })
}

function producedBy(candidates: readonly Format[]): string {
  if (candidates === formats)
    return 'Name the format (`--format`, in a suite `import:`); `perf-gate formats` lists them with the command that writes each.'
  return `perf-gate reads what this writes: ${candidates.map((one) => one.produce).join('   or   ')}`
}

function nearest(word: string): string {
  const start = word.toLowerCase().slice(0, 3)
  const near = formats
    .filter((one) => one.name.startsWith(start) || one.tool.startsWith(start))
    .map((one) => one.name)
  return near.length === 0 ? '' : `; did you mean ${near.slice(0, 3).join(' or ')}?`
}
