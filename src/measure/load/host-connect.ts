// How a connection is made: to this machine unless the host is allowed, and to whom its certificate says.
import { rootCertificates } from 'node:tls'
import { lookupFor } from './host-lookup.ts'
import type { TransportOptions } from './transport.ts'

/** Options of a TLS connection to `url`; a plain one leaves those of TLS alone. */
export function connectionOptions(
  url: URL,
  { insecure, ca, allowHosts }: Pick<TransportOptions, 'insecure' | 'ca' | 'allowHosts'>,
) {
  return {
    rejectUnauthorized: !insecure,
    // Beside those that Node trusts by itself.
    ...(ca === null ? {} : { ca: [...rootCertificates, ca] }),
    ...lookupFor(url, allowHosts),
  }
}
