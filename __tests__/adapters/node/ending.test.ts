// Clean-ups at the end of a process, in processes of their own.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const onLinux = process.platform === 'linux'
const program = fileURLToPath(new URL('./fixtures/ending.ts', import.meta.url))

function start(how: string): ChildProcess {
  return spawn(process.execPath, [program, how], { stdio: ['ignore', 'pipe', 'ignore'] })
}

async function finish(child: ChildProcess, onReady?: (pid: number) => void) {
  let stdout = ''
  child.stdout?.on('data', (chunk) => {
    stdout += chunk
    const ready = /ready (\d+)\n/.exec(stdout)
    if (ready !== null) onReady?.(Number(ready[1]))
  })
  const [code, signal] = await once(child, 'close')
  return { code, signal, lines: stdout.split('\n').filter((line) => line.startsWith('clean')) }
}

describe.runIf(process.platform !== 'win32')('clean-ups', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'run on %s, newest first; the process ends by it',
    async (name) => {
      const child = start('wait')
      const { signal, lines } = await finish(child, () => child.kill(name))
      expect(signal).toBe(name)
      expect(lines).toEqual(['clean 3', 'clean 1'])
    },
  )

  test.each([
    ['return', 0],
    ['exit', 5],
    ['throw', 1],
    ['reject', 1],
  ])('run on %s; exit code %i', async (how, expected) => {
    const { code, lines } = await finish(start(how))
    expect(code).toBe(expected)
    expect(lines).toEqual(['clean 3', 'clean 1'])
  })

  test.runIf(onLinux).each([
    ['run', 'SIGTERM'],
    ['measure', 'SIGTERM'],
    // Nobody can clean up after this one: the launcher hears of it from the kernel.
    ['measure', 'SIGKILL'],
  ] as const)('%s: the command that is under way ends with us on %s', async (how, name) => {
    const child = start(how)
    let pid = 0
    const { signal } = await finish(child, (found) => {
      pid = found
      child.kill(name)
    })
    expect(signal).toBe(name)
    expect(pid).toBeGreaterThan(0)
    rmSync(join(tmpdir(), `perf-gate-test-${child.pid}`))
    await expect.poll(() => isGone(pid), { timeout: 30_000, interval: 10 }).toBe(true)
  })
})

/** No such process, or only its entry in the table. */
function isGone(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') === ''
  } catch {
    return true
  }
}
