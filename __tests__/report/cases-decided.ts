// Situations in which the gate could say something: good news, bad news, and not enough to tell.
import type { Judged } from '../../src/model/verdict.ts'
import { advised } from './advised.ts'
import type { Situation } from './cases.ts'
import { explained } from './explained.ts'
import {
  calm,
  faster,
  recorded,
  report,
  row,
  size,
  slow,
  terms,
  undecided,
  ungated,
  withoutAgree,
} from './samples.ts'

function manyRows(): Judged[] {
  const packages = ['lexer', 'parser', 'resolver', 'emitter', 'minifier', 'bundler']
  return Array.from({ length: 90 }, (_, index) => {
    const name = `${packages[index % packages.length]}/${['small', 'medium', 'large'][index % 3]}/case-${String(index).padStart(4, '0')}`
    const base = 0.001 * (1 + (index % 37))
    if (index % 8 === 5) {
      const ratio = 1.06 + index / 500
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

export const decided: Readonly<Record<string, Situation>> = {
  regression: {
    report: () =>
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
  },

  explained: { report: () => report([slow, ...calm], { explanations: [explained] }) },

  advised: { report: () => report([undecided, ...calm, ...ungated], { advice: advised }) },

  'below-budget': {
    report: () =>
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
  },

  pass: { report: () => report([...calm, row('parse/large'), ...ungated]) },

  improved: { report: () => report([faster, ...calm.filter(({ benchmark }) => benchmark !== 'sort/words')]) },

  'many-improvements': {
    report: () =>
      report([
        ...calm.map((each) => (each.mode === 'exact' ? each : { ...faster, benchmark: each.benchmark })),
        { ...faster, benchmark: 'gc', ratio: 0.61, head: 0.00542, interval: [0.6, 0.62] },
      ]),
  },

  inconclusive: {
    report: () =>
      report(
        [
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
            reason: 'After 40 pairs head may still be anything from 17 % faster to 27 % slower.',
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
            reason: '3 pairs are too few: nothing is decided before 5.',
            notices: [
              {
                code: 'few-pairs',
                where: 'backup cpu',
                message: '3 usable pairs: nothing is decided before 5.',
                fix: 'Raise `gate.max-time`, or shorten the trials of this benchmark.',
              },
            ],
          }),
          ...calm,
        ],
        {
          notices: [
            {
              code: 'few-pairs',
              where: 'backup',
              message: 'Only 3 of at least 5 pairs: the time budget of 480 s ended.',
              fix: 'Raise "gate.max-time", shorten the benchmark, or split the suite over several jobs.',
            },
          ],
        },
      ),
  },

  'over-limit': {
    report: () =>
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
          reason: 'Head is above its limit.',
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
          reason: 'Head is below its limit.',
          terms: { ...terms, limit: { value: 1000, unit: '/s' } },
        }),
        size('bundle', 248_100, 251_904, {
          verdict: 'over-limit',
          outcome: 'fail',
          reason: 'Head is above its limit.',
          terms: { ...terms, limit: { value: 250_000, unit: 'B' } },
        }),
        ...calm.filter(({ benchmark }) => benchmark !== 'bundle'),
      ]),
  },

  recorded: {
    report: () => {
      const earlier = { mode: 'recorded', interval: null, p: null, pairs: 10, excludes: null } as const
      return report(
        [
          row('parse/large', {
            ...earlier,
            head: 0.0149,
            ratio: 1.231,
            verdict: 'regression',
            outcome: 'warn',
            reason: 'Head is above all of the last 10 runs by 12 %; 2 fresh jobs must confirm it.',
            notices: [
              {
                code: 'one-job',
                message: 'One job is not enough to blame the change: machines differ by more than that.',
                fix: 'Measure base and head in one job: `perf-gate run`.',
              },
            ],
          }),
          row('render/list', {
            ...earlier,
            verdict: 'inconclusive',
            outcome: 'pass',
            reason: 'Within 5 % of what the last 10 runs reached; that does not show that nothing changed.',
          }),
          size('bundle', 240_112, 240_112),
        ].map(withoutAgree),
        { elapsed: 41 },
      )
    },
  },

  accepted: {
    report: () =>
      report([
        {
          ...slow,
          verdict: 'accepted',
          outcome: 'pass',
          reason: 'accepted up to 10 % until 2026-12-01 by @maria: the new lexer keeps positions',
        },
        ...calm,
      ]),
  },

  sizes: {
    report: () =>
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
  },

  imported: {
    report: () =>
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
          fromFiles: true,
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
  },

  folders: {
    report: () =>
      report([slow, ...calm.slice(0, 3)], {
        suite: 'quickstart',
        change: {
          base: { directory: 'examples/quickstart/base' },
          head: { directory: 'examples/quickstart/my head' },
          reason: 'folders',
        },
      }),
  },

  'many-rows': {
    report: () => report(manyRows(), { alpha: 0.05 }),
    options: {
      limit: 8000,
      fullReport: { label: 'report.html', url: 'https://github.com/o/r/actions/runs/7' },
    },
  },
}
