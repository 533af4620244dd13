// Keeps all words and counts them afterwards: more heap, more garbage, and a larger child.
import { execFileSync } from 'node:child_process'

const words = []
for (let i = 0; i < 400_000; i++) words.push(`word-${i % 5000}`)
const counts = new Map()
for (const word of words) counts.set(word, [...(counts.get(word) ?? []), word].slice(-20))
execFileSync(process.execPath, ['-e', 'Buffer.alloc(90e6, 1)'])
console.log(counts.size)
