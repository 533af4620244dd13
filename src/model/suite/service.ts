// The service under test: how it is started, and how it is known to be ready.
import * as v from 'valibot'
import { positiveDuration } from './amount.ts'

const text = (description: string) =>
  v.pipe(v.string(), v.nonEmpty('expected some text'), v.description(description))

export const ServiceSchema = v.pipe(
  v.strictObject({
    command: text('Command line that starts it; it finds its port in PORT.'),
    ready: v.optional(
      v.pipe(
        v.union(
          [
            v.pipe(
              v.string(),
              v.regex(/^https?:\/\//, 'expected a URL'),
              v.transform((url) => ({ url })),
            ),
            v.strictObject({ url: text('A URL that answers once it is ready.') }),
            v.strictObject({ log: text('Text that it prints once it is ready.') }),
          ],
          'expected a URL, or "log: text"',
        ),
        v.description(
          'A URL that answers with 200 to 399, or `log:` with text that it prints; the target when absent.',
        ),
      ),
    ),
    timeout: v.optional(positiveDuration('How long it may take to become ready.'), '30s'),
    restart: v.optional(
      v.pipe(
        v.picklist(['per-trial', 'keep']),
        v.description('A fresh process for every trial, or one that is kept for all of them.'),
      ),
      'per-trial',
    ),
    env: v.optional(
      v.pipe(
        v.record(
          v.string(),
          v.union(
            [v.string(), v.pipe(v.number(), v.toString()), v.pipe(v.boolean(), v.toString())],
            'expected text, a number, true or false',
          ),
        ),
        v.description('Environment variables.'),
      ),
      {},
    ),
    cwd: v.optional(text("Directory to run in, relative to the side's root.")),
  }),
  v.title('service'),
  v.description('The service under test, started once per side on a port of its own.'),
)
export type ServiceSpec = Readonly<v.InferOutput<typeof ServiceSchema>>
