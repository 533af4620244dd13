// What a renderer may be told beside the Report: where its text will stand and what stands around it.
export interface RenderOptions {
  /** Longest text the host takes: characters of a comment, bytes of a job summary. */
  readonly limit?: number
  /** Where all rows are, for a text that had to be shortened. */
  readonly fullReport?: { readonly label: string; readonly url?: string }
  /** `https://github.com/owner/name`, so that commits can be links. */
  readonly repositoryUrl?: string
  /** How perf-gate is called on a reader's machine. */
  readonly program?: string
  /** Arguments that a repetition needs beside base and seed: `['--config', 'perf/api.yml']`. */
  readonly programArguments?: readonly string[]
  /** ANSI colours, for a terminal. */
  readonly color?: boolean
  /** Columns of the terminal. */
  readonly width?: number
  /** Line of the suite file (or of the benchmark itself) that an annotation belongs on. */
  readonly locate?: (row: {
    readonly benchmark: string
    readonly metric?: string
  }) => { readonly file: string; readonly line?: number } | undefined
}
