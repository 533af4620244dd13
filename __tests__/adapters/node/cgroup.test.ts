// Limits and use of a container, as both versions of control groups tell of them.
import { describe, expect, it } from 'vitest'
import { groupOf } from '../../../src/adapters/node/cgroup.ts'

const reading = (files: Readonly<Record<string, string>>) => groupOf((path) => files[path] ?? null)

describe('a control group', () => {
  it('of version 2, by its path', () => {
    const at = '/sys/fs/cgroup/ci.slice/job'
    expect(
      reading({
        '/proc/self/cgroup': '0::/ci.slice/job\n',
        [`${at}/memory.max`]: '1000\n',
        [`${at}/memory.current`]: '600\n',
        [`${at}/memory.stat`]: 'anon 100\ninactive_file 50\n',
        [`${at}/memory.peak`]: '900\n',
        [`${at}/cpu.stat`]: 'usage_usec 1\nnr_throttled 3\nthrottled_usec 2500000\n',
      }),
    ).toEqual({ available: 450, peakMemory: 900, throttled: 2.5 })
  })

  it('of version 2 inside of a container, where its own files lie at the root; without a limit', () => {
    const files = {
      '/proc/self/cgroup': '0::/\n',
      '/sys/fs/cgroup/memory.max': 'max\n',
      '/sys/fs/cgroup/memory.current': '600\n',
    }
    expect(reading(files)).toEqual({})
  })

  it('of version 1, with the path that the host sees', () => {
    expect(
      reading({
        '/proc/self/cgroup': '9:memory:/docker/1f\n4:cpu,cpuacct:/docker/1f\n0::/docker/1f\n',
        '/sys/fs/cgroup/memory/memory.limit_in_bytes': '1000\n',
        '/sys/fs/cgroup/memory/memory.usage_in_bytes': '1200\n',
        '/sys/fs/cgroup/memory/memory.max_usage_in_bytes': '1300\n',
        '/sys/fs/cgroup/cpu/cpu.stat': 'nr_periods 1\nthrottled_time 500000000\n',
      }),
    ).toEqual({ available: 0, peakMemory: 1300, throttled: 0.5 })
  })

  it('of version 1 without a limit shows a number of pages that nobody has', () => {
    const files = {
      '/proc/self/cgroup': '9:memory:/\n',
      '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712\n',
      '/sys/fs/cgroup/memory/memory.usage_in_bytes': '1200\n',
    }
    expect(reading(files)).toEqual({})
  })

  it('of a system without any, or where all is hidden', () => {
    expect(reading({})).toEqual({})
  })
})
