// V8's `.cpuprofile`: a tree of calls, the node that each sample hit, and the microseconds between samples.
// https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile
import * as v from 'valibot'
import type { CallSite, ReadStacks, Stack } from './profile-stacks.ts'
import { parseJson } from './reading/json.ts'

const NodeSchema = v.object({
  id: v.number(),
  callFrame: v.object({
    functionName: v.string(),
    url: v.optional(v.string(), ''),
    lineNumber: v.optional(v.number(), -1),
    columnNumber: v.optional(v.number(), -1),
  }),
  hitCount: v.optional(v.number()),
  children: v.optional(v.array(v.number()), []),
  /** Node 8 and later list children; other engines name the parent. */
  parent: v.optional(v.number()),
})
type Node = v.InferOutput<typeof NodeSchema>

const CpuProfileSchema = v.object({
  nodes: v.pipe(v.array(NodeSchema), v.nonEmpty()),
  startTime: v.optional(v.number(), 0),
  endTime: v.optional(v.number(), 0),
  samples: v.optional(v.array(v.number()), []),
  timeDeltas: v.optional(v.array(v.number()), []),
})

/** The root is no function, and nothing is computed while idle. */
const notWork: ReadonlySet<string> = new Set(['(root)', '(idle)'])

export function readCpuProfile(text: string): ReadStacks {
  const parsed = parseJson(text)
  if (!('value' in parsed)) return { why: parsed.message }
  const checked = v.safeParse(CpuProfileSchema, parsed.value)
  if (!checked.success) {
    const [issue] = checked.issues
    return { why: `it is no V8 CPU profile: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` }
  }
  const profile = checked.output
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const parents = parentsOf(profile.nodes)
  const weights = profile.samples.length > 0 ? bySamples(profile) : byHits(profile)
  const stacks: Stack[] = []
  let unknown = 0
  for (const [id, { seconds, samples }] of weights) {
    const sites = sitesOf(id, nodes, parents)
    if (sites === null) unknown += samples
    else if (sites.length > 0) stacks.push({ sites, self: seconds, samples })
  }
  const notices =
    unknown === 0
      ? []
      : [
          {
            code: 'profile-incomplete',
            message: `${unknown} samples of a CPU profile point to calls that are not in it: they are left out.`,
          },
        ]
  return { unit: 's', stacks, notices }
}

interface Weight {
  seconds: number
  samples: number
}

/** A gap this many times as long as usual is one in which the program did not run: the machine had other things to do. */
const longestGap = 10

/** A sample lasts until the next one. Clocks of other threads may step back: that is no time. */
function bySamples({ samples, timeDeltas }: v.InferOutput<typeof CpuProfileSchema>): Map<number, Weight> {
  const weights = new Map<number, Weight>()
  const sorted = timeDeltas.filter((each) => each > 0).sort((a, b) => a - b)
  const longest = longestGap * (sorted[Math.floor(sorted.length / 2)] ?? 0)
  for (const [index, id] of samples.entries()) {
    const weight = weights.get(id) ?? { seconds: 0, samples: 0 }
    weight.seconds += Math.min(longest, Math.max(0, timeDeltas[index + 1] ?? 0)) / 1e6
    weight.samples += 1
    weights.set(id, weight)
  }
  return weights
}

function byHits({ nodes, startTime, endTime }: v.InferOutput<typeof CpuProfileSchema>): Map<number, Weight> {
  const hits = nodes.reduce((sum, { hitCount = 0 }) => sum + hitCount, 0)
  const each = hits === 0 ? 0 : Math.max(0, endTime - startTime) / 1e6 / hits
  return new Map(
    nodes.flatMap(({ id, hitCount = 0 }) =>
      hitCount === 0 ? [] : [[id, { seconds: hitCount * each, samples: hitCount }] as const],
    ),
  )
}

function parentsOf(nodes: readonly Node[]): ReadonlyMap<number, number> {
  const parents = new Map<number, number>()
  for (const { id, children, parent } of nodes) {
    if (parent !== undefined) parents.set(id, parent)
    for (const child of children) parents.set(child, id)
  }
  return parents
}

/** The code of a module itself begins where its file does. */
function nameless(line: number, column: number): string {
  return line === 0 && column === 0 ? '(top level)' : '(anonymous)'
}

/** `[]` for what is no work, `null` for a node that the profile does not have. */
function sitesOf(
  id: number,
  nodes: ReadonlyMap<number, Node>,
  parents: ReadonlyMap<number, number>,
): CallSite[] | null {
  const sites: CallSite[] = []
  const seen = new Set<number>()
  for (let at: number | undefined = id; at !== undefined && !seen.has(at); at = parents.get(at)) {
    seen.add(at)
    const node = nodes.get(at)
    if (node === undefined) return null
    const { functionName, url, lineNumber, columnNumber } = node.callFrame
    if (notWork.has(functionName)) {
      if (at === id) return []
      continue
    }
    sites.push({
      function: functionName === '' ? nameless(lineNumber, columnNumber) : functionName,
      ...(url === '' ? {} : { url }),
      ...(lineNumber < 0 ? {} : { line: lineNumber + 1 }),
      ...(columnNumber < 0 ? {} : { column: columnNumber + 1 }),
    })
  }
  return sites.reverse()
}
