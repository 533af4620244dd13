// What goes wrong with a request: the kind that is counted, and the words that a person reads.
import { expect, it } from 'vitest'
import { whatItMeans } from '../../../src/measure/load/failure-words.ts'
import { describeErrors } from '../../../src/measure/load/rows.ts'
import { failureKind } from '../../../src/measure/load/transport.ts'

it.each([
  ['ECONNREFUSED', 'refused', 'nobody listens there'],
  ['ECONNRESET', 'reset', 'closed before the answer had ended'],
  ['ENOTFOUND', 'dns', 'the name could not be found'],
  ['EAI_AGAIN', 'dns', 'the name could not be found'],
  ['ERR_NOT_THIS_MACHINE', 'forbidden-host', 'not an address of this machine'],
  ['HPE_INVALID_CONSTANT', 'garbage', 'no HTTP/1.1'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted-certificate', 'tls: { ca: FILE }'],
  ['CERT_HAS_EXPIRED', 'untrusted-certificate', 'tls: { insecure: true }'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted-certificate', 'for another name'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'no-tls', 'does not speak TLS'],
  ['ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL', 'no-http2', 'leave out "http: 2"'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls', 'could not be agreed on'],
  ['EMFILE', 'too-many-files', 'ulimit -n'],
])('%s is %s', (code, kind, says) => {
  expect(failureKind({ code })).toBe(kind)
  expect(whatItMeans(kind)).toContain(says)
})

it.each([
  ['status-302', 'redirects are not followed'],
  ['no-variable-token', 'nothing has set the variable "token"'],
  ['extract-token', 'extract: { token }'],
])('%s says what to do', (kind, says) => expect(whatItMeans(kind)).toContain(says))

it('what its name says needs no words', () =>
  expect(describeErrors({ 'status-500': 2, timeout: 1 })).toBe(
    '2 × status-500, 1 × timeout (no answer ended within "timeout")',
  ))
