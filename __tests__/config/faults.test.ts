// Every way to get a suite wrong, with the message that must help: one row per fault, message and line exactly.
import { describe, expect, it } from 'vitest'
import { parseSuite } from '../../src/config/load.ts'
import { ConfigError } from '../../src/errors.ts'

/** The faults of a suite, each without the name of the file. */
function faultsOf(yaml: string, purpose: 'measure' | 'compare' = 'measure'): string[] {
  try {
    parseSuite(yaml, 'perf-gate.yml', purpose)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    expect(error.exitCode).toBe(2)
    expect(error.notices).toHaveLength(error.message.split('\n').length)
    return error.message.split('\n').map((line) => line.replace(/^perf-gate\.yml:?/, ''))
  }
}

/** A suite whose one benchmark `a` has these lines too. */
const task = (...lines: string[]) =>
  ['benchmarks:', '  a:', '    task: a.js', ...lines.map((line) => `    ${line}`)].join('\n')
/** A suite of a task and files, with these budgets. */
const budgets = (...lines: string[]) =>
  [
    'benchmarks: { a: { task: a.js }, b: { files: x } }',
    'budgets:',
    ...lines.map((line) => `  - ${line}`),
  ].join('\n')

interface Row {
  readonly title: string
  readonly yaml: string
  readonly says: readonly string[]
}

function table(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)('$title', ({ yaml, says }) => expect(faultsOf(yaml)).toEqual(says))
  })
}

table('the text', [
  { title: 'an empty file', yaml: '', says: [' the file is empty'] },
  { title: 'only a comment', yaml: '# nothing\n', says: [' the file is empty'] },
  { title: 'a list', yaml: '- a', says: ['1: expected "key: value" lines, found a list'] },
  { title: 'plain text', yaml: 'hello', says: ['1: expected "key: value" lines, found "hello"'] },
  {
    title: 'tabs',
    yaml: 'benchmarks:\n\ta: 1',
    says: ['2: not YAML, column 1: tabs cannot indent YAML: use spaces'],
  },
  {
    title: 'an open bracket',
    yaml: 'benchmarks: [',
    says: [
      '1: not YAML, column 14: the indentation does not fit the lines above, or a bracket is not closed',
    ],
  },
  {
    title: 'an open quote',
    yaml: 'name: "x',
    says: ['1: not YAML, column 9: Missing closing "quote'],
  },
  {
    title: 'a colon in a value',
    yaml: 'setup: echo a: b',
    says: [
      '1: not YAML, column 8: either this value contains ": " and must be in quotes, or the line below it is indented too far',
    ],
  },
  {
    title: 'a bare star',
    yaml: 'benchmarks: { a: { files: * } }',
    says: ['1: not YAML, column 27: a value that starts with * must be in quotes: "*"'],
  },
  {
    title: 'a backquote',
    yaml: 'setup: `x`',
    says: ['1: not YAML, column 8: a value that starts with this character must be in quotes'],
  },
  {
    title: 'two documents',
    yaml: 'name: a\n---\nname: b',
    says: ['2: not YAML, column 1: only one document is possible: remove the second "---"'],
  },
  {
    title: 'a glob that YAML takes for an alias',
    yaml: 'benchmarks:\n  a:\n    files: *.js',
    says: [
      '3 benchmarks.a.files: *.js is read as a YAML alias and nothing is called &.js: put a glob in quotes, "*.js"',
    ],
  },
  {
    title: 'an alias of itself',
    yaml: 'benchmarks: &all\n  a: *all',
    says: ['2 benchmarks.a: the alias *all contains itself'],
  },
  {
    title: 'a tag',
    yaml: 'name: !secret x\nbenchmarks: { a: { task: a.js } }',
    says: ['1: Unresolved tag: !secret: remove it'],
  },
  {
    title: 'a key twice',
    yaml: 'name: x\nbenchmarks: { a: { task: a.js } }\nname: y',
    says: ['3 name: there already is a "name" on line 1'],
  },
  {
    title: 'two benchmarks of one name',
    yaml: 'benchmarks:\n  a: { task: a.js }\n  a: { task: b.js }',
    says: ['3 benchmarks.a: there already is a "a" on line 2'],
  },
  {
    title: 'names that would print as something else',
    yaml: 'name: "a\\nb"\nbenchmarks: { a: { files: a.js, "x\\n::error::\\e[31m": 1, "\\u2028": 1 } }',
    says: [
      '1 name: expected a name in one line, found "a\\nb"',
      '2 benchmarks.a["x\\n::error::\\u001b[31m"]: unknown key "x\\u000a::error::\\u001b[31m"; there are files, compress, each, cwd',
      '2 benchmarks.a["\\u2028"]: unknown key "\\u2028"; there are files, compress, each, cwd',
    ],
  },
  {
    title: 'names that JavaScript reserves',
    yaml: 'benchmarks:\n  constructor: { task: a.js }',
    says: ['2 benchmarks: "constructor" cannot be a key: JavaScript reserves it'],
  },
])

table('keys', [
  {
    title: 'a misspelt key',
    yaml: 'bugdets: []\nbenchmarks: { a: { task: a.js } }',
    says: ['1 bugdets: unknown key "bugdets"; did you mean "budgets"?'],
  },
  {
    title: 'a key out of nowhere',
    yaml: 'benchmarks: { a: { task: a.js } }\ngate: { colour: red }',
    says: [
      '2 gate.colour: unknown key "colour"; there are alpha, max-time, max-pairs, on-inconclusive, budgets-from, confirm',
    ],
  },
  {
    title: 'a key of another kind',
    yaml: task('compress: gzip'),
    says: ['4 benchmarks.a.compress: unknown key "compress" for "task"; it belongs to "files"'],
  },
  {
    title: 'a key without a value',
    yaml: 'benchmarks: { a: { task: a.js } }\nbudgets:',
    says: ['2 budgets: has no value: give it one, or remove the key'],
  },
  {
    title: 'a list for a mapping',
    yaml: 'benchmarks: { a: { task: a.js } }\ngate: []',
    says: ['2 gate: expected "key: value" lines, found a list'],
  },
  {
    title: 'a mapping for a list',
    yaml: 'benchmarks: { a: { task: a.js } }\nbudgets: { metric: cpu }',
    says: ['2 budgets: expected a list, found "key: value" lines'],
  },
  {
    title: 'a missing key',
    yaml: budgets('regression: 5%'),
    says: ['3 budgets[0].metric: is missing'],
  },
])

table('benchmarks', [
  { title: 'none', yaml: 'name: x', says: ['1 benchmarks: expected at least one benchmark'] },
  {
    title: 'an empty mapping',
    yaml: 'benchmarks: {}',
    says: ['1 benchmarks: expected at least one benchmark'],
  },
  {
    title: 'a monitor with nothing to watch',
    yaml: 'benchmarks:\n  a:\n    load: { target: "http://127.0.0.1:1/", users: 1, duration: 1s }\n    monitor: 1s',
    says: [
      '4 benchmarks.a.monitor: has no "service" to watch: what perf-gate did not start cannot be watched',
    ],
  },
  {
    title: 'no kind',
    yaml: 'benchmarks:\n  a:\n    comand: x',
    says: [
      '2 benchmarks.a: expected one of the keys "task", "command", "files" or "load", which say what is measured; did you mean "command"?',
    ],
  },
  {
    title: 'two kinds',
    yaml: task('command: node a.js'),
    says: ['2 benchmarks.a: has "task" and "command": a benchmark has one of them; make it two benchmarks'],
  },
  {
    title: 'a name that breaks tables',
    yaml: 'benchmarks: { "a|b": { task: a.js } }',
    says: ['1 benchmarks["a|b"]: expected a name without | < > ` * ? [ ] { } or a leading "/", found "a|b"'],
  },
  {
    title: 'a name below another',
    yaml: 'benchmarks:\n  a: { task: a.js }\n  a/b: { command: x }',
    says: ['3 benchmarks.a/b: the rows of "a" are called "a/…" too: rename one of them'],
  },
  {
    title: 'a leak test of a load without a service',
    yaml: "benchmarks:\n  a:\n    load: { target: 'http://127.0.0.1:3000/', rate: 10/s, duration: 1s }\n    leak: 1kB",
    says: [
      '4 benchmarks.a.leak: a load test finds leaks of a service that it starts: add "service", or test the function as a "task"',
    ],
  },
  {
    title: 'an absolute path',
    yaml: task('cwd: /srv/app'),
    says: [
      `4 benchmarks.a.cwd: "/srv/app" is absolute, so base and head would be the same; write it relative to the side's root`,
    ],
  },
  {
    title: 'a drive letter',
    yaml: String.raw`benchmarks: { a: { files: ['C:\x'] } }`,
    says: [
      String.raw`1 benchmarks.a.files: "C:\\x" is absolute, so base and head would be the same; write it relative to the side's root`,
    ],
  },
  {
    title: 'wrong types, all at once',
    yaml: task('timeout: 60', 'warm-up: soon', 'iterations: 1.5', 'cwd: 5', 'env: [A]', 'trials: ping'),
    says: [
      '4 benchmarks.a.timeout: expected a duration such as "500ms", "20s" or "8m", found 60',
      '5 benchmarks.a.warm-up: expected a duration such as "500ms", "20s" or "8m", found "soon"',
      '6 benchmarks.a.iterations: expected a whole number, found 1.5',
      '7 benchmarks.a.cwd: expected text, found 5',
      '8 benchmarks.a.env: expected "key: value" lines, found a list',
      '9 benchmarks.a.trials: expected "plain" or "ping-pong", found "ping"',
    ],
  },
  {
    title: 'metrics and statistics that do not exist',
    yaml: task('metrics: [cpu, wal]', 'statistic: { cpus: mean, cpu: mediam }'),
    says: [
      '4 benchmarks.a.metrics[1]: expected "cpu", "wall", "memory" or "instructions", found "wal"; did you mean "wall"?',
      '5 benchmarks.a.statistic.cpus: expected "cpu", "wall" or "memory", found "cpus"; did you mean "cpu"?',
      '5 benchmarks.a.statistic.cpu: expected median, mean, lower-quartile, min, max, sum or a percentile such as "p95", found "mediam"',
    ],
  },
  {
    title: 'a metric twice',
    yaml: task('metrics: [cpu, cpu]'),
    says: ['4 benchmarks.a.metrics: "cpu" is there twice'],
  },
  {
    title: 'a statistic of what is not recorded',
    yaml: task('metrics: [cpu]', 'statistic: { wall: mean }'),
    says: ['5 benchmarks.a.statistic.wall: "wall" is not recorded: "metrics" has only cpu'],
  },
  {
    title: 'a trial that cannot end in time',
    yaml: task('timeout: 500ms'),
    says: [
      '4 benchmarks.a.timeout: a trial takes 600ms (warm-up and trial-time) and would be killed after 500ms',
    ],
  },
  {
    title: 'no time at all',
    yaml: task('trial-time: 0s'),
    says: ['4 benchmarks.a.trial-time: expected more than no time, found "0s"'],
  },
  {
    title: 'a number that YAML would spell differently',
    yaml: task('env: { VERSION: 1.10 }'),
    says: ['4 benchmarks.a.env.VERSION: YAML reads 1.10 as the number 1.1; put it in quotes to keep it'],
  },
  {
    title: 'no patterns',
    yaml: 'benchmarks: { a: { files: [] } }',
    says: ['1 benchmarks.a.files: expected at least one pattern, found a list'],
  },
])

const imported = (...lines: string[]) =>
  ['benchmarks:', '  go:', '    command: go test -bench .', ...lines.map((line) => `    ${line}`)].join('\n')

table('results of other tools', [
  { title: 'a format', yaml: imported('import: go', 'results: [a.txt, out/*.txt]'), says: [] },
  { title: 'whatever it is', yaml: imported('import: auto'), says: [] },
  {
    title: 'a budget for a metric that only the tool knows',
    yaml: `${imported('import: go')}\nbudgets: [{ benchmark: go/BenchmarkX, metric: widgets, limit: 5 }]`,
    says: [],
  },
  {
    title: 'no such format',
    yaml: imported('import: hyperfin'),
    says: [
      '4 benchmarks.go.import: unknown format "hyperfin"; did you mean hyperfine or hyperfine-csv or hyperfine-markdown? (all are listed by `perf-gate formats`)',
    ],
  },
  {
    title: 'files that nobody reads',
    yaml: imported('results: a.txt'),
    says: [
      '4 benchmarks.go.results: is only read with "import": add "import: auto", or the name of a format',
    ],
  },
  {
    title: 'keys of a command that is timed',
    yaml: imported('import: go', 'iterations: 5', 'metrics: [cpu]'),
    says: [
      '5 benchmarks.go.iterations: does nothing beside "import": the tool decides it, so say it in "command"',
      '6 benchmarks.go.metrics: does nothing beside "import": the tool decides it, so say it in "command"',
    ],
  },
  {
    title: 'an absolute path',
    yaml: imported('import: go', 'results: /tmp/a.txt'),
    says: [
      '5 benchmarks.go.results: "/tmp/a.txt" is absolute, so base and head would be the same; write it relative to the side\'s root',
    ],
  },
])

const engine = (load: string) => `benchmarks:\n  a: { load: { ${load} } }`

table('load by another tool', [
  { title: 'k6', yaml: engine('engine: k6, script: a.js, users: 5, duration: 10s'), says: [] },
  {
    title: 'Artillery',
    yaml: engine('engine: artillery, script: a.yml, rate: 5/s, duration: 10s'),
    says: [],
  },
  {
    title: 'no script',
    yaml: engine('engine: k6, rate: 5/s, duration: 10s'),
    says: ['2 benchmarks.a.load: "script" is missing: what a virtual user of k6 does'],
  },
  {
    title: 'no engine',
    yaml: engine('script: a.js, rate: 5/s, duration: 10s'),
    says: ['2 benchmarks.a.load: has "script" without "engine": add "engine: k6" or "engine: artillery"'],
  },
  {
    title: 'what the script says itself',
    yaml: engine('engine: k6, script: a.js, rate: 5/s, duration: 10s, headers: { a: b }'),
    says: ['2 benchmarks.a.load: has "headers" and "engine": with k6 its script says that'],
  },
  {
    title: 'what only our own generator does',
    yaml: engine('engine: k6, script: a.js, levels: [1, 2], duration: 10s'),
    says: ['2 benchmarks.a.load: has "levels" and "engine": only perf-gate\'s own generator does that'],
  },
  {
    title: 'users for Artillery',
    yaml: engine('engine: artillery, script: a.yml, users: 5, duration: 10s'),
    says: [
      '2 benchmarks.a.load: has "users": Artillery has no fixed number of users; give it a rate such as "20/s"',
    ],
  },
  {
    title: 'half a second of Artillery',
    yaml: engine('engine: artillery, script: a.yml, stages: [{ duration: 500ms, target: 5/s }]'),
    says: [
      '2 benchmarks.a.load: has a stage that is no whole number of seconds: Artillery changes its rate once a second',
    ],
  },
  {
    title: 'no load at all',
    yaml: engine('engine: k6, script: a.js'),
    says: [
      '2 benchmarks.a.load: expected "users", "rate", "stages", "iterations", "levels" or "stress", which say how much load',
    ],
  },
  {
    title: 'another engine',
    yaml: engine('engine: k7, script: a.js, rate: 5/s, duration: 10s'),
    says: ['2 benchmarks.a.load.engine: expected "k6" or "artillery", found "k7"; did you mean "k6"?'],
  },
  {
    title: 'an engine beside the load',
    yaml: 'benchmarks:\n  a: { engine: k6, load: { target: "http://127.0.0.1/", rate: 5/s, duration: 10s } }',
    says: ['2 benchmarks.a.engine: unknown key "engine" here; it belongs below "load"'],
  },
  {
    title: 'an absolute script',
    yaml: engine('engine: k6, script: /a.js, rate: 5/s, duration: 10s'),
    says: [
      '2 benchmarks.a.load.script: "/a.js" is absolute, so base and head would be the same; write it relative to the side\'s root',
    ],
  },
])

table('budgets', [
  {
    title: 'a benchmark that is not there',
    yaml: 'benchmarks: { checkout: { task: a.js } }\nbudgets: [{ benchmark: chekout, metric: cpu }]',
    says: ['2 budgets[0].benchmark: no benchmark is called "chekout"; did you mean "checkout"?'],
  },
  {
    title: 'a glob for nobody',
    yaml: budgets('{ benchmark: "x*", metric: cpu }'),
    says: ['3 budgets[0].benchmark: no benchmark matches "x*"; there are a, b'],
  },
  {
    title: 'a glob that can never match',
    yaml: budgets('{ metric: "{cpu,wall}" }'),
    says: [
      '3 budgets[0].metric: "{cpu,wall}" can match nothing: only *, ** and ? stand for other characters',
    ],
  },
  {
    title: 'a metric that is not measured',
    yaml: budgets('metric: latency.p59', '{ benchmark: a, metric: memroy }', '{ benchmark: b, metric: cpu }'),
    says: [
      '3 budgets[0].metric: no benchmark has a metric "latency.p59"; measured are cpu, wall, memory, bytes',
      '4 budgets[1].metric: benchmark "a" has no metric "memroy"; did you mean "memory"?',
      '5 budgets[2].metric: benchmark "b" has no metric "cpu"; measured are bytes',
    ],
  },
  {
    title: 'units that do not fit',
    yaml: budgets(
      '{ metric: cpu, limit: 250kB }',
      '{ metric: wall, limit: 150 }',
      '{ metric: cpu, limit: 5% }',
      '{ metric: bytes, floor: 1% }',
      '{ metric: memory, floor: 2ms }',
    ),
    says: [
      '3 budgets[0].limit: 250kB is a size, but cpu is a time: write it like "150ms"',
      '4 budgets[1].limit: 150 has no unit, and wall is a time: write it like "150ms"',
      '5 budgets[2].limit: 5% is a ratio, but cpu is a time: a relative change belongs to "regression"',
      '6 budgets[3].floor: 1% is a ratio, but bytes is a size: a relative change belongs to "ignore-below"',
      '7 budgets[4].floor: 2ms is a time, but memory is a size: write it like "250kB"',
    ],
  },
  {
    title: 'percentages',
    yaml: budgets(
      '{ metric: cpu, regression: 5 }',
      '{ metric: cpu, regression: -5% }',
      '{ metric: cpu, regression: 150% }',
    ),
    says: [
      '3 budgets[0].regression: expected a percentage such as "5%", found 5',
      '4 budgets[1].regression: expected a percentage such as "5%", found "-5%"',
      '5 budgets[2].regression: expected at most "100%", found "150%"',
    ],
  },
  {
    title: 'a negative limit',
    yaml: budgets('{ metric: bytes, limit: -1 }'),
    says: ['3 budgets[0].limit: expected an amount such as "150ms", "250kB" or a number, found -1'],
  },
  {
    title: 'a change that is ignored before it is a regression',
    yaml: budgets('{ metric: cpu, regression: 2%, ignore-below: 2% }'),
    says: [
      '3 budgets[0].ignore-below: "ignore-below" (2%) must be smaller than "regression" (2%), or cpu can never fail',
    ],
  },
  {
    title: 'the same from two budgets',
    yaml: budgets('{ metric: cpu, ignore-below: 3% }', '{ benchmark: a/large, metric: cpu, regression: 2% }'),
    says: [
      '4 budgets[1].regression: "ignore-below" (3%) must be smaller than "regression" (2%), or cpu can never fail',
    ],
  },
  {
    title: 'a regression of nothing',
    yaml: budgets('{ metric: cpu, regression: 0% }'),
    says: [
      '3 budgets[0].regression: "ignore-below" (0%) must be smaller than "regression" (0%), or cpu can never fail',
    ],
  },
  {
    title: 'a word that is no choice',
    yaml: budgets('{ metric: cpu, on-regression: fial }', '5'),
    says: [
      '3 budgets[0].on-regression: expected "fail", "warn" or "ignore", found "fial"; did you mean "fail"?',
      '4 budgets[1]: expected "key: value" lines, found 5',
    ],
  },
])

table('gate and setup', [
  {
    title: 'limits',
    yaml: `${task()}\ngate:\n  alpha: 0.5\n  max-time: 0s\n  max-pairs: 3\n  on-inconclusive: passs\nsetup: ""`,
    says: [
      '5 gate.alpha: expected at most 0.2, found 0.5: more would stop one unchanged pull request in five',
      '6 gate.max-time: expected more than no time, found "0s"',
      '7 gate.max-pairs: expected 5 or more, found 3: nothing is decided on fewer pairs',
      '8 gate.on-inconclusive: expected "pass", "warn" or "fail", found "passs"; did you mean "pass"?',
      '9 setup: expected a command, found nothing',
    ],
  },
  {
    title: 'numbers that are none',
    yaml: `${task()}\ngate: { alpha: .nan, max-pairs: .inf }`,
    says: [
      '4 gate.alpha: expected a share such as 0.01, found NaN',
      '4 gate.max-pairs: expected a whole number, found Infinity',
    ],
  },
])

it('faults of keys, values and rules are told together', () => {
  const yaml = `${task('timout: 5s', 'trial-time: 2m')}\nbudgets:\n  - metric: latency\n    regresion: 5%`
  expect(faultsOf(yaml)).toEqual([
    '4 benchmarks.a.timout: unknown key "timout"; did you mean "timeout"?',
    '5 benchmarks.a.trial-time: a trial takes 120.2s (warm-up and trial-time) and would be killed after 1m',
    '7 budgets[0].metric: benchmark "a" has no metric "latency"; measured are cpu, wall, memory',
    '8 budgets[0].regresion: unknown key "regresion"; did you mean "regression"?',
  ])
})

it('results of other tools are judged by budgets for benchmarks that the suite does not know', () => {
  const yaml = 'budgets: [{ benchmark: BenchmarkParse, metric: ns/op, regression: 3% }]'
  expect(faultsOf(yaml, 'compare')).toEqual([])
  expect(faultsOf(yaml)).toEqual(['1 benchmarks: expected at least one benchmark'])
  expect(faultsOf('budgets: [{ metric: "*", regression: 1%, ignore-below: 1% }]', 'compare')).toHaveLength(1)
})

const soak = (duration: string) =>
  `benchmarks:
  a:
    load: { target: http://127.0.0.1:1/, rate: 10/s, duration: ${duration}, soak: true }`

table('a soak', [
  { title: 'long enough', yaml: soak('1h'), says: [] },
  {
    title: 'too short for a trend',
    yaml: soak('8s'),
    says: [
      '3 benchmarks.a.load.soak: expected a load of 15s or longer: drift is looked for second by second, and fewer show none',
    ],
  },
])

const baseline = (...keys: string[]) =>
  ['setup: make', 'benchmarks: { a: { task: a.js } }', 'baseline:', ...keys.map((key) => `  ${key}`)].join(
    '\n',
  )

table('baseline', [
  { title: 'all is well', yaml: baseline('from: branch', 'branch: perf/baselines'), says: [] },
  { title: 'a program with artifacts', yaml: baseline('keep: [dist, "build/**"]'), says: [] },
  {
    title: 'an unknown place',
    yaml: baseline('from: caches'),
    says: [
      '4 baseline.from: expected "artifact", "cache", "branch", "file" or "none", found "caches"; did you mean "cache"?',
    ],
  },
  {
    title: 'a name that is no branch',
    yaml: baseline('from: branch', 'branch: --force'),
    says: ['5 baseline.branch: expected the name of a branch, found "--force"'],
  },
  {
    title: 'a branch for another place',
    yaml: baseline('from: cache', 'branch: runs'),
    says: ['5 baseline.branch: is of "from: branch" only, and this is "from: cache"'],
  },
  {
    title: 'a folder for another place',
    yaml: baseline('path: kept'),
    says: ['4 baseline.path: is of "from: file" only, and this is "from: artifact"'],
  },
  {
    title: 'a program in a branch',
    yaml: baseline('from: branch', 'keep: [dist]'),
    says: [
      '5 baseline.keep: keeps built programs, and with "from: branch" every clone would download them with the branch; use "from: artifact" or "from: file"',
    ],
  },
  {
    title: 'a program from elsewhere',
    yaml: baseline('keep: [../dist, /usr/bin, dist]'),
    says: [
      '4 baseline.keep[0]: "../dist" leads out of the side\'s root; write a path below it',
      '4 baseline.keep[1]: "/usr/bin" leads out of the side\'s root; write a path below it',
    ],
  },
  {
    title: 'a program that nothing builds',
    yaml: 'benchmarks: { a: { task: a.js } }\nbaseline: { keep: [dist] }',
    says: ['2 baseline.keep: keeps what `setup` builds, and there is no `setup`'],
  },
])
