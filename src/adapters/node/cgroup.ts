// What the control group of this process (a container, a systemd unit) may use and has used, versions 1 and 2. Everything
// may be missing: then it is absent.
import { readFileSync } from 'node:fs'

export interface Group {
  /** Bytes that it may still use before the kernel ends something; absent without a limit. */
  readonly available?: number
  /** Bytes, the most that it ever used, page cache included. */
  readonly peakMemory?: number
  /** Seconds that its threads were kept from running because it had used up its share of the cores. */
  readonly throttled?: number
}

/** The text of a file; `null` when it cannot be read. */
export type ReadText = (path: string) => string | null

const root = '/sys/fs/cgroup'
/** Without a limit, version 1 shows the largest number of pages. */
const noLimit = 2 ** 60

export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return null
  }
}

export function groupOf(read: ReadText = readText): Group {
  const lines = (read('/proc/self/cgroup') ?? '').split('\n').map((line) => line.split(':'))
  const unified = lines.find(([id, controllers]) => id === '0' && controllers === '')
  const pathOf = (controller: string) =>
    lines.find(([, controllers = '']) => controllers.split(',').includes(controller))?.[2]
  const memoryPath = pathOf('memory')
  return memoryPath === undefined
    ? version2(inDirectory(read, root, unified?.[2]))
    : version1(
        inDirectory(read, `${root}/memory`, memoryPath),
        inDirectory(read, `${root}/cpu`, pathOf('cpu')),
      )
}

/** Inside of a container the path may be that of the host, and its own files lie at the root. */
function inDirectory(read: ReadText, mount: string, path = '/'): ReadText {
  return (name) => read(`${mount}${path === '/' ? '' : path}/${name}`) ?? read(`${mount}/${name}`)
}

function version2(read: ReadText): Group {
  const micros = entry(read('cpu.stat'), 'throttled_usec')
  return group({
    limit: number(read('memory.max')),
    used: number(read('memory.current')),
    cache: entry(read('memory.stat'), 'inactive_file'),
    peak: number(read('memory.peak')),
    throttled: micros === null ? null : micros / 1e6,
  })
}

function version1(memory: ReadText, cpu: ReadText): Group {
  const nanos = entry(cpu('cpu.stat'), 'throttled_time')
  return group({
    limit: number(memory('memory.limit_in_bytes')),
    used: number(memory('memory.usage_in_bytes')),
    cache: entry(memory('memory.stat'), 'total_inactive_file'),
    peak: number(memory('memory.max_usage_in_bytes')),
    throttled: nanos === null ? null : nanos / 1e9,
  })
}

function group(
  found: Readonly<Record<'limit' | 'used' | 'cache' | 'peak' | 'throttled', number | null>>,
): Group {
  const { limit, used, cache, peak, throttled } = found
  return {
    // Pages of files that nobody uses are given back before anything is ended.
    ...(limit === null || used === null || limit >= noLimit
      ? {}
      : { available: Math.max(0, limit - used + (cache ?? 0)) }),
    ...(peak === null ? {} : { peakMemory: peak }),
    ...(throttled === null ? {} : { throttled }),
  }
}

/** `max` is no number. */
function number(text: string | null): number | null {
  return text !== null && /^\d+\s*$/.test(text) ? Number(text) : null
}

function entry(text: string | null, name: string): number | null {
  const [, value] = new RegExp(`^${name} (\\d+)$`, 'm').exec(text ?? '') ?? []
  return value === undefined ? null : Number(value)
}
