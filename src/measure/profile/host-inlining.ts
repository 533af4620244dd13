// One function's time must not be charged to another.
import { setFlagsFromString } from 'node:v8'

/**
 * V8 of Node 24 charges what an inlined function does to its caller (on Node 20 only allocations): a trial that asks who
 * did it inlines nothing from here on. Flags that a version does not have are ignored.
 */
export function withoutInlining(): void {
  setFlagsFromString('--no-turbo-inlining')
  setFlagsFromString('--no-maglev-inlining')
}
