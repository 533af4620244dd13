// A thread that generates one share of the load.
import { parentPort, workerData } from 'node:worker_threads'
import { runLoad } from './host-run.ts'
import type { LoadPlan } from './protocol.ts'

const plan: LoadPlan = workerData
const result = await runLoad(plan, null, (event) => parentPort?.postMessage(event))
parentPort?.postMessage(result)
