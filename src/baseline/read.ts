// A stored Run is data from another job, possibly of another version: it is checked before anything is compared.
import * as v from 'valibot'
import { type Run, RunSchema, runFormat, runVersion } from '../model/run.ts'

export type ReadRun = { readonly run: Run } | { readonly why: string }

/** @returns the Run, or one clause that says why the text is none */
export function readRun(text: string): ReadRun {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { why: 'its run.json is not JSON' }
  }
  if (isRecord(value) && value.format === runFormat && Number(value.version) > runVersion)
    return { why: `its run.json has version ${value.version}, this perf-gate reads version ${runVersion}` }
  const result = v.safeParse(RunSchema, value)
  if (result.success) return { run: result.output }
  const [issue] = result.issues
  return { why: `its run.json is no Run: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
