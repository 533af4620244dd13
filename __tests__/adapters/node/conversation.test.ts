import { describe, expect, it } from 'vitest'
import { nodeProcesses } from '../../../src/adapters/node/processes.ts'

const processes = nodeProcesses({ env: process.env })
const converse = (script: string, timeout?: number) =>
  processes.converse({
    argv: [process.execPath, '-e', script],
    cwd: '/',
    ...(timeout === undefined ? {} : { timeout }),
  })

/** Sends every message back, until it is told to end. */
const echo = `
  const channel = new (require('node:net').Socket)({ fd: 3 })
  require('node:readline').createInterface({ input: channel }).on('line', (line) => {
    console.log('{"printed":true}')
    if (line === '"end"') process.exit(4)
    channel.write(line + '\\n')
  })`

describe('a conversation', () => {
  it('carries messages both ways, whatever is printed', async () => {
    const { send, receive, finished } = converse(echo)
    const messages = [{ text: 'naïve 🚀\nsecond line' }, [1, 2.5, null], 'x'.repeat(300_000)]
    for (const message of messages) send(message)
    for (const message of messages) expect(await receive()).toEqual(message)
    send('end')
    expect(await receive()).toBeUndefined()
    expect(await receive()).toBeUndefined()
    expect(await finished).toMatchObject({
      exitCode: 4,
      timedOut: false,
      stdout: '{"printed":true}\n'.repeat(4),
    })
  })

  it('hands out what was sent before the program ended', async () => {
    const { receive, finished } = converse(`
      require('node:fs').writeSync(3, '"first"\\nno JSON\\n"unfini')
      process.exit(0)`)
    await finished
    expect([await receive(), await receive(), await receive()]).toEqual(['first', 'no JSON', undefined])
  })

  it('ends with the program and all its children when it is stopped', async () => {
    const { receive, stop, finished } = converse(`
      const { pid } = require('node:child_process').spawn('sleep', ['1000'], { detached: true })
      require('node:fs').writeSync(3, pid + '\\n')
      setInterval(() => {}, 1000)`)
    const child = Number(await receive())
    stop()
    expect((await finished).signal).toBe('SIGTERM')
    const state = await processes.run({ command: `ps -o stat= -p ${child}`, cwd: '/' })
    // Gone, or ended and not yet asked for.
    expect(state.stdout.trim()).toMatch(/^(Z.*)?$/)
  })

  it('is cut off by its time limit', async () => {
    const { receive, finished } = converse('setInterval(() => {}, 1000)', 0.2)
    expect(await receive()).toBeUndefined()
    expect((await finished).timedOut).toBe(true)
  })

  it('with a program that cannot be started is over at once', async () => {
    const { send, receive, stop, finished } = processes.converse({ argv: ['/no/such/program'], cwd: '/' })
    send('hello')
    expect(await receive()).toBeUndefined()
    stop()
    expect((await finished).exitCode).toBe(127)
    send('still there?')
  })
})
