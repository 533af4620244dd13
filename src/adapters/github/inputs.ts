// The action's inputs as the runner hands them over: one environment variable each, empty when not given.

/**
 * @returns the trimmed value of an input, `undefined` when it is not given
 */
export function readInput(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
): string | undefined {
  const value = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim()
  return value === '' ? undefined : value
}
