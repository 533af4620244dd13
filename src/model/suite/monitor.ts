// `monitor:` of every kind that runs a program.
import * as v from 'valibot'
import { positiveDuration } from './amount.ts'

export const MonitorSchema = v.optional(
  positiveDuration(
    'Also watch what it takes from the machine, this often; adds the metrics of the process tree and, for Node.js, of its runtime.',
  ),
)
