// `leak:` turns the leak test of a task or a service on, and says from where on growth is a leak.
import * as v from 'valibot'
import { parseSize, patterns } from './quantity.ts'

const message = 'expected a size such as "32B": growth per operation that is no leak'

export const LeakSchema = v.pipe(
  v.string(message),
  v.regex(patterns.size, message),
  v.title('size'),
  v.description(
    'Also test for leaks: rounds of calls (of a service: requests) with garbage collected in between; growth per call up to this is none.',
  ),
  v.transform((text) => parseSize(text) ?? 0),
)
