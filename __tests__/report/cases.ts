// The situations a report must be good in. Each has a golden folder of the same name.
import type { Report } from '../../src/model/report.ts'
import type { RenderOptions } from '../../src/report/options.ts'
import { decided } from './cases-decided.ts'
import { troubled } from './cases-troubled.ts'

export interface Situation {
  readonly report: () => Report
  readonly options?: RenderOptions
}

export const cases: Readonly<Record<string, Situation>> = { ...decided, ...troubled }
