// Which way to run a pair is quieter: one process after the other (plain), or both alive and taking turns (ping-pong)?
// Identical code on both sides, so every difference is noise. Rounds of both ways are interleaved in random order.
//
//   node bench/trials/compare.ts [--rounds 20] [--seed 1] [--only json,sort] [--trial-time 400ms]
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { nodeClock } from '../../src/adapters/node/clock.ts'
import { nodeCompression } from '../../src/adapters/node/compression.ts'
import { nodeFiles } from '../../src/adapters/node/files.ts'
import { nodeProcesses } from '../../src/adapters/node/processes.ts'
import type { Calibrated, Place } from '../../src/measure/driver.ts'
import { openTask } from '../../src/measure/drivers/task.ts'
import { runPair } from '../../src/measure/pair.ts'
import type { Observation } from '../../src/model/observation.ts'
import { TaskSchema } from '../../src/model/suite/benchmark.ts'
import { evidenceOf } from '../../src/stats/evidence.ts'
import { lowerQuartile, mad, median, quantile } from '../../src/stats/quantile.ts'
import { createRandom } from '../../src/stats/random.ts'
