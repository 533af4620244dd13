// rollup-plugin-visualizer, raw data: rollup itself writes no statistics. Sizes of chunks, plain and compressed.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { at, figureSchema, isRecord, listOf, shaped } from '../reading/shape.ts'
import { assetName } from './asset-name.ts'
import { collectAssets } from './assets.ts'

const VisualizerSchema = v.looseObject({
  tree: v.looseObject({ children: v.optional(v.array(v.unknown()), []) }),
  nodeParts: v.record(
    v.string(),
    v.looseObject({ renderedLength: figureSchema, gzipLength: figureSchema, brotliLength: figureSchema }),
  ),
})

export const rollupVisualizer: Format = {
  name: 'rollup-visualizer',
  tool: 'rollup',
  title: 'rollup-plugin-visualizer, raw data',
  produce: "visualizer({ template: 'raw-data', filename: 'stats.json', gzipSize: true })",
  documentation: 'https://github.com/btd/rollup-plugin-visualizer',
  detect: (source) => isRecord(at(source.json(), 'nodeParts')) && isRecord(at(source.json(), 'tree')),
  parse(source) {
    const collect = collector()
    const { tree, nodeParts } = shaped(source, VisualizerSchema)
    const chunks = tree.children.map((chunk) => ({
      name: assetName(String(at(chunk, 'name') ?? 'unnamed')),
      parts: partsOf(chunk).flatMap((id) => nodeParts[id] ?? []),
    }))
    const sum = (parts: readonly unknown[], key: string) =>
      parts.reduce<number>((total, part) => total + Number(at(part, key) ?? 0), 0)
    for (const [key, metric] of [
      ['renderedLength', 'bytes'],
      ['gzipLength', 'bytes.gzip'],
      ['brotliLength', 'bytes.brotli'],
    ] as const) {
      // 0 throughout: the plugin was not asked for that compression.
      const assets = chunks.map(({ name, parts }) => ({ name, size: sum(parts, key) }))
      if (assets.some(({ size }) => size > 0)) collectAssets(collect, assets, metric)
    }
    return collect.result()
  },
}

function partsOf(node: unknown): string[] {
  const id = at(node, 'uid')
  return [...(typeof id === 'string' ? [id] : []), ...listOf(at(node, 'children')).flatMap(partsOf)]
}
