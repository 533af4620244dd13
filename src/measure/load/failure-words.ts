// What the kinds of failed requests mean, and what to do: for the person whose load test had no good answer.

const words: Readonly<Record<string, string>> = {
  refused: 'nobody listens there: is the service up, and is this its port?',
  reset:
    'the connection was closed before the answer had ended; an http:// target that wants https does that too',
  garbage: 'what came back is no HTTP/1.1: is this the right port, and does it want https or HTTP/2?',
  'short-body': 'the body was shorter than its content-length said',
  dns: 'the name could not be found',
  unreachable: 'there is no way to that address',
  timeout: 'no answer ended within "timeout"',
  unfinished: 'no answer had ended when the load and its "graceful-stop" were over',
  'forbidden-host': 'the name is not an address of this machine, and is not listed under "allow-hosts"',
  'untrusted-certificate':
    'nobody vouches for the certificate, or it is for another name: name its authority with "tls: { ca: FILE }", or accept any with "tls: { insecure: true }"',
  'no-tls': 'it does not speak TLS: is it http:// that you want?',
  'no-http2': 'it does not speak HTTP/2: leave out "http: 2"',
  tls: 'TLS could not be agreed on',
  'bad-request': 'a header or path has characters that would break out of its place',
  'bad-url': 'the URL with its variables filled in is none',
  'too-many-files': 'this machine allows no more open files: raise "ulimit -n", or send less at a time',
  'no-free-port': 'this machine has no port left for another connection: send less at a time',
}

/** What to think of a kind of failure (`refused`, `status-302`); `null` where the name says it all. */
export function whatItMeans(kind: string): string | null {
  if (Object.hasOwn(words, kind)) return words[kind] ?? null
  if (/^status-3/.test(kind))
    return 'redirects are not followed: load the URL it leads to, or expect it with "check: { status }"'
  const missing = /^no-variable-(.+)$/.exec(kind)?.[1]
  if (missing !== undefined) return `nothing has set the variable "${missing}": is it in "data" or "extract"?`
  const extracted = /^extract-(.+)$/.exec(kind)?.[1]
  return extracted === undefined
    ? null
    : `the answer does not hold what "extract: { ${extracted} }" looks for`
}
