// JSON schemas from the valibot schemas: what editors check and complete, and what other programs may rely on.
import { toJsonSchema } from '@valibot/to-json-schema'
import { ReportSchema } from '../../src/model/report.ts'
import { RunSchema } from '../../src/model/run.ts'
import { benchmarkSchemas } from '../../src/model/suite/benchmark.ts'
import { BudgetSchema } from '../../src/model/suite/budget.ts'
import { GateSchema } from '../../src/model/suite/gate.ts'
import { BaselineSchema, SuiteSchema } from '../../src/model/suite/index.ts'

const settings = {
  // As people write it, before defaults and base units.
  typeMode: 'input',
  // JSON has no infinite numbers; what is trimmed may be untrimmed; a check is code.
  ignoreActions: ['finite', 'trim', 'check'],
  overrideAction: ({ valibotAction, jsonSchema }) =>
    // JSON schema always reads patterns the way the flag `u` does.
    valibotAction.type === 'regex' && valibotAction.requirement.flags === 'u'
      ? { ...jsonSchema, pattern: valibotAction.requirement.source }
      : undefined,
}

/** The definition of each part of a suite, under the name that the docs use. */
export const suiteParts = {
  ...benchmarkSchemas,
  budget: BudgetSchema,
  gate: GateSchema,
  baseline: BaselineSchema,
}

/** File name without its ending → JSON schema, draft 7. */
export function jsonSchemas() {
  return {
    'perf-gate': toJsonSchema(SuiteSchema, { ...settings, definitions: suiteParts }),
    run: titled('perf-gate run', 'A Run file: what was measured of one side.', RunSchema),
    report: titled('perf-gate report', 'A report file: what was found, and the verdict.', ReportSchema),
  }
}

function titled(title, description, schema) {
  const { $schema, ...rest } = toJsonSchema(schema, settings)
  return { $schema, title, description, ...rest }
}
