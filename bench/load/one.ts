// One run of perf-gate's load generator by itself, so that its cost can be read like that of any other program.
import { goFirst } from '../../src/measure/load/host-priority.ts'
import { runLoad } from '../../src/measure/load/host-run.ts'
import type { LoadPlan } from '../../src/measure/load/protocol.ts'

goFirst()
const plan: LoadPlan = JSON.parse(process.argv[2] ?? '')
process.stdout.write(JSON.stringify(await runLoad(plan, null, () => {})))
