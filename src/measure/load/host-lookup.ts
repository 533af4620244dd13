// What a name means is decided by the address that is connected to, and at that moment: `localhost` may be anything in a
// hosts file, and a name may mean another address each time it is asked for.
import { type LookupAddress, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isListed, isLoopbackAddress } from './allowed.ts'

type Resolve = (
  hostname: string,
  options: { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** Only addresses of this machine; the error has the code ERR_NOT_THIS_MACHINE when a name has others only. */
export function loopbackLookup(resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first, ...more] = error === null ? addresses.filter((one) => isLoopbackAddress(one.address)) : []
      if (first === undefined) callback(error ?? notThisMachine(hostname, addresses), [])
      else if (options.all === true) callback(null, [first, ...more])
      else callback(null, first.address, first.family)
    })
}

function notThisMachine(hostname: string, addresses: readonly LookupAddress[]): NodeJS.ErrnoException {
  const found = addresses.map(({ address }) => address).join(', ')
  return Object.assign(new Error(`${hostname} is ${found}, which is not this machine`), {
    code: 'ERR_NOT_THIS_MACHINE',
  })
}

const guarded = loopbackLookup()

/** Options of a connection to `url`: a host that nobody allowed must be this machine. */
export function lookupFor(url: URL, allowHosts: readonly string[]): { readonly lookup?: LookupFunction } {
  return isListed(url, allowHosts) ? {} : { lookup: guarded }
}
