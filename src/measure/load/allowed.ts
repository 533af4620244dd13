// Whom load may be sent to: this machine, and hosts that somebody allowed by name. A pull request must not be able to
// turn a runner on somebody else.

export interface Hosts {
  /** Host names in small letters, or `name:port` for one port only. */
  readonly allowHosts: readonly string[]
  /** Those that the pull request under test would like to add. */
  readonly proposedHosts: readonly string[]
}

/** Whether a URL's host names this machine: what it is connected at must be this machine too (`isLoopbackAddress`). */
export function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  return name === 'localhost' || name.endsWith('.localhost') || isLoopbackAddress(name)
}

/** @param address IPv4 or IPv6, without brackets */
export function isLoopbackAddress(address: string): boolean {
  // IPv4 in IPv6, as a resolver and as a URL writes it.
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  return plain === '::1' || /^127(\.\d{1,3}){3}$/.test(plain) || /^::ffff:7f[\da-f]{2}:/.test(plain)
}

/** Whether a list names the host of `url`. */
export function isListed(url: URL, list: readonly string[]): boolean {
  return list.includes(url.host) || list.includes(url.hostname)
}

/** What is said to somebody whose target is not allowed; `null` when it is. */
export function refusalOf(url: URL, { allowHosts, proposedHosts }: Hosts): string | null {
  if (isLoopback(url.hostname) || isListed(url, allowHosts)) return null
  const rule = `load may only be sent to this machine, and ${url.host} is not`
  return isListed(url, proposedHosts)
    ? `${rule}: this pull request adds it to "allow-hosts", and until that is merged only those of its base count`
    : `${rule}: list it under "allow-hosts" if it is yours`
}
