// esbuild's metafile: bytes of each output.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { at, figureSchema, isRecord, shaped } from '../reading/shape.ts'
import { assetName } from './asset-name.ts'
import { collectAssets } from './assets.ts'

export const esbuildMetafile: Format = {
  name: 'esbuild-metafile',
  tool: 'esbuild',
  title: 'esbuild, metafile',
  produce: 'esbuild src/index.js --bundle --metafile=meta.json --outdir=dist',
  documentation: 'https://esbuild.github.io/api/#metafile',
  detect: (source) =>
    isRecord(at(source.json(), 'inputs')) &&
    Object.values(at(source.json(), 'outputs') ?? {}).some((one) => at(one, 'bytes') !== undefined),
  parse(source) {
    const collect = collector()
    const { outputs } = shaped(
      source,
      v.looseObject({ outputs: v.record(v.string(), v.looseObject({ bytes: figureSchema })) }),
    )
    const files = Object.entries(outputs).filter(([file]) => !file.endsWith('.map'))
    collectAssets(
      collect,
      files.map(([file, { bytes }]) => ({ name: assetName(file), size: bytes })),
    )
    return collect.result()
  },
}
