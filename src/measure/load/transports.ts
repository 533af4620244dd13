// Which transport carries a plan.
import type { LoadPlan } from './protocol.ts'
import type { Transport } from './transport.ts'
import { undiciTransport } from './undici-transport.ts'

export function transportFor(plan: Pick<LoadPlan, 'http' | 'insecure' | 'timeout' | 'transport'>): Transport {
  return undiciTransport(plan)
}
