// Whom load may be sent to, by name and by the address that the name turns out to have.
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { refusalOf } from '../../../src/measure/load/allowed.ts'
import { lookupFor, loopbackLookup } from '../../../src/measure/load/host-lookup.ts'

const hosts = { allowHosts: ['staging.test', 'one.test:81'], proposedHosts: ['new.test'] }

it.each([
  'http://localhost:3000/',
  'http://shop.localhost/',
  'http://127.8.9.1/',
  'http://0x7f.1/',
  'https://[::1]:4/',
  'http://[::ffff:127.0.0.1]/',
  'http://Staging.test:9/',
  'http://one.test:81/',
])('%s may be loaded', (url) => expect(refusalOf(new URL(url), hosts)).toBeNull())

it.each([
  'http://example.com/',
  'http://127.0.0.1.example.com/',
  'http://localhost.example.com/',
  'http://127.0.0.1@example.com/',
  'http://10.0.0.1/',
  'http://0.0.0.0/',
  'http://169.254.169.254/',
  'http://one.test:82/',
  'http://[::ffff:10.0.0.1]/',
])('%s may not', (url) =>
  expect(refusalOf(new URL(url), hosts)).toBe(
    `load may only be sent to this machine, and ${new URL(url).host} is not: list it under "allow-hosts" if it is yours`,
  ),
)

it('a host that a pull request adds is refused with the reason', () =>
  expect(refusalOf(new URL('http://new.test/'), hosts)).toContain(
    'this pull request adds it to "allow-hosts", and until that is merged only those of its base count',
  ))

const resolving = (...addresses: readonly string[]) =>
  loopbackLookup((_, __, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    ),
  )

/** The code of the error that a connection to a port nobody listens on ends with. */
const codeOf = (lookup: ReturnType<typeof loopbackLookup>) =>
  new Promise((resolve) =>
    connect({ host: 'localhost', port: 1, lookup }).on('error', (error) =>
      resolve('code' in error ? error.code : null),
    ),
  )

it.each([
  { addresses: ['203.0.113.1'], code: 'ERR_NOT_THIS_MACHINE' },
  { addresses: ['2001:db8::1', '10.0.0.1'], code: 'ERR_NOT_THIS_MACHINE' },
  { addresses: ['127.0.0.1'], code: 'ECONNREFUSED' },
  // A name with an address of each kind is only ever connected at the one that is here.
  { addresses: ['203.0.113.1', '127.0.0.1'], code: 'ECONNREFUSED' },
])('a name that is $addresses ends with $code', async ({ addresses, code }) =>
  expect(await codeOf(resolving(...addresses))).toBe(code),
)

it('a name that cannot be found keeps its own error', async () => {
  const missing = loopbackLookup((_, __, callback) =>
    callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []),
  )
  expect(await codeOf(missing)).toBe('ENOTFOUND')
})

it('names that are allowed are looked up as they are, all others are held to this machine', () => {
  expect(lookupFor(new URL('http://staging.test/'), hosts.allowHosts)).toEqual({})
  expect(lookupFor(new URL('http://localhost/'), hosts.allowHosts)).toHaveProperty('lookup')
})
