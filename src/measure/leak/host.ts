// Loaded into every Node process of a service that is tested for leaks (`NODE_OPTIONS=--import …`): when asked, it collects
// its garbage and says what is left. Asked and answered by files, because a service's channels are its own.
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { threadId } from 'node:worker_threads'
import { bytesInUse } from './host-in-use.ts'

/** Milliseconds between two looks whether somebody asks. */
const lookEvery = 10

function answerIn(directory: string): void {
  const name = `${process.pid}-${threadId}`
  let next = 1
  let answering = false
  writeFileSync(`${directory}/here-${name}`, '')
  process.once('exit', () => rmSync(`${directory}/here-${name}`, { force: true }))
  const look = async () => {
    if (answering || !existsSync(`${directory}/ask-${next}`)) return
    answering = true
    const answer = `${directory}/answer-${next}-${name}`
    writeFileSync(`${answer}.part`, String(await bytesInUse()))
    renameSync(`${answer}.part`, answer)
    next += 1
    answering = false
  }
  setInterval(() => {
    // A service must not fail because nobody listens any more.
    look().catch(() => {})
  }, lookEvery).unref()
}

const directory = process.env.PERF_GATE_LEAK_DIRECTORY
if (directory !== undefined && existsSync(directory)) answerIn(directory)
