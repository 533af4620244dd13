// V8's `.heapprofile`: which functions allocated what is still alive, by sampling allocations.
// https://chromedevtools.github.io/devtools-protocol/tot/HeapProfiler/#type-SamplingHeapProfile
import * as v from 'valibot'
import type { CallSite, ReadStacks, Stack } from './profile-stacks.ts'
import { parseJson } from './reading/json.ts'

interface Node {
  readonly callFrame: {
    readonly functionName: string
    readonly url: string
    readonly lineNumber: number
    readonly columnNumber: number
  }
  readonly selfSize: number
  readonly children: readonly Node[]
}

const NodeSchema: v.GenericSchema<unknown, Node> = v.object({
  callFrame: v.object({
    functionName: v.string(),
    url: v.optional(v.string(), ''),
    lineNumber: v.optional(v.number(), -1),
    columnNumber: v.optional(v.number(), -1),
  }),
  selfSize: v.pipe(v.number(), v.finite(), v.minValue(0)),
  children: v.optional(v.array(v.lazy(() => NodeSchema)), []),
})

const HeapProfileSchema = v.object({ head: NodeSchema, samples: v.optional(v.array(v.unknown()), []) })

/** A tree this deep is a recursion that says no more further down. */
const deepest = 200

export function readHeapProfile(text: string): ReadStacks {
  const parsed = parseJson(text)
  if (!('value' in parsed)) return { why: parsed.message }
  const checked = v.safeParse(HeapProfileSchema, parsed.value)
  if (!checked.success) {
    const [issue] = checked.issues
    return { why: `it is no V8 heap profile: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` }
  }
  const { head, samples } = checked.output
  const stacks: Stack[] = []
  const visit = (node: Node, above: readonly CallSite[]): number => {
    const { functionName, url, lineNumber, columnNumber } = node.callFrame
    const site: CallSite = {
      function: functionName === '' ? '(anonymous)' : functionName,
      ...(url === '' ? {} : { url }),
      ...(lineNumber < 0 ? {} : { line: lineNumber + 1 }),
      ...(columnNumber < 0 ? {} : { column: columnNumber + 1 }),
    }
    const sites = functionName === '(root)' || above.length >= deepest ? above : [...above, site]
    if (node.selfSize > 0 && sites.length > 0) stacks.push({ sites, self: node.selfSize, samples: 0 })
    return node.children.reduce((sum, child) => sum + visit(child, sites), node.selfSize)
  }
  const whole = visit(head, [])
  // How many samples hit a stack is not told: each has its share of them.
  const share = whole > 0 ? samples.length / whole : 0
  return {
    unit: 'B',
    stacks: stacks.map((stack) => ({ ...stack, samples: stack.self * share })),
    notices: [],
  }
}
