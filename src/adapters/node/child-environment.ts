// What a benchmark may know of the machine it runs on: everything but the keys to it. A pull request can change the
// benchmark, so its process must not find a token, nor the files through which a step talks to the runner.

export type EnvironmentVariables = Readonly<Record<string, string | undefined>>

const secretNames = new Set([
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'GITHUB_ENTERPRISE_TOKEN',
  'GH_ENTERPRISE_TOKEN',
  'GITHUB_ENV',
  'GITHUB_OUTPUT',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
])
const secretPrefixes = ['ACTIONS_', 'INPUT_']

/** A masked value shorter than this hides only variables that equal it: "1" must not take half the environment away. */
const shortestPart = 8

/**
 * `environment` without tokens, action inputs, command files and everything that holds one of the `masked` values.
 * Names are compared without case, as Windows does.
 */
export function childEnvironment(
  environment: EnvironmentVariables,
  masked: readonly string[] = [],
): Record<string, string> {
  const secrets = masked.filter((secret) => secret !== '')
  const holdsSecret = (value: string) =>
    secrets.some((secret) => value === secret || (secret.length >= shortestPart && value.includes(secret)))
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    const upper = name.toUpperCase()
    if (value === undefined || secretNames.has(upper)) continue
    if (secretPrefixes.some((prefix) => upper.startsWith(prefix)) || holdsSecret(value)) continue
    kept[name] = value
  }
  return kept
}
