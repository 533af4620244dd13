// Whom load may be sent to: this machine, and hosts that somebody allowed by name. A pull request must not be able to
// turn a runner on somebody else.

/** @param host as in a URL, with or without a port */
export function isLoopback(host: string): boolean {
  const name = host
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase()
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
  )
}

/** @param allowed host names, or `name:port` for one port only */
export function isAllowed(url: URL, allowed: readonly string[]): boolean {
  if (isLoopback(url.hostname)) return true
  const host = url.host.toLowerCase()
  return allowed.some((entry) => entry.toLowerCase() === host || entry.toLowerCase() === url.hostname)
}

/** What is said to somebody whose target is not allowed. */
export function refusal(host: string): string {
  return `load may only be sent to this machine, and ${host} is not: list it under "allow-hosts" if it is yours`
}
