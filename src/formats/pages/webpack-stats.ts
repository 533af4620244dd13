// webpack's and rspack's stats: sizes of what was emitted; a build with errors is a failure.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { anyRecord, at, figureSchema, listOf, shaped } from '../reading/shape.ts'
import { assetName } from './asset-name.ts'
import { collectAssets } from './assets.ts'

const WebpackSchema = v.looseObject({
  errors: v.optional(v.array(v.unknown())),
  assets: v.optional(
    v.array(v.looseObject({ name: v.string(), size: figureSchema, info: v.optional(v.nullable(anyRecord)) })),
  ),
  children: v.optional(v.array(v.unknown())),
})

export const webpackStats: Format = {
  name: 'webpack-stats',
  tool: 'webpack',
  title: 'webpack or rspack, stats',
  produce: 'webpack --json=stats.json',
  documentation: 'https://webpack.js.org/api/stats/',
  detect: (source) => {
    const json = source.json()
    const several = at(json, 'children', 0, 'assets') !== undefined
    return (
      (several || Array.isArray(at(json, 'assets')) || Array.isArray(at(json, 'errors'))) &&
      at(json, 'hash') !== undefined
    )
  },
  parse(source) {
    const collect = collector()
    const json = source.json()
    // A configuration of several builds has one child each.
    const builds = Array.isArray(at(json, 'assets')) ? [json] : listOf(at(json, 'children'))
    const assets = (builds.length > 0 ? builds : [json]).flatMap((build) => {
      const { errors, assets: own } = shaped(source, WebpackSchema, build)
      for (const error of errors ?? []) {
        const said = String(at(error, 'message') ?? error).split('\n', 1)[0]
        collect.fail({ benchmark: 'webpack', code: 'build-failed', reason: `The build failed: ${said}` })
      }
      return own ?? []
    })
    const sized = assets.filter(
      ({ name, info }) => at(info, 'development') !== true && !name.endsWith('.map'),
    )
    collectAssets(
      collect,
      sized.map(({ name, size, info }) => ({
        name: assetName(
          name,
          ['contenthash', 'chunkhash', 'fullhash', 'modulehash'].flatMap((key) => hashesIn(at(info, key))),
        ),
        size,
      })),
    )
    return collect.result()
  },
}

function hashesIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((hash) => typeof hash === 'string')
}
