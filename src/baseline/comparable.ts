// Which Runs were measured as head was: the same benchmarks, on the same kind of machine. Others are left out here, with
// a sentence that says what differs.
import { type Environment, fingerprint } from '../model/environment.ts'
import type { Notice } from '../model/notice.ts'
import type { Run } from '../model/run.ts'

export interface Comparable<Item> {
  readonly kept: readonly Item[]
  readonly notices: readonly Notice[]
}

/** @param environment of head; only what it says is asked of the others */
export function comparable<Item extends { readonly run: Run }>(
  items: readonly Item[],
  environment: Environment | undefined,
): Comparable<Item> {
  if (environment === undefined) return { kept: items, notices: [] }
  const { suiteHash } = environment
  const ofSuite = items.filter(
    ({ run }) => suiteHash === undefined || run.environment.suiteHash === suiteHash,
  )
  const here = fingerprint(environment)
  const kept = ofSuite.filter(({ run }) => fingerprint(run.environment) === here)
  const [other] = ofSuite.filter((item) => !kept.includes(item))
  return {
    kept,
    notices: [
      ...anotherSuite(items.length - ofSuite.length, ofSuite.length),
      ...(other === undefined
        ? []
        : [anotherMachine(ofSuite.length - kept.length, kept.length, other.run.environment, environment)]),
    ],
  }
}

const runsWere = (count: number) => `${count} recorded ${count === 1 ? 'Run was' : 'Runs were'}`
const left = (count: number) => (count === 0 ? 'None is left' : `${count} ${count === 1 ? 'is' : 'are'} left`)

function anotherSuite(different: number, same: number): Notice[] {
  if (different === 0) return []
  return [
    {
      code: 'baseline-of-another-suite',
      message: `${runsWere(different)} measured with other benchmarks, or measured differently, and left out. ${left(same)} to compare with until the base branch has run the suite as it is now.`,
    },
  ]
}

function anotherMachine(different: number, same: number, there: Environment, here: Environment): Notice {
  return {
    code: 'baseline-of-another-machine',
    message: `${runsWere(different)} measured on another kind of machine and left out (${difference(there, here)}). ${left(same)} to compare with.`,
  }
}

/** The first thing that differs, in a reader's order: `CPU EPYC 7763 there, Xeon 8370C here`. */
export function difference(there: Environment, here: Environment): string {
  const memory = ({ memory: bytes }: Environment) =>
    bytes === undefined ? undefined : `${Math.round(bytes / 2 ** 30)} GiB`
  const facts: readonly (readonly [string, (environment: Environment) => string | undefined])[] = [
    ['CPU', ({ cpu }) => cpu],
    ['cores', ({ cores }) => cores?.toString()],
    ['memory', memory],
    ['system', ({ os }) => os],
    ['architecture', ({ arch }) => arch],
    ['runner image', ({ runnerImage }) => runnerImage],
    ['kernel', ({ kernel }) => kernel],
    ...[...new Set([...Object.keys(there.runtimes ?? {}), ...Object.keys(here.runtimes ?? {})])].map(
      (name) => [name, ({ runtimes }: Environment) => runtimes?.[name]] as const,
    ),
  ]
  const [name, of] = facts.find(([, fact]) => fact(there) !== fact(here)) ?? []
  if (of === undefined) return 'details that are not recorded'
  return `${name} ${of(there) ?? 'unknown'} there, ${of(here) ?? 'unknown'} here`
}
