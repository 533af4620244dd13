// Runs of all shards → one Run per side. No pair is taken apart: a benchmark is whole in one shard, so that base and head
// of it met on one machine, whatever machines the others had. What does not belong together is refused.
import { ConfigError } from '../errors.ts'
import { fingerprint } from '../model/environment.ts'
import type { Failure } from '../model/failure.ts'
import type { Notice } from '../model/notice.ts'
import type { Run, Runs } from '../model/run.ts'
import { describeShard, plannedName, type Shard } from '../model/shard.ts'
import { type Side, sides } from '../model/side.ts'
import { joinMachines } from './machines.ts'
import type { ShardRuns } from './shards.ts'

export interface JoinedShards {
  readonly runs: Runs
  readonly change: Shard['change']
  /** More than one kind of machine: what was measured by different shards is not of one place. */
  readonly mixed: boolean
  readonly notices: readonly Notice[]
}

interface Part extends ShardRuns {
  readonly shard: Shard
  /** `shard 2 of 5 (shards/2)` */
  readonly title: string
}

/**
 * Joins what the shards measured; what a missing one should have is a failure in head's Run.
 * @param order names of the suite's benchmarks, as they are to be listed
 * @throws ConfigError when they are not parts of one measurement, or overlap
 */
export function joinShards(shards: readonly ShardRuns[], order: readonly string[]): JoinedShards {
  const parts = shards.map(partOf).sort((a, b) => a.shard.index - b.shard.index)
  const [first] = parts
  if (first === undefined) throw new ConfigError('There is nothing to merge.')
  for (const part of parts) refuseAlien(part, first)
  refuseOverlaps(parts)
  const { division } = first.shard
  const planned = new Set(division.flat())
  const place = new Map(order.map((name, index) => [name, index]))
  const { environment, notices: machines } = joinMachines(
    parts.map(({ title, runs }) => ({ title, environment: runs.head.environment })),
  )
  const side = (label: Side): Run => {
    const runs = parts.map((part) => part.runs[label])
    const rank = (name: string) => place.get(plannedName(name, planned) ?? name) ?? place.size
    const { shard: _, spent: _own, ...header } = first.runs[label]
    const spent = Object.assign({}, ...runs.map((run) => run.spent ?? {}))
    return {
      ...header,
      measurement: `${first.runs.head.measurement}+${parts.length - 1}`,
      environment,
      createdAt: runs.map(({ createdAt = '' }) => createdAt).reduce((a, b) => (a > b ? a : b)),
      series: runs.flatMap(({ series }) => series).sort((a, b) => rank(a.benchmark) - rank(b.benchmark)),
      failures: runs.flatMap(({ failures }) => failures),
      profiles: runs.flatMap(({ profiles }) => profiles),
      notices: unique(runs.flatMap(({ notices }) => notices)),
      ...(Object.keys(spent).length === 0 ? {} : { spent }),
    }
  }
  const absent = division.flatMap((names, index) =>
    parts.some(({ shard }) => shard.index === index + 1) ? [] : [{ index: index + 1, names }],
  )
  const [base, head] = [side('base'), side('head')]
  const missing = absent.flatMap(({ index, names }) =>
    names.map((benchmark): Failure => {
      const what = describeShard({ index, count: division.length })
      return { benchmark, code: 'missing-shard', reason: `${what} is missing, so that nobody measured it.` }
    }),
  )
  return {
    runs: { base, head: { ...head, failures: [...head.failures, ...missing] } },
    change: first.shard.change,
    mixed: machines.length > 0,
    notices: [...absent.flatMap((one) => missingNotice(one, division.length)), ...machines],
  }
}

function partOf({ where, runs }: ShardRuns): Part {
  const { base, head } = runs
  const { shard } = head
  if (shard === undefined)
    throw new ConfigError(
      `${where}: it is no shard that has ended: it was measured without \`--shard\`, or was stopped before its end.`,
      [],
      'Leave it out; what it should have measured is then reported as missing.',
    )
  const title = `${describeShard({ index: shard.index, count: shard.division.length })} (${where})`
  if (shard.index > shard.division.length || base.shard?.index !== shard.index)
    throw new ConfigError(`${title}: its two Runs are not of one shard.`)
  if (head.measurement === undefined || base.measurement !== head.measurement)
    throw new ConfigError(`${title}: its two Runs are not of one measurement, so they hold no pairs.`)
  if (fingerprint(base.environment) !== fingerprint(head.environment))
    throw new ConfigError(
      `${title}: base was measured on another machine than head (${base.environment.cpu ?? 'unknown'}, ${head.environment.cpu ?? 'unknown'}), so their difference is that of the machines.`,
      [],
      'Measure both sides of a benchmark in one job: that is what `--shard` does.',
    )
  return { where, runs, shard, title }
}

function refuseAlien(part: Part, first: Part): void {
  const [run, reference] = [part.runs.head, first.runs.head]
  const refuse = (why: string, fix: string) => {
    throw new ConfigError(
      `${part.title} and ${first.title} are not parts of one measurement: ${why}.`,
      [],
      fix,
    )
  }
  if (run.environment.suiteHash !== reference.environment.suiteHash)
    refuse(
      'they measured different suites (other benchmarks, or measured differently)',
      'Measure all shards with the same perf-gate.yml.',
    )
  for (const side of sides) {
    const [own, other] = [part.runs[side].subject.commit, first.runs[side].subject.commit]
    if (own !== other)
      refuse(
        `their ${side} is ${own?.slice(0, 7) ?? 'no commit'} and ${other?.slice(0, 7) ?? 'no commit'}`,
        'Measure all shards of the same two commits; `--base` names one of them.',
      )
  }
  if (run.seed !== reference.seed)
    refuse(
      `their seeds are ${run.seed} and ${reference.seed}, so they come from different runs`,
      'Take shards of one run only, or give all of them the same `--seed`.',
    )
  if (JSON.stringify(part.shard.division) !== JSON.stringify(first.shard.division))
    refuse(
      'they divide the suite differently',
      'Give all shards the same count and the same `--only`, and run them all again.',
    )
}

function refuseOverlaps(parts: readonly Part[]): void {
  const seen = new Map<number, Part>()
  for (const part of parts) {
    const { index, division } = part.shard
    const twin = seen.get(index)
    if (twin !== undefined)
      throw new ConfigError(
        `${twin.title} and ${part.where} are the same shard: its benchmarks would count twice.`,
        [],
        'Take the later one, or let `--continue` go on with the earlier one.',
      )
    seen.set(index, part)
    const own = new Set(division[index - 1])
    const planned = new Set(division.flat())
    for (const { benchmark } of sides.flatMap((side) => part.runs[side].series)) {
      const name = plannedName(benchmark, planned)
      if (name !== undefined && own.has(name)) continue
      const owner = name === undefined ? -1 : division.findIndex((names) => names.includes(name))
      const cpu = part.runs.head.environment.cpu ?? 'its machine'
      throw new ConfigError(
        owner < 0
          ? `${part.title} holds ${benchmark}, which is in no shard.`
          : `${part.title} holds ${benchmark}, measured on ${cpu}, which is for shard ${owner + 1} to measure: values of one benchmark from two machines are not put together.`,
        [],
        'Measure this shard again.',
      )
    }
  }
}

function missingNotice(
  { index, names }: { readonly index: number; readonly names: readonly string[] },
  count: number,
): Notice[] {
  // A shard without benchmarks has nothing to leave.
  if (names.length === 0) return []
  const were = names.length === 1 ? 'its benchmark' : 'its benchmarks'
  return [
    {
      code: 'missing-shard',
      message: `Shard ${index} of ${count} is missing: ${were} ${names.join(', ')} ${names.length === 1 ? 'was' : 'were'} not measured.`,
      fix: 'Look at why its job failed, and run it again: the others keep what they have.',
    },
  ]
}

function unique(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()]
}
