// The situations a report must be good in, as compositions of what the stages before it hand on. Each has a golden
// folder of the same name.

import type { Comparison } from '../../src/model/comparison.ts'
import type { Failure } from '../../src/model/failure.ts'
import type { Report } from '../../src/model/report.ts'
import { emptyRun } from '../../src/model/run.ts'
import type { Judged, Outcome } from '../../src/model/verdict.ts'
import { compose, type ReportInput } from '../../src/report/compose.ts'

type Terms = Judged['terms']

const terms: Terms = { gating: true, regression: 0.05, ignoreBelow: 0.01, onRegression: 'fail' }

/** A judged row, unchanged and paired unless `parts` says otherwise. */
export function row(benchmark: string, parts: Partial<Judged> = {}): Judged {
  return {
    benchmark,
    metric: 'cpu',
    unit: 's',
    better: 'lower',
    mode: 'paired',
    base: 0.0121,
    head: 0.01212,
    ratio: 1.0017,
    interval: [0.987, 1.016],
    p: 1,
    pairs: 9,
    agree: 5,
    excludes: 0.031,
    reason: 'a change of 5 % for the worse is ruled out after 9 pairs',
    notices: [],
    verdict: 'no-change',
    terms,
    outcome: 'pass',
    ...parts,
  }
}

export function size(
  benchmark: string,
  base: number | null,
  head: number | null,
  parts: Partial<Judged> = {},
): Judged {
  const ratio = base === null || head === null ? null : head / base
  return row(benchmark, {
    metric: 'bytes',
    unit: 'B',
    mode: 'exact',
    base,
    head,
    ratio,
    interval: null,
    p: null,
    pairs: 0,
    excludes: null,
    reason: 'compared exactly',
    ...parts,
  })
}

const withoutAgree = ({ agree: _, ...rest }: Judged): Judged => rest

const calm: readonly Judged[] = [
  row('parse/small', { base: 0.000411, head: 0.000412, ratio: 1.0024, excludes: 0.018, pairs: 7 }),
  row('parse/medium', { base: 0.00298, head: 0.00297, ratio: 0.9966, excludes: 0.014, pairs: 7 }),
  row('render/list', { base: 0.0363, head: 0.0364, ratio: 1.0021, excludes: 0.0308 }),
  row('render/tree', { base: 0.0518, head: 0.0515, ratio: 0.9942, excludes: 0.012, pairs: 6 }),
  row('cold-start', { base: 0.0642, head: 0.0644, ratio: 1.0031, excludes: 0.027, pairs: 12 }),
  row('sort/numbers', { base: 0.00512, head: 0.00511, ratio: 0.998, excludes: 0.011, pairs: 6 }),
  row('sort/words', { base: 0.00888, head: 0.00889, ratio: 1.0011, excludes: 0.016, pairs: 8 }),
  row('hash', { base: 9.2e-7, head: 9.21e-7, ratio: 1.001, excludes: 0.009, pairs: 6 }),
  size('bundle', 240_112, 240_112),
  size('styles', 18_020, 18_092),
]

const ungated: readonly Judged[] = [
  row('parse/large', {
    metric: 'wall',
    base: 0.0133,
    head: 0.0142,
    ratio: 1.067,
    interval: [1.03, 1.1],
    pairs: 11,
    verdict: 'regression',
  }),
  row('parse/large', {
    metric: 'memory',
    unit: 'B',
    base: 71_303_168,
    head: 71_565_312,
    ratio: 1.0037,
    pairs: 11,
  }),
].map((each): Judged => ({ ...each, terms: { ...terms, gating: false }, outcome: 'shown' }))

const slow = row('parse/large', {
  base: 0.0121,
  head: 0.01297,
  ratio: 1.072,
  interval: [1.059, 1.084],
  p: 0.0004,
  pairs: 11,
  agree: 11,
  excludes: null,
  reason: 'slower by more than 1 % beyond doubt after 11 pairs',
  verdict: 'regression',
  outcome: 'fail',
})

const undecided = row('checkout', {
  metric: 'latency.p95',
  base: 0.084,
  head: 0.086,
  ratio: 1.024,
  interval: [0.96, 1.12],
  p: 1,
  pairs: 30,
  agree: 18,
  excludes: 0.118,
  reason: 'undecided after 30 pairs',
  verdict: 'inconclusive',
  outcome: 'warn',
  terms: { ...terms, regression: 0.1, limit: { value: 0.15, unit: 's' }, floor: { value: 0.002, unit: 's' } },
})

const faster = row('sort/words', {
  base: 0.00888,
  head: 0.00779,
  ratio: 0.877,
  interval: [0.869, 0.886],
  p: 0.0006,
  pairs: 10,
  agree: 10,
  excludes: 0,
  reason: 'faster by more than 1 % beyond doubt after 10 pairs',
  verdict: 'improvement',
})

const environment = {
  cpu: 'AMD EPYC 7763',
  cores: 4,
  memory: 16_772_579_328,
  os: 'Linux',
  kernel: '6.8.0-1014-azure',
  runnerImage: 'ubuntu24 20260817.1',
  runtimes: { node: '24.21.0' },
}

const commits = {
  base: { commit: 'abc1234f00d5c0ffee0123456789abcdef012345', ref: 'main' },
  head: { commit: 'def56789bead1e5a5e0123456789abcdef012345', ref: 'faster-lexer' },
}

const worst: Readonly<Record<Judged['outcome'], Outcome>> = {
  fail: 'fail',
  warn: 'warn',
  pass: 'pass',
  shown: 'pass',
}

/** A report of these rows; the suite's verdict is that of the worst row unless `parts` says otherwise. */
export function report(
  rows: readonly Judged[],
  parts: Partial<Omit<ReportInput, 'verdict'>> & {
    readonly outcome?: Outcome
    readonly failures?: readonly (Failure & { readonly side: 'base' | 'head' })[]
  } = {},
): Report {
  const { outcome, failures = [], ...input } = parts
  const outcomes = new Set(rows.map((each) => worst[each.outcome]))
  const verdict = outcome ?? (['fail', 'warn', 'pass'] as const).find((each) => outcomes.has(each)) ?? 'pass'
  const of = (wanted: 'base' | 'head') =>
    emptyRun({ failures: failures.flatMap(({ side, ...failure }) => (side === wanted ? [failure] : [])) })
  return compose({
    suite: 'perf-gate',
    createdAt: '2026-08-20T09:14:07.000Z',
    verdict: { verdict, comparisons: [...rows], notices: [] },
    change: { ...commits, reason: 'merge-base', distance: 3 },
    runs: { base: of('base'), head: of('head') },
    alpha: 0.01,
    elapsed: 192,
    seed: 8123,
    environment,
    perfGate: '0.1.0',
    ...input,
  })
}

function recorded(name: string, parts: Partial<Comparison>): Comparison {
  const { terms: _terms, outcome: _outcome, agree: _agree, ...comparison } = row(name)
  return {
    ...comparison,
    verdict: 'inconclusive',
    mode: 'recorded',
    interval: null,
    p: null,
    pairs: 12,
    excludes: null,
    reason: 'within the spread of 12 earlier runs',
    ...parts,
  }
}

function manyRows(): Judged[] {
  const packages = ['lexer', 'parser', 'resolver', 'emitter', 'minifier', 'bundler']
  return Array.from({ length: 900 }, (_, index) => {
    const name = `${packages[index % packages.length]}/${['small', 'medium', 'large'][index % 3]}/case-${String(index).padStart(4, '0')}`
    const base = 0.001 * (1 + (index % 37))
    if (index % 75 === 13) {
      const ratio = 1.06 + index / 5000
      return {
        ...slow,
        benchmark: name,
        base,
        head: base * ratio,
        ratio,
        interval: [ratio - 0.012, ratio + 0.013],
      }
    }
    return row(name, { base, head: base * 1.002, ratio: 1.002, excludes: 0.01 + (index % 20) / 1000 })
  })
}

const hostile = [
  '</details><script>alert(1)</script>',
  'a|b`c``d`',
  '@everyone/team #1 GH-7 https://evil.example www.evil.example me@evil.example',
  '![x](https://evil.example/x.png) [y](javascript:alert(1))',
  '\u001B[31mred\u001B[0m\u0007 \u202Eevil\u202C \u200Bzero',
  '*bold* _under_ ~~gone~~ :tada: $x^2$ &copy; <!-- hidden -->',
  '# heading\n\n> quote\n- item',
  'מהירות/ניתוח',
  '解析/大きい 🚀',
]

export const cases: Readonly<Record<string, () => Report>> = {
  regression: () =>
    report([slow, undecided, ...calm, ...ungated], {
      recorded: [
        recorded('parse/large', {
          base: 0.0119,
          head: 0.01297,
          ratio: 1.09,
          verdict: 'regression',
          reason: 'above the highest of 12 earlier runs',
        }),
        recorded('render/list', { base: 0.0361, head: 0.0364, ratio: 1.008 }),
      ],
    }),

  pass: () => report([...calm, row('parse/large'), ...ungated]),

  improved: () => report([faster, ...calm.filter(({ benchmark }) => benchmark !== 'sort/words')]),

  'many-improvements': () =>
    report([
      ...calm.map((each) => (each.mode === 'exact' ? each : { ...faster, benchmark: each.benchmark })),
      { ...faster, benchmark: 'gc', ratio: 0.61, head: 0.00542, interval: [0.6, 0.62] },
    ]),

  inconclusive: () =>
    report([
      undecided,
      row('import/csv', {
        base: 0.412,
        head: 0.418,
        ratio: 1.0146,
        interval: [0.83, 1.27],
        pairs: 40,
        agree: 22,
        excludes: 0.26,
        verdict: 'inconclusive',
        outcome: 'warn',
        reason: 'undecided after 40 pairs',
        notices: [
          {
            code: 'noisy',
            message: 'pairs differ by 11 % even where nothing changed',
            fix: 'read the file before the clock starts, or gate on cpu',
          },
        ],
      }),
      row('backup', {
        pairs: 3,
        excludes: null,
        interval: null,
        p: null,
        verdict: 'inconclusive',
        outcome: 'warn',
        reason: 'only 3 pairs fitted into the time budget; nothing is decided below 5',
      }),
      ...calm,
    ]),

  'over-limit': () =>
    report([
      row('checkout', {
        metric: 'latency.p95',
        base: 0.141,
        head: 0.162,
        ratio: 1.149,
        interval: [1.07, 1.24],
        p: 0.02,
        verdict: 'over-limit',
        outcome: 'fail',
        reason: 'head is above the limit',
        terms: { ...terms, regression: 0.2, limit: { value: 0.15, unit: 's' } },
      }),
      row('search', {
        metric: 'throughput',
        unit: '/s',
        better: 'higher',
        base: 940,
        head: 931,
        ratio: 0.9904,
        interval: [0.97, 1.01],
        verdict: 'over-limit',
        outcome: 'fail',
        reason: 'head is below the limit',
        terms: { ...terms, limit: { value: 1000, unit: '/s' } },
      }),
      size('bundle', 248_100, 251_904, {
        verdict: 'over-limit',
        outcome: 'fail',
        reason: 'head is above the limit',
        terms: { ...terms, limit: { value: 250_000, unit: 'B' } },
      }),
      ...calm.filter(({ benchmark }) => benchmark !== 'bundle'),
    ]),

  failed: () =>
    report(
      [
        row('render/list', {
          head: null,
          ratio: null,
          interval: null,
          p: null,
          pairs: 0,
          excludes: null,
          verdict: 'failed',
          outcome: 'fail',
          reason: 'exited with code 1',
        }),
        row('render/list', {
          metric: 'memory',
          unit: 'B',
          base: 52_428_800,
          head: null,
          ratio: null,
          interval: null,
          p: null,
          pairs: 0,
          excludes: null,
          verdict: 'failed',
          outcome: 'shown',
          reason: 'exited with code 1',
          terms: { ...terms, gating: false },
        }),
        row('cold-start', {
          base: null,
          head: null,
          ratio: null,
          interval: null,
          p: null,
          pairs: 0,
          excludes: null,
          verdict: 'failed',
          outcome: 'fail',
          reason: 'took longer than 60 s and was stopped',
        }),
        ...calm.filter(({ benchmark }) => benchmark !== 'cold-start' && benchmark !== 'render/list'),
      ],
      {
        failures: [
          {
            side: 'head',
            benchmark: 'render/list',
            code: 'exit-code',
            reason: 'exited with code 1 instead of 0',
            round: 0,
            output: [
              'rendering 2000 items',
              "\u001B[31mTypeError: Cannot read properties of undefined (reading 'length')\u001B[39m",
              '    at renderList (/repo/src/render.js:41:23)',
              '    at bench (/repo/bench/render.js:9:3)',
              '```',
              '</details> @everyone',
            ].join('\n'),
          },
          {
            side: 'base',
            benchmark: 'cold-start',
            code: 'timeout',
            reason: 'took longer than 60 s and was stopped',
          },
          {
            side: 'head',
            benchmark: 'cold-start',
            code: 'timeout',
            reason: 'took longer than 60 s and was stopped',
          },
          { side: 'head', benchmark: 'hash', code: 'exit-code', reason: 'ended by SIGKILL', round: 4 },
        ],
      },
    ),

  'new-and-gone': () =>
    report([
      row('sort/emoji', {
        base: null,
        ratio: null,
        interval: null,
        p: null,
        pairs: 0,
        excludes: null,
        head: 0.0031,
        verdict: 'new',
        reason: 'base does not have it',
      }),
      row('sort/emoji', {
        metric: 'memory',
        unit: 'B',
        base: null,
        ratio: null,
        interval: null,
        p: null,
        pairs: 0,
        excludes: null,
        head: 48_234_496,
        verdict: 'new',
        reason: 'base does not have it',
      }),
      row('sort/legacy', {
        head: null,
        ratio: null,
        interval: null,
        p: null,
        pairs: 0,
        excludes: null,
        verdict: 'gone',
        outcome: 'warn',
        reason: 'head does not have it',
      }),
      row('sort/legacy', {
        metric: 'memory',
        unit: 'B',
        base: 44_040_192,
        head: null,
        ratio: null,
        interval: null,
        p: null,
        pairs: 0,
        excludes: null,
        verdict: 'gone',
        outcome: 'warn',
        reason: 'head does not have it',
      }),
      ...calm,
    ]),

  'not-compared': () =>
    report([], {
      outcome: 'not-compared',
      notices: [
        {
          code: 'base-setup-failed',
          message: '`npm ci` failed on base (abc1234): exited with code 1',
          where: 'perf-gate.yml:2 setup',
          fix: 'run it in a clean checkout of that commit, or give a base that builds with --base',
        },
      ],
      elapsed: 14,
    }),

  sizes: () =>
    report(
      [
        size('bundle', 240_112, 254_870, {
          verdict: 'regression',
          outcome: 'fail',
          reason: 'larger by more than 5 %',
          terms: { ...terms, limit: { value: 275_000, unit: 'B' } },
        }),
        size('bundle/worker.js', 12_004, 12_004),
        size('bundle/vendor.js', 180_400, 180_404),
        size('styles', 18_020, 16_950, { verdict: 'improvement', reason: 'smaller by more than 1 %' }),
      ],
      { elapsed: 2.4 },
    ),

  imported: () =>
    report(
      [
        row('BenchmarkParse/large', {
          metric: 'time',
          mode: 'imported',
          base: 0.001204,
          head: 0.001391,
          ratio: 1.155,
          interval: [1.12, 1.19],
          p: 0.0021,
          pairs: 10,
          excludes: null,
          verdict: 'regression',
          outcome: 'fail',
          reason: 'Mann-Whitney on 10 and 10 repetitions',
        }),
        row('BenchmarkParse/large', {
          metric: 'allocs',
          unit: 'count',
          mode: 'imported',
          base: 1204,
          head: 2891,
          ratio: 2.401,
          interval: [2.4, 2.4],
          p: 0.0021,
          pairs: 10,
          excludes: null,
          verdict: 'regression',
          outcome: 'warn',
          reason: 'Mann-Whitney on 10 and 10 repetitions',
          terms: { ...terms, onRegression: 'warn' },
        }),
        row('BenchmarkHash', {
          metric: 'time',
          mode: 'imported',
          base: 9.2e-8,
          head: 9.3e-8,
          ratio: 1.011,
          interval: [0.98, 1.04],
          pairs: 10,
          excludes: 0.04,
        }),
        row('BenchmarkSort', {
          metric: 'time',
          mode: 'imported',
          base: 0.31,
          head: 0.33,
          ratio: 1.06,
          interval: null,
          p: null,
          pairs: 3,
          excludes: null,
          verdict: 'inconclusive',
          outcome: 'warn',
          reason: '3 repetitions a side cannot reach 1 % for 4 metrics; 7 can',
        }),
      ].map(withoutAgree),
      {
        change: { base: { ref: 'old.txt' }, head: { ref: 'new.txt' }, reason: 'files' },
        notices: [
          {
            code: 'position-in-time',
            message:
              'base and head were measured one after the other, so a machine that slowed down in between looks like a regression',
            fix: 'let `perf-gate run` take turns between both sides',
          },
        ],
        family: 4,
      },
    ),

  accepted: () =>
    report([
      {
        ...slow,
        verdict: 'accepted',
        outcome: 'pass',
        reason: 'accepted up to 10 % until 2026-12-01 by @maria: the new lexer keeps positions',
      },
      ...calm,
    ]),

  'below-budget': () =>
    report([
      {
        ...slow,
        base: 0.0121,
        head: 0.01238,
        ratio: 1.023,
        interval: [1.012, 1.034],
        agree: 21,
        pairs: 23,
        p: 0.008,
      },
      row('queue', {
        metric: 'memory',
        unit: 'B',
        base: 71_303_168,
        head: 171_565_312,
        ratio: 2.406,
        interval: [2.38, 2.43],
        p: 0.0003,
        pairs: 8,
        agree: 8,
        verdict: 'regression',
        outcome: 'warn',
        terms: { ...terms, onRegression: 'warn' },
      }),
      row('queue', {
        base: 0.002,
        head: 0.0248,
        ratio: 12.4,
        interval: [11.9, 12.9],
        p: 0.0003,
        pairs: 8,
        agree: 8,
        verdict: 'regression',
        outcome: 'fail',
      }),
      ...calm,
    ]),

  folders: () =>
    report([slow, ...calm.slice(0, 3)], {
      suite: 'quickstart',
      change: {
        base: { directory: 'examples/quickstart/base' },
        head: { directory: 'examples/quickstart/my head' },
        reason: 'folders',
      },
    }),

  'many-rows': () => report(manyRows(), { alpha: 0.05 }),

  hostile: () =>
    report(
      hostile.flatMap((name, index) => [
        index % 2 === 0 ? { ...slow, benchmark: name } : row(name, { reason: name }),
      ]),
      {
        suite: hostile[0] ?? '',
        change: { base: { ref: hostile[2] ?? '' }, head: { ref: hostile[3] ?? '' }, reason: 'named' },
        environment: { ...environment, cpu: hostile[0] ?? '', runnerImage: hostile[5] ?? '' },
        notices: hostile.map((text) => ({ code: 'hostile', message: text, where: text, fix: text })),
        failures: [
          {
            side: 'head',
            benchmark: hostile[1] ?? '',
            code: 'x',
            reason: hostile[2] ?? '',
            output: `\`\`\`\`\n${hostile.join('\n')}\n\`\`\``,
          },
        ],
      },
    ),
}
