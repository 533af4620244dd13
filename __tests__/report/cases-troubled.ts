import type { Situation } from './cases.ts'
import { calm, environment, hostileNames, report, row, slow, terms } from './samples.ts'

export const troubled: Readonly<Record<string, Situation>> = {
  failed: {
    report: () =>
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
  },

  'new-and-gone': {
    report: () =>
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
          reason: 'Base does not have it: there is nothing to compare with yet.',
          notices: [
            {
              code: 'new',
              where: 'sort/emoji cpu',
              message: 'Measured on head only.',
              fix: 'Nothing to do.',
            },
          ],
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
          reason: 'Base does not have it: there is nothing to compare with yet.',
          notices: [
            {
              code: 'new',
              where: 'sort/emoji cpu',
              message: 'Measured on head only.',
              fix: 'Nothing to do.',
            },
          ],
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
          reason: 'Head does not have it any more.',
          notices: [
            {
              code: 'gone',
              where: 'sort/legacy cpu',
              message: 'Measured on base only.',
              fix: 'If it was removed on purpose, remove its budget too.',
            },
          ],
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
          reason: 'Head does not have it any more.',
          notices: [
            {
              code: 'gone',
              where: 'sort/legacy cpu',
              message: 'Measured on base only.',
              fix: 'If it was removed on purpose, remove its budget too.',
            },
          ],
        }),
        ...calm,
      ]),
  },

  'not-compared': {
    report: () =>
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
  },

  hostile: {
    report: () =>
      report(
        hostileNames.flatMap((name, index) => [
          index % 2 === 0 ? { ...slow, benchmark: name } : row(name, { reason: name }),
        ]),
        {
          suite: hostileNames[0] ?? '',
          change: {
            base: { ref: hostileNames[2] ?? '' },
            head: { ref: hostileNames[3] ?? '' },
            reason: 'named',
          },
          environment: { ...environment, cpu: hostileNames[0] ?? '', runnerImage: hostileNames[5] ?? '' },
          advice: [
            {
              rule: 'errors',
              title: hostileNames[0] ?? '',
              seen: hostileNames.map((name) => ({
                benchmark: name,
                words: [name, ' and ', { code: name }, { amount: 3, unit: name }],
              })),
              why: hostileNames[5] ?? '',
              attempt: hostileNames[2] ?? '',
              look: hostileNames[3] ?? '',
            },
          ],
          notices: hostileNames.map((text) => ({ code: 'hostile', message: text, where: text, fix: text })),
          failures: [
            {
              side: 'head',
              benchmark: hostileNames[1] ?? '',
              code: 'x',
              reason: hostileNames[2] ?? '',
              output: `\`\`\`\`\n${hostileNames.join('\n')}\n\`\`\``,
            },
          ],
        },
      ),
  },
}
