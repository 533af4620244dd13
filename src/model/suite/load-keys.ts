// The keys of `load:`, in k6's words.
import * as v from 'valibot'
import { duration, percent, positiveDuration, rate } from './amount.ts'
import { PauseSchema, RequestSchema, requestEntries, ScenarioSchema } from './load-request.ts'

const text = (description: string) =>
  v.pipe(v.string(), v.nonEmpty('expected some text'), v.description(description))
const count = (least: number, most: number, description: string) =>
  v.pipe(
    v.number(),
    v.integer('expected a whole number'),
    v.minValue(least, `expected ${least} or more`),
    v.maxValue(most, `expected at most ${most}`),
    v.description(description),
  )

/** Bounds that keep a slip of the pen from becoming an attack. */
export const mostUsers = 10_000
export const mostPerSecond = 200_000
const longest = 24 * 3600

const boundedRate = (description: string) =>
  v.pipe(rate(description), v.maxValue(mostPerSecond, `expected at most ${mostPerSecond}/s`))
const runTime = (description: string) =>
  v.pipe(positiveDuration(description), v.maxValue(longest, 'expected at most 24h'))

const users = count(1, mostUsers, 'Virtual users: each sends its next request when the last one is answered.')

/** Users of a closed model, or arrivals per second of an open one. */
const amountOfLoad = (least: 0 | 1) =>
  v.pipe(
    v.union(
      [
        v.pipe(
          count(least, mostUsers, 'Users.'),
          v.transform((amount) => ({ of: 'users' as const, amount })),
        ),
        v.pipe(
          boundedRate('A rate.'),
          v.transform((amount) => ({ of: 'rate' as const, amount })),
        ),
      ],
      'expected a number of users, or a rate such as "200/s"',
    ),
    v.description('A number of users, or a rate such as "200/s".'),
  )

export type AmountOfLoad = Readonly<v.InferOutput<ReturnType<typeof amountOfLoad>>>

const StageSchema = v.pipe(
  v.strictObject({
    duration: runTime('How long the stage takes.'),
    target: amountOfLoad(0),
  }),
  v.description('Users or rate change evenly over `duration` until they are `target`.'),
)

/** A bound that is broken only when it stays so. */
const ConditionSchema = v.pipe(
  v.strictObject({
    metric: v.pipe(
      v.picklist(['error-rate', 'latency.p50', 'latency.p95', 'latency.p99', 'achieved-rate']),
      v.description('`achieved-rate` is the share of the intended rate that was answered.'),
    ),
    above: v.optional(
      v.pipe(
        v.union([percent('A share.'), duration('A time.')], 'expected "5%" or "500ms"'),
        v.description('Broken above this share or time.'),
      ),
    ),
    below: v.optional(percent('A share.')),
    for: v.optional(positiveDuration('How long it must hold.'), '3s'),
  }),
  v.check(
    ({ above, below }) => (above === undefined) !== (below === undefined),
    'expected one of "above" and "below"',
  ),
  v.description('A bound on what the last second showed.'),
)
export type Condition = Readonly<v.InferOutput<typeof ConditionSchema>>

const StressSchema = v.pipe(
  v.strictObject({
    until: v.pipe(
      v.array(ConditionSchema),
      v.nonEmpty('expected at least one condition'),
      v.description('The ramp ends when one of them breaks.'),
    ),
    step: v.optional(runTime('How long each step of the ramp lasts.'), '5s'),
    steps: v.optional(count(2, 100, 'Steps from the start to the ceiling.'), 10),
    ceiling: amountOfLoad(1),
    pause: v.optional(duration('Rest between the break and the recovery probe.'), '2s'),
    recovery: v.optional(runTime('How long recovery may take.'), '10s'),
  }),
  v.title('stress'),
  v.description(
    'Ramps up until a condition breaks or the ceiling is reached, then sees whether it recovers.',
  ),
)
export type StressSpec = Readonly<v.InferOutput<typeof StressSchema>>

const DataSchema = v.pipe(
  v.union(
    [
      v.pipe(v.string(), v.regex(/\.([cC][sS][vV]|[jJ][sS][oO][nN])$/, 'expected a .csv or .json file')),
      v.array(v.record(v.string(), v.unknown())),
    ],
    'expected a .csv or .json file, or a list of items',
  ),
  v.description('Items for the virtual users, taken in turn; each field is a variable.'),
)

export const loadEntries = {
  engine: v.optional(
    v.pipe(
      v.picklist(['k6', 'artillery']),
      v.description('Another tool that sends the requests of `script`; perf-gate itself when absent.'),
    ),
  ),
  script: v.optional(text("The engine's script, relative to the side's root: what one virtual user does.")),
  'engine-path': v.optional(
    text(
      "The engine's program, relative to the side's root; when absent the one in node_modules/.bin or on the PATH.",
    ),
  ),
  target: v.optional(v.pipe(text('One URL; the base of relative URLs where there are scenarios.'))),
  ...requestEntries,
  requests: v.optional(
    v.pipe(
      v.array(RequestSchema),
      v.nonEmpty('expected at least one request'),
      v.description('A scenario: requests sent in order.'),
    ),
  ),
  scenarios: v.optional(
    v.pipe(
      v.record(
        v.pipe(v.string(), v.regex(/^[\w .-]+$/, 'expected a name of letters and digits')),
        ScenarioSchema,
      ),
      v.check((all) => Object.keys(all).length > 0, 'expected at least one scenario'),
      v.description('A mix of scenarios: name → scenario, chosen by `weight`.'),
    ),
  ),
  function: v.optional(
    v.pipe(
      text('`module.js#export`: called once per iteration with its data item, instead of sending requests.'),
      v.regex(/^[^#]+(#[\w$]+)?$/, 'expected "module.js#export"'),
    ),
  ),
  users: v.optional(users),
  rate: v.optional(boundedRate('Arrivals per second, whether or not earlier ones are answered.')),
  duration: v.optional(runTime('How long it measures.')),
  stages: v.optional(
    v.pipe(
      v.array(StageSchema),
      v.nonEmpty('expected at least one stage'),
      v.description('Stages of users or of rates; each has a row of its own.'),
    ),
  ),
  iterations: v.optional(count(1, 100_000_000, 'Iterations in all, instead of a duration.')),
  'per-user': v.optional(v.pipe(v.boolean(), v.description('`iterations` is for each user.')), false),
  levels: v.optional(
    v.pipe(
      v.array(amountOfLoad(1)),
      v.minLength(2, 'expected at least two levels'),
      v.description('Scalability: users or rates, each measured for `duration`.'),
    ),
  ),
  stress: v.optional(StressSchema),
  'max-connections': v.optional(
    count(1, mostUsers, 'Connections at most; arrivals wait for a free one, and the wait counts.'),
    1000,
  ),
  'start-delay': v.optional(duration('Rest before the load starts.'), '0s'),
  'graceful-stop': v.optional(duration('How long unanswered requests may still take at the end.'), '10s'),
  'warm-up': v.optional(duration('The same load before it, not measured.'), '2s'),
  'think-time': v.optional(PauseSchema),
  pacing: v.optional(positiveDuration('Least time between the starts of two iterations of one user.')),
  data: v.optional(DataSchema),
  tags: v.optional(
    v.pipe(
      v.record(v.string(), v.string()),
      v.description('Sent as `perf-gate-<tag>` headers with every request.'),
    ),
    {},
  ),
  timeout: v.optional(positiveDuration('Limit for one request, until its body has ended.'), '10s'),
  http: v.optional(v.pipe(v.picklist([1.1, 2]), v.description('HTTP version; 2 needs https.')), 1.1),
  tls: v.optional(
    v.pipe(
      v.strictObject({
        insecure: v.optional(
          v.pipe(v.boolean(), v.description('Accept certificates that nobody vouches for.')),
          false,
        ),
        ca: v.optional(
          text('File with the certificate of an authority to trust as well (PEM), of the side.'),
        ),
      }),
      v.description('How https targets are trusted: `{ ca: FILE }`, or `{ insecure: true }`.'),
    ),
    {},
  ),
  transport: v.optional(
    v.pipe(
      v.picklist(['auto', 'undici', 'net']),
      v.description('What carries requests; `net` is the fast path for plain HTTP/1.1.'),
    ),
    'auto',
  ),
  workers: v.optional(count(1, 64, 'Threads that generate load; as many as the rate needs when absent.')),
  soak: v.optional(
    v.pipe(v.boolean(), v.description('Also test latency and memory for drift over time.')),
    false,
  ),
  'abort-when': v.optional(
    v.pipe(v.array(ConditionSchema), v.description('Ends the test, as failed, when one of them breaks.')),
    [],
  ),
} as const

export type WrittenLoad = v.InferOutput<v.StrictObjectSchema<typeof loadEntries, undefined>>
