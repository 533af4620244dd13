// The cookies of one virtual user: set by answers, sent with later requests to the same host. Paths, domains and expiry
// dates in the future do not matter to a test of some minutes; deletion does.

export interface Cookies {
  /** The `cookie` header for a host; `null` when there is none. */
  header(host: string): string | null
  /** @param headers name, value, name, value … */
  keep(host: string, headers: readonly string[], now: number): void
  clear(): void
}

export function createCookies(): Cookies {
  const hosts = new Map<string, Map<string, string>>()
  return {
    header(host) {
      const jar = hosts.get(host)
      if (jar === undefined || jar.size === 0) return null
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    keep(host, headers, now) {
      for (let index = 0; index + 1 < headers.length; index += 2) {
        if (headers[index]?.toLowerCase() !== 'set-cookie') continue
        const [pair = '', ...attributes] = (headers[index + 1] ?? '').split(';')
        const equals = pair.indexOf('=')
        if (equals < 1) continue
        const name = pair.slice(0, equals).trim()
        const jar = hosts.get(host) ?? new Map<string, string>()
        hosts.set(host, jar)
        if (attributes.some((attribute) => isOver(attribute.trim(), now))) jar.delete(name)
        else jar.set(name, pair.slice(equals + 1).trim())
      }
    },
    clear: () => hosts.clear(),
  }
}

function isOver(attribute: string, now: number): boolean {
  const [name = '', value = ''] = attribute.split('=')
  if (name.toLowerCase() === 'max-age') return Number(value) <= 0
  if (name.toLowerCase() !== 'expires') return false
  const at = Date.parse(value)
  return Number.isFinite(at) && at <= now
}
