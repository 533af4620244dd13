// The Environment of a Run: the machine, the runner image, and the versions that decide whether two Runs compare.
import type { Environment } from '../model/environment.ts'
import type { Host } from '../ports/host.ts'

/** @param suiteHash changes when the suite's benchmarks do */
export async function readEnvironment(
  { machine, env, version }: Pick<Host, 'machine' | 'env' | 'version'>,
  suiteHash?: string,
): Promise<Environment> {
  // Set by GitHub's hosted runners: `ubuntu24`, `20260817.1`.
  const image = [env.ImageOS, env.ImageVersion].filter(Boolean).join(' ')
  return {
    ...(await machine.facts()),
    ...(image === '' ? {} : { runnerImage: image }),
    perfGate: version,
    ...(suiteHash === undefined ? {} : { suiteHash }),
  }
}
