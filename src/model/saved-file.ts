// Runs and reports that were written by another job, possibly of another version: data, checked before it is used.
import * as v from 'valibot'
import { type Report, ReportSchema, reportFormat, reportVersion } from './report.ts'
import { type Run, RunSchema, runFormat, runVersion } from './run.ts'

/** The value, or one clause that says why the text is none, to be put behind the name of the file. */
export type Read<Value> = { readonly value: Value } | { readonly why: string }

export const readRun = (text: string): Read<Run> =>
  readSaved(text, { schema: RunSchema, format: runFormat, version: runVersion, noun: 'Run' })

export const readReport = (text: string): Read<Report> =>
  readSaved(text, { schema: ReportSchema, format: reportFormat, version: reportVersion, noun: 'report' })

interface Kind<Value> {
  readonly schema: v.GenericSchema<unknown, Value>
  readonly format: string
  readonly version: number
  readonly noun: string
}

function readSaved<Value>(text: string, { schema, format, version, noun }: Kind<Value>): Read<Value> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (text.trim() === '') return { why: 'is empty' }
    return { why: `is not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
  if (typeof value !== 'object' || value === null || !('format' in value))
    return { why: `is no ${noun} of perf-gate: it has no "format": "${format}"` }
  if (value.format !== format)
    return { why: `is no ${noun} of perf-gate: its format is ${JSON.stringify(value.format)}` }
  const written = 'version' in value ? Number(value.version) : Number.NaN
  if (written > version) return { why: `has version ${written}; this perf-gate reads version ${version}` }
  const result = v.safeParse(schema, value)
  if (result.success) return { value: result.output }
  const [issue] = result.issues
  return { why: `is no ${noun} of perf-gate: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` }
}
