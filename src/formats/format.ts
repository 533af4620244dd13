// What a format is: one way one tool writes its results, and how that text becomes series. Pure: text in, data out.
import type { Failure } from '../model/failure.ts'
import type { Notice } from '../model/notice.ts'
import type { Series } from '../model/series.ts'
import type { Source } from './reading/source.ts'

/** What a file of another tool says. Base units, no name twice, nothing dropped without a failure or a notice. */
export interface Imported {
  readonly series: readonly Series[]
  readonly failures: readonly Failure[]
  readonly notices: readonly Notice[]
  /** When a load test ran, in seconds since 1970, where its raw results tell: files of one time are of one test. */
  readonly span?: Span
}

export interface Span {
  readonly from: number
  readonly to: number
}

export interface Format {
  /** Kebab-case and unique: `hyperfine-csv`. */
  readonly name: string
  /** What `import:` and `--format` may also say when the exact format does not matter: `hyperfine`. */
  readonly tool: string
  /** For people. */
  readonly title: string
  /** The command that writes what this format reads. */
  readonly produce: string
  /** Where the tool documents it. */
  readonly documentation: string
  /** True only for this format's text, whatever the file is called. */
  detect(source: Source): boolean
  /** Throws `ReadError` when the text is not this format after all; a row that failed is a failure, not an error. */
  parse(source: Source): Imported
  /** Constant memory, for files that do not fit; then `detect` is asked about the head alone. */
  parseChunks?(chunks: AsyncIterable<string>, file: string): Promise<Imported>
}
