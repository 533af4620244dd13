// Counts words as it goes.
import { execFileSync } from 'node:child_process'

const counts = new Map()
for (let i = 0; i < 400_000; i++) {
  const word = `word-${i % 5000}`
  counts.set(word, (counts.get(word) ?? 0) + 1)
}
execFileSync(process.execPath, ['-e', 'Buffer.alloc(30e6, 1)'])
console.log(counts.size)
