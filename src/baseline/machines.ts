// Shards may have run on machines of several kinds. Pairs do not mind, because both sides of each met on one; a later
// comparison across jobs does, so what differs is told and never passes for one machine.
import { type Environment, fingerprint } from '../model/environment.ts'
import type { Notice } from '../model/notice.ts'

interface Place {
  readonly title: string
  readonly environment: Environment
}

/** What all have in common, and of what differs all values. */
export function joinMachines(places: readonly Place[]): {
  readonly environment: Environment
  readonly notices: readonly Notice[]
} {
  const [first] = places
  const kinds = new Map<string, Place[]>()
  for (const place of places) {
    const kind = fingerprint(place.environment)
    kinds.set(kind, [...(kinds.get(kind) ?? []), place])
  }
  if (first === undefined || kinds.size === 1) return { environment: first?.environment ?? {}, notices: [] }
  const all = (read: (environment: Environment) => string | undefined) =>
    [...new Set(places.flatMap(({ environment }) => read(environment) ?? []))].sort().join(' + ')
  const same = <Value>(read: (environment: Environment) => Value | undefined) =>
    places.every(({ environment }) => read(environment) === read(first.environment))
      ? read(first.environment)
      : undefined
  const [cores, memory] = [same((one) => one.cores), same((one) => one.memory)]
  const { suiteHash, perfGate, runtimes } = first.environment
  const written = {
    cpu: all((one) => one.cpu),
    os: all((one) => one.os),
    kernel: all((one) => one.kernel),
    runnerImage: all((one) => one.runnerImage),
  }
  const described = [...kinds.values()].map((group) => {
    const { cpu = 'unknown processor', cores: count, os } = group[0]?.environment ?? {}
    const machine = [
      cpu,
      ...(count === undefined ? [] : [`${count} cores`]),
      ...(os === undefined ? [] : [os]),
    ]
    return `${group.length} on ${machine.join(', ')}`
  })
  return {
    environment: {
      ...Object.fromEntries(Object.entries(written).filter(([, text]) => text !== '')),
      ...(cores === undefined ? {} : { cores }),
      ...(memory === undefined ? {} : { memory }),
      ...(runtimes === undefined ? {} : { runtimes }),
      ...(perfGate === undefined ? {} : { perfGate }),
      ...(suiteHash === undefined ? {} : { suiteHash }),
    },
    notices: [
      {
        code: 'mixed-machines',
        message: `The shards ran on ${kinds.size} kinds of machines: ${described.join('; ')}. Base and head of each benchmark met on one of them, so the verdicts hold; absolute values of different shards do not compare.`,
        fix: 'Nothing has to be done; runners of one kind make limits and recorded baselines comparable too.',
      },
    ],
  }
}
