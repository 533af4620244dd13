// The plugin that Artillery loads from a directory of ours. It is a text because it runs inside of Artillery, of whatever
// version: those load CommonJS by its path. It writes what `perf-gate import --format artillery-sketch` reads.

export const pluginName = 'perf-gate'

const program = `// Written by perf-gate: each period's counters and DDSketch bins, one line of JSON.
const { appendFileSync } = require('node:fs')

const binsOf = ({ bins, offset }) =>
  Array.from(bins, (count, index) => [index + offset, count]).filter(([, count]) => count > 0)

const sketchOf = ({ mapping, store, zeroCount }) => ({
  gamma: mapping.gamma,
  offset: mapping._offset || 0,
  zero: zeroCount,
  bins: binsOf(store),
})

exports.LEGACY_METRICS_FORMAT = false
exports.Plugin = class {
  constructor(_script, events) {
    for (const type of ['stats', 'done'])
      events.on(type, ({ period, firstMetricAt, lastMetricAt, counters, histograms }) => {
        const sketches = Object.entries(histograms || {}).map(([name, sketch]) => [name, sketchOf(sketch)])
        const line = { type, period, firstMetricAt, lastMetricAt, counters, histograms: Object.fromEntries(sketches) }
        appendFileSync(process.env.PERF_GATE_SKETCHES, JSON.stringify(line) + '\\n')
      })
  }
}
`

/** Path below the directory that ARTILLERY_PLUGIN_PATH names → text. */
export const artilleryPlugin: Readonly<Record<string, string>> = {
  [`artillery-plugin-${pluginName}/index.js`]: program,
  [`artillery-plugin-${pluginName}/package.json`]: '{ "type": "commonjs", "main": "index.js" }\n',
}
