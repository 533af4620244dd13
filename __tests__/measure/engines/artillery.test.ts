// Artillery as an engine: the phases it is given, and real sketches of it (2.0.34, 20/s for 3 s, some answers 500).
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decodeFromCompressedBase64 } from 'hdr-histogram-js'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { artillery, phasesOf, resultOf } from '../../../src/measure/engines/artillery.ts'
import type { EngineModel } from '../../../src/measure/engines/engine.ts'
import { percentile } from '../../../src/measure/load/histogram.ts'
import { LoadSchema } from '../../../src/model/suite/load.ts'
import { fakeFiles } from '../../fakes/files.ts'

const loadOf = (written: Record<string, unknown>) =>
  v.parse(LoadSchema, { load: { engine: 'artillery', script: 'load.yml', ...written } }).load
const recorded = readFileSync(fileURLToPath(new URL('recorded/artillery.jsonl', import.meta.url)), 'utf8')

it.each([
  [{ rate: '20/s', duration: '1500ms' }, [{ duration: '1500ms', arrivalRate: 20, maxVusers: 1000 }]],
  [{ rate: '2.5/s', duration: '10s' }, [{ duration: '10000ms', arrivalCount: 25, maxVusers: 1000 }]],
  [
    {
      rate: '5/s',
      stages: [
        { duration: '2s', target: '10/s' },
        { duration: '3s', target: '10/s' },
      ],
    },
    [
      { duration: 2, arrivalRate: 5, rampTo: 10, maxVusers: 1000 },
      { duration: 3, arrivalRate: 10, rampTo: 10, maxVusers: 1000 },
    ],
  ],
])('%j is phases of Artillery', (written, phases) => {
  const load = loadOf(written)
  expect(phasesOf(load.model as EngineModel, load.maxConnections)).toEqual(phases)
})

it('overrides phases and target of the script, and brings the plugin that writes the sketches', () => {
  const load = loadOf({ rate: '20/s', duration: '1s' })
  const run = {
    script: '/head/load.yml',
    load,
    model: load.model as EngineModel,
    port: 4000,
    directory: '/tmp/x',
  }
  const { args, env, files } = artillery.command({ ...run, target: 'http://127.0.0.1:4000/' })
  expect(args.slice(0, 4)).toEqual(['run', '--quiet', '--target', 'http://127.0.0.1:4000/'])
  expect(JSON.parse(args[args.indexOf('--overrides') + 1] ?? '')).toEqual({
    config: {
      phases: [{ duration: '1000ms', arrivalRate: 20, maxVusers: 1000 }],
      plugins: { 'perf-gate': {} },
    },
  })
  expect(env).toMatchObject({ ARTILLERY_PLUGIN_PATH: '/tmp/x', PERF_GATE_SKETCHES: '/tmp/x/sketches.jsonl' })
  expect(Object.keys(files ?? {})).toContain('artillery-plugin-perf-gate/index.js')
})

it('real sketches become a row of a load test', () => {
  const { rows, started, dropped } = resultOf(recorded)
  const [total] = rows
  expect([started, dropped]).toEqual([60, 0])
  expect(total).toMatchObject({ requests: 60, succeeded: 57, errors: { 'status-500': 3 }, received: 120 })
  expect(total?.duration).toBeGreaterThan(2)
  expect(percentile(total?.response ?? '', 50)).toBeGreaterThan(0.005)
  // Errors are counted, and are no latencies.
  expect(decodeFromCompressedBase64(total?.response ?? '').totalCount).toBe(57)
})

it('virtual users that were skipped and refused connections have their names', () => {
  const counters = {
    'http.requests': 8,
    'errors.ECONNREFUSED': 5,
    'errors.Some long: message': 1,
    'vusers.skipped': 2,
  }
  const { rows, dropped } = resultOf(JSON.stringify({ type: 'done', counters, histograms: {} }))
  expect(dropped).toBe(2)
  expect(rows[0]).toMatchObject({ requests: 10, succeeded: 2, errors: { refused: 5, other: 1, dropped: 2 } })
})

it('no sketches are no result', async () => {
  await expect(artillery.read('/d', fakeFiles(), { exitCode: 0 })).rejects.toThrow(
    'Artillery wrote no sketches',
  )
})
