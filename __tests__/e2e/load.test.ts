// How a load test ends on the built command line: interrupted, whatever the service has started goes with it.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

const suite = `benchmarks:
  shop:
    service: { command: node server.js, ready: http://127.0.0.1:3000/ }
    load: { target: http://127.0.0.1:3000/, rate: 20/s, duration: 60s, warm-up: 0s }
`
/** A child of its own, in a process group of its own; both ids are told once it is loaded. */
const server = `const { spawn } = require('node:child_process')
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' })
let count = 0
require('node:http').createServer((_, response) => {
  count += 1
  if (count === 5) require('node:fs').writeFileSync('pids', process.pid + ' ' + child.pid)
  response.end('ok')
}).listen(process.env.PORT, '127.0.0.1')
`

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it.each(['SIGINT', 'SIGTERM'] as const)('%s ends the service and its children', async (signal) => {
  const directory = mkdtempSync(join(tmpdir(), 'perf-gate-load-'))
  writeFileSync(join(directory, 'perf-gate.yml'), suite)
  writeFileSync(join(directory, 'server.js'), server)
  const gate = spawn(process.execPath, [cli, 'run', '--base-dir', '.', '--head-dir', '.'], {
    cwd: directory,
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => gate.once('exit', (_, by) => resolve(by)))
  try {
    await expect.poll(() => existsSync(join(directory, 'pids')), { timeout: 60_000 }).toBe(true)
    const pids = readFileSync(join(directory, 'pids'), 'utf8').split(' ').map(Number)
    expect(pids.every(isRunning)).toBe(true)
    gate.kill(signal)
    expect(await ended).toBe(signal)
    await expect.poll(() => pids.filter(isRunning), { timeout: 30_000 }).toEqual([])
  } finally {
    gate.kill('SIGKILL')
    rmSync(directory, { recursive: true, force: true })
  }
})

it('a service that answers errors only is a failed benchmark, and the command ends', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'perf-gate-load-'))
  const failing =
    "require('node:http').createServer((_, response) => response.writeHead(_.url === '/' ? 200 : 500).end()).listen(process.env.PORT, '127.0.0.1')"
  writeFileSync(
    join(directory, 'perf-gate.yml'),
    suite.replace('3000/, rate', '3000/shop, rate').replace('duration: 60s', 'duration: 500ms'),
  )
  writeFileSync(join(directory, 'server.js'), failing)
  try {
    const gate = spawn(process.execPath, [cli, 'run', '--base-dir', '.', '--head-dir', '.'], {
      cwd: directory,
    })
    let shown = ''
    gate.stdout.on('data', (chunk) => {
      shown += chunk
    })
    expect(await new Promise((resolve) => gate.once('close', resolve))).toBe(3)
    expect(shown).toContain('status-500')
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
})
