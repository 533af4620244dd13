// The `Machine` port on Node: what the operating system says of itself.
import { readFile } from 'node:fs/promises'
import { arch, availableParallelism, cpus, platform, release, totalmem, type } from 'node:os'
import type { Machine } from '../../ports/machine.ts'

/** `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"` out of /etc/os-release; `null` when it is not there. */
export function prettyName(osRelease: string): string | null {
  const line = /^PRETTY_NAME=(.*)$/m.exec(osRelease)?.[1]?.trim()
  return line?.replace(/^(["'])(.*)\1$/, '$2') || null
}

export const nodeMachine: Machine = {
  async facts() {
    const cpu = cpus()[0]?.model.trim().replace(/\s+/g, ' ')
    const osRelease = platform() === 'linux' ? await readFile('/etc/os-release', 'utf8').catch(() => '') : ''
    return {
      ...(cpu ? { cpu } : {}),
      cores: availableParallelism(),
      memory: totalmem(),
      os: prettyName(osRelease) ?? type(),
      arch: arch(),
      kernel: release(),
      runtimes: { node: process.versions.node },
    }
  },
}
