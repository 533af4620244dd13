// Plain data → Suite, or all that is wrong with it: first the shape, then each value, then the rules that look across
// keys. What an earlier check found, later ones do not tell again.
import * as v from 'valibot'
import { benchmarkSchemas, kindsIn } from '../model/suite/benchmark.ts'
import { type Suite, SuiteSchema } from '../model/suite/index.ts'
import { draftOf } from './draft.ts'
import { explain, valueAt, wording } from './explain.ts'
import { type Fault, type Path, pathText } from './fault.ts'
import { faultRules, type Purpose, warningRules } from './rules.ts'
import { isMapping, shapeFaults } from './shape.ts'

export interface Checked {
  /** Present when there are no faults. */
  readonly suite?: Suite
  readonly faults: readonly Fault[]
  readonly warnings: readonly Fault[]
}

export interface Written {
  readonly data: unknown
  /** How a number was written, where it would be printed differently. */
  readonly spelling: (path: Path) => string | undefined
  /** What reading the text found. */
  readonly faults: readonly Fault[]
}

export function checkSuite({ data: written, spelling, faults: earlier }: Written, purpose: Purpose): Checked {
  const known = new Set(earlier.map(({ path }) => pathText(path)))
  const fresh = ({ path }: Fault): boolean => !known.has(pathText(path))
  const shape = shapeFaults(SuiteSchema, written)
  if (!isMapping(written)) return { faults: shape, warnings: [] }
  const parsed = v.safeParse(SuiteSchema, written, wording)
  const values = (parsed.issues ?? [])
    .flatMap((issue) => faultsOf(issue, written))
    .filter(({ path }) => !shape.some((fault) => startsWith(path, fault.path)))
  const found = [...earlier, ...[...shape, ...values].filter(fresh)]
  const draft = draftOf(written, [...shape, ...values])
  const subject = { draft, purpose, written, spelling }
  const faults = [...found, ...faultRules.flatMap((rule) => rule(subject)).filter(fresh)]
  const warnings = warningRules.flatMap((rule) => rule(subject))
  return parsed.success && faults.length === 0
    ? { suite: parsed.output, faults, warnings }
    : { faults, warnings }
}

/** A benchmark that fits no kind: what is wrong with it as the kind that it names. */
function faultsOf(issue: v.BaseIssue<unknown>, written: unknown): Fault[] {
  const fault = explain(issue, written)
  const isBenchmark = fault.path.length === 2 && fault.path[0] === 'benchmarks' && issue.type === 'union'
  if (!isBenchmark) return [fault]
  const [kind] = kindsIn(valueAt(written, fault.path))
  if (kind === undefined) return []
  const parsed = v.safeParse(benchmarkSchemas[kind], valueAt(written, fault.path), wording)
  return (parsed.issues ?? []).map((inner) => explain(inner, written, fault.path))
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((part, index) => path[index] === part)
}
