// The computer that measures: what two Runs of different jobs must have in common before they are compared.
import type { Environment } from '../model/environment.ts'

/** All of it optional: a fact that cannot be read here is absent, never guessed. */
export type MachineFacts = Pick<
  Environment,
  'cpu' | 'cores' | 'memory' | 'os' | 'arch' | 'kernel' | 'runtimes'
>

export interface Machine {
  facts(): Promise<MachineFacts>
}
