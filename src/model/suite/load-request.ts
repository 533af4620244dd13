// What a load test sends: requests, what is taken from their answers and held against them, and mixes of scenarios.
import * as v from 'valibot'
import { duration, positiveDuration } from './amount.ts'

const text = (description: string) =>
  v.pipe(v.string(), v.nonEmpty('expected some text'), v.description(description))
const scalar = v.union(
  [v.string(), v.pipe(v.number(), v.toString()), v.pipe(v.boolean(), v.toString())],
  'expected text, a number, true or false',
)
const pattern = (description: string) =>
  v.pipe(
    text(description),
    v.check((source) => compiles(source), 'expected a regular expression'),
  )

function compiles(source: string): boolean {
  try {
    new RegExp(source)
    return true
  } catch {
    return false
  }
}

/** How long a virtual user waits. Seconds. */
export const PauseSchema = v.pipe(
  v.union(
    [
      v.pipe(
        duration('Always the same.'),
        v.transform((seconds) => ({ kind: 'constant' as const, seconds })),
      ),
      v.pipe(
        v.strictObject({
          uniform: v.pipe(
            v.tuple([duration('Shortest.'), duration('Longest.')], 'expected [shortest, longest]'),
            v.description('Shortest and longest: all times between are equally likely.'),
          ),
        }),
        v.transform(({ uniform: [least, most] }) => ({ kind: 'uniform' as const, least, most })),
      ),
      v.pipe(
        v.strictObject({
          normal: v.pipe(
            v.strictObject({ mean: duration('Mean.'), deviation: duration('Standard deviation.') }),
            v.description('Normally distributed, never negative.'),
          ),
        }),
        v.transform(({ normal: { mean, deviation } }) => ({ kind: 'normal' as const, mean, deviation })),
      ),
    ],
    'expected a duration, "uniform: [1s, 3s]" or "normal: { mean: 1s, deviation: 200ms }"',
  ),
  v.description('A duration, `uniform: [1s, 3s]`, or `normal: { mean: 1s, deviation: 200ms }`.'),
)
export type Pause = Readonly<v.InferOutput<typeof PauseSchema>>

export const ExtractionSchema = v.pipe(
  v.strictObject({
    json: v.optional(text('Path into a JSON body: `items[0].id`.')),
    header: v.optional(text('Name of a response header.')),
    regex: v.optional(pattern('Regular expression over the body; its first group, or all of it.')),
  }),
  v.check(
    (where) => Object.values(where).filter((value) => value !== undefined).length === 1,
    'expected one of "json", "header" and "regex"',
  ),
  v.description('Where a variable comes from.'),
)
export type Extraction = Readonly<v.InferOutput<typeof ExtractionSchema>>

const StatusSchema = v.pipe(
  v.number(),
  v.integer('expected a status such as 200'),
  v.minValue(100),
  v.maxValue(599),
)

export const CheckSchema = v.pipe(
  v.strictObject({
    status: v.optional(
      v.pipe(
        v.union([StatusSchema, v.array(StatusSchema)], 'expected a status such as 200, or a list of them'),
        v.description('Statuses that count as success; 200 to 299 when absent.'),
        v.transform((status) => (typeof status === 'number' ? [status] : status)),
      ),
    ),
    header: v.optional(
      v.pipe(v.record(v.string(), v.string()), v.description('Headers the answer must have: name → value.')),
      {},
    ),
    contains: v.optional(text('Text the body must contain.')),
    matches: v.optional(pattern('Regular expression the body must match.')),
    duration: v.optional(positiveDuration('Longest time the answer may take.')),
  }),
  v.description('What makes an answer a success.'),
)
export type Check = Readonly<v.InferOutput<typeof CheckSchema>>

/** Keys of one request; `target:` has them too. */
export const requestEntries = {
  method: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[A-Za-z]+$/, 'expected a method such as GET'),
      v.description('HTTP method.'),
      v.transform((method) => method.toUpperCase()),
    ),
    'GET',
  ),
  headers: v.optional(v.pipe(v.record(v.string(), scalar), v.description('Request headers.')), {}),
  body: v.optional(text('Request body.')),
  json: v.optional(v.pipe(v.unknown(), v.description('Request body, sent as JSON.'))),
  extract: v.optional(
    v.pipe(
      v.record(
        v.pipe(v.string(), v.regex(/^\w+$/, 'expected a name of letters and digits')),
        ExtractionSchema,
      ),
      v.description(
        'Variables taken from the answer: name → where; used in later requests as a dollar sign and the name in braces.',
      ),
    ),
    {},
  ),
  check: v.optional(CheckSchema, {}),
} as const

/** Timeouts, tags and body of a request as the code uses them. */
export function requestOf(written: {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly json?: unknown
  readonly extract: Readonly<Record<string, Extraction>>
  readonly check: Check
}) {
  const { json, body, headers, method, extract, check } = written
  const isJson = json !== undefined
  const typed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
  return {
    method,
    headers: isJson && !typed ? { ...headers, 'content-type': 'application/json' } : headers,
    body: isJson ? JSON.stringify(json) : body,
    extract,
    check,
  }
}

export const RequestSchema = v.pipe(
  v.strictObject({
    name: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[^\s/|<>`*?[\]{}][^/|<>`*?[\]{}]*$/u, 'expected a name without / | < > ` * ? [ ] { }'),
        v.description('How its row is called.'),
      ),
    ),
    url: text('URL, or a path below `target`.'),
    ...requestEntries,
    'think-time': v.optional(PauseSchema),
  }),
  v.check(
    ({ body, json }) => body === undefined || json === undefined,
    'expected "body" or "json", not both',
  ),
  v.title('request'),
  v.description('One request of a scenario.'),
  v.transform(({ name, url, 'think-time': thinkTime, ...rest }) => ({
    name,
    url,
    thinkTime,
    ...requestOf(rest),
  })),
)
export type RequestSpec = Readonly<v.InferOutput<typeof RequestSchema>>

export const ScenarioSchema = v.pipe(
  v.strictObject({
    weight: v.optional(
      v.pipe(
        v.number(),
        v.gtValue(0, 'expected more than 0'),
        v.description('Share of the iterations, relative to the other scenarios.'),
      ),
      1,
    ),
    requests: v.pipe(
      v.array(RequestSchema),
      v.nonEmpty('expected at least one request'),
      v.description('Sent one after the other by one virtual user.'),
    ),
    'think-time': v.optional(PauseSchema),
    pacing: v.optional(positiveDuration('Least time between the starts of two iterations of one user.')),
    tags: v.optional(
      v.pipe(
        v.record(v.string(), scalar),
        v.description('Sent as `perf-gate-<tag>` headers, to find them in logs.'),
      ),
      {},
    ),
  }),
  v.title('scenario'),
  v.description('Requests that one virtual user sends in order.'),
  v.transform(({ 'think-time': thinkTime, ...rest }) => ({ thinkTime, ...rest })),
)
export type ScenarioSpec = Readonly<v.InferOutput<typeof ScenarioSchema>>
