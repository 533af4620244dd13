// Sizes of built files → exact series: files of one name but for the hash are added up, and all of them once more.
import type { Collector } from '../reading/collect.ts'
import { bytes } from '../reading/measured.ts'
import { figure } from '../reading/number.ts'

export interface Asset {
  readonly name: string
  readonly size: unknown
}

export function collectAssets(collect: Collector, assets: readonly Asset[], metric = 'bytes'): void {
  const sizes = new Map<string, number>()
  let total = 0
  for (const { name, size } of assets) {
    const value = figure(size)
    if (value === null) collect.exact({ ...bytes(name), metric }, size)
    else {
      sizes.set(name, (sizes.get(name) ?? 0) + value)
      total += value
    }
  }
  for (const [name, size] of sizes) collect.exact({ ...bytes(name), metric }, size)
  if (sizes.size > 1) collect.exact({ ...bytes('total'), metric }, total)
}
