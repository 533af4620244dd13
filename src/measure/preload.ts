// Programs of ours that are loaded into the Node processes of a benchmark.

/** `env` with `host`, the path of one of perf-gate's bundles, loaded before the program; its NODE_OPTIONS stay. */
export function preloading(
  host: string,
  env: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  // As an address, so that spaces and drive letters survive.
  const address = new URL(`file://${host.startsWith('/') ? '' : '/'}${host.replaceAll('\\', '/')}`)
  return { ...env, NODE_OPTIONS: [env.NODE_OPTIONS, `--import=${address.href}`].filter(Boolean).join(' ') }
}
