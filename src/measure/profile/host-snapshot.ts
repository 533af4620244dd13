// A picture of all objects on the JS heap, for extra trials only.
import process from 'node:process'
import { writeHeapSnapshot } from 'node:v8'

/** Bytes in use: V8 needs as much again, and seconds, to write down a larger heap. */
const largestHeap = 256 * 2 ** 20

/** Leaves a `.heapsnapshot` at `path`, after a garbage collection; nothing when the heap is too large. */
export function leaveSnapshot(path: string): void {
  if (process.memoryUsage().heapUsed > largestHeap) return
  try {
    writeHeapSnapshot(path)
  } catch {
    // A benchmark must not fail because nobody could watch it.
  }
}
