// How each load generator is called, and how its results are read.

export interface Peer {
  readonly name: string
  readonly program: string
  /** How to get it. */
  readonly install: string
  /** As fast as it can, closed model. @param program its path */
  peak(program: string, url: string, connections: number, seconds: number): readonly string[]
  /** Requests that it says it made. */
  requests(output: string, seconds: number): number | null
  /** A constant rate; absent where it has none. */
  rate?(program: string, url: string, rate: number, seconds: number, connections: number): readonly string[]
  /** Seconds at p50, p90, p99, p99.9 from what `rate` printed. */
  percentiles?(output: string): readonly (number | null)[]
}

/** A peer that is installed. */
export interface Found {
  readonly peer: Peer
  readonly path: string
}

const number = (text: string, pattern: RegExp): number | null => {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? null : Number(found.replaceAll(',', ''))
}

const percentsOf = (all: readonly number[]) => {
  const sorted = all.toSorted((a, b) => a - b)
  return [50, 90, 99, 99.9].map((p) => sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? null)
}

export const peers: readonly Peer[] = [
  {
    name: 'autocannon',
    program: 'autocannon',
    install: 'npm install autocannon',
    peak: (program, url, connections, seconds) => [
      program,
      '-c',
      String(connections),
      '-d',
      String(seconds),
      '-j',
      url,
    ],
    requests: (output) => number(output, /"requests":\{[^}]*"total":(\d+)/),
    rate: (program, url, rate, seconds, connections) => [
      program,
      '-R',
      String(rate),
      '-c',
      String(connections),
      '-d',
      String(seconds),
      '-j',
      url,
    ],
    percentiles(output) {
      const of = (key: string) => {
        const found = number(output, new RegExp(`"latency":\\{[^}]*"${key}":([\\d.]+)`))
        return found === null ? null : found / 1000
      }
      return [of('p50'), of('p90'), of('p99'), of('p99_9')]
    },
  },
  {
    name: 'wrk',
    program: 'wrk',
    install: 'apt-get install wrk',
    peak: (program, url, connections, seconds) => [program, '-t1', `-c${connections}`, `-d${seconds}s`, url],
    requests: (output) => number(output, /(\d+) requests in/),
  },
  {
    name: 'ab',
    program: 'ab',
    install: 'apt-get install apache2-utils',
    peak: (program, url, connections, seconds) => [
      program,
      '-k',
      '-q',
      '-c',
      String(connections),
      '-t',
      String(seconds),
      '-n',
      '2000000',
      url,
    ],
    requests: (output) => number(output, /Complete requests:\s+(\d+)/),
  },
  {
    name: 'hey',
    program: 'hey',
    install: 'apt-get install hey',
    peak: (program, url, connections, seconds) => [
      program,
      '-cpus',
      '1',
      '-c',
      String(connections),
      '-z',
      `${seconds}s`,
      url,
    ],
    requests: (output, seconds) => {
      const rate = number(output, /Requests\/sec:\s+([\d.]+)/)
      return rate === null ? null : Math.round(rate * seconds)
    },
    rate: (program, url, rate, seconds, connections) => [
      program,
      '-cpus',
      '1',
      '-c',
      String(connections),
      '-q',
      String(rate / connections),
      '-z',
      `${seconds}s`,
      '-o',
      'csv',
      url,
    ],
    percentiles: (output) =>
      percentsOf(
        output
          .split('\n')
          .slice(1)
          .filter(Boolean)
          .map((line) => Number(line.split(',')[0])),
      ),
  },
  {
    name: 'vegeta',
    program: 'vegeta',
    install: 'go install github.com/tsenart/vegeta/v12@latest',
    peak: (program, url, connections, seconds) => [
      'sh',
      '-c',
      `echo "GET ${url}" | '${program}' -cpus 1 attack -rate 0 -workers ${connections} -max-workers ${connections} -duration ${seconds}s | '${program}' report -type json`,
    ],
    requests: (output) => number(output, /"requests":(\d+)/),
    rate: (program, url, rate, seconds) => [
      'sh',
      '-c',
      `echo "GET ${url}" | '${program}' -cpus 1 attack -rate ${rate} -duration ${seconds}s | '${program}' encode -to csv | cut -d, -f3`,
    ],
    percentiles: (output) =>
      percentsOf(
        output
          .split('\n')
          .filter(Boolean)
          .map((line) => Number(line) / 1e9),
      ),
  },
  {
    name: 'oha',
    program: 'oha',
    install: 'cargo install oha --locked',
    peak: (program, url, connections, seconds) => [
      program,
      '--no-tui',
      '--output-format',
      'json',
      '-c',
      String(connections),
      '-z',
      `${seconds}s`,
      url,
    ],
    requests: (output, seconds) => {
      const rate = number(output, /"requestsPerSec":\s*([\d.]+)/)
      return rate === null ? null : Math.round(rate * seconds)
    },
    rate: (program, url, rate, seconds, connections) => [
      program,
      '--no-tui',
      '--output-format',
      'json',
      '-q',
      String(rate),
      '--latency-correction',
      '-c',
      String(connections),
      '-z',
      `${seconds}s`,
      url,
    ],
    percentiles: (output) =>
      ['p50', 'p90', 'p99', 'p99.9'].map((key) =>
        number(
          output,
          new RegExp(`"latencyPercentiles":\\s*\\{[^}]*"${key.replace('.', '\\.')}":\\s*([\\d.e-]+)`),
        ),
      ),
  },
  {
    name: 'k6',
    program: 'k6',
    install: 'go install go.k6.io/k6@latest',
    peak: (program, url, connections, seconds) =>
      k6(program, url, `{ executor: 'constant-vus', vus: ${connections}, duration: '${seconds}s' }`),
    requests: (output) => number(output, /http_reqs[.:\s]+(\d+)/),
    rate: (program, url, rate, seconds) =>
      k6(
        program,
        url,
        `{ executor: 'constant-arrival-rate', rate: ${rate}, duration: '${seconds}s', preAllocatedVUs: 200, maxVUs: 4000 }`,
      ),
    percentiles(output) {
      const line = /http_req_duration[^\n]*?(med=[^\n]*)/.exec(output)?.[1] ?? ''
      return ['med', 'p\\(90\\)', 'p\\(99\\)', 'p\\(99.9\\)'].map((key) => {
        const [, value, unit] = new RegExp(`${key}=([\\d.]+)(µs|ms|s|m)`).exec(line) ?? []
        if (value === undefined) return null
        return Number(value) * ({ µs: 1e-6, ms: 1e-3, s: 1, m: 60 }[unit ?? 's'] ?? 1)
      })
    },
  },
]

function k6(program: string, url: string, scenario: string): readonly string[] {
  const script = `import http from 'k6/http'
export const options = { scenarios: { load: ${scenario} }, summaryTrendStats: ['med', 'p(90)', 'p(99)', 'p(99.9)'] }
export default () => { http.get('${url}') }`
  return [
    'sh',
    '-c',
    `cat > "$TMPDIR/script.js" <<'END'\n${script}\nEND\nK6_NO_USAGE_REPORT=true '${program}' run -q "$TMPDIR/script.js"`,
  ]
}
