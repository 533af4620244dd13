// A regression with what profiles of both sides say about it.
import type { Explanation } from '../../src/model/explanation.ts'

/** Amounts in seconds. */
export const explained: Explanation = {
  benchmark: 'parse/large',
  kind: 'cpu',
  unit: 's',
  total: { base: 0.0121, head: 0.01297 },
  functions: [
    {
      function: 'tokenize',
      file: 'src/lexer.ts',
      line: 88,
      self: { base: 0.0021, head: 0.00275 },
      total: { base: 0.0024, head: 0.00311 },
      own: { base: 0.0024, head: 0.00311 },
      certain: true,
    },
    {
      function: 'merge',
      file: 'node_modules/lodash/merge.js',
      line: 9,
      self: { base: 0.001, head: 0.00113 },
      total: { base: 0.001, head: 0.00113 },
      own: { base: 0.001, head: 0.00113 },
      certain: true,
      caller: { function: 'options', file: 'src/options.ts', line: 12 },
    },
    {
      function: '(garbage collector)',
      self: { base: 0.0006, head: 0.00066 },
      total: { base: 0.0006, head: 0.00066 },
      own: { base: 0.0006, head: 0.00066 },
      certain: false,
    },
    {
      function: 'parse',
      file: 'src/parser.ts',
      line: 17,
      self: { base: 0.0081, head: 0.00807 },
      total: { base: 0.0115, head: 0.01231 },
      own: { base: 0.0081, head: 0.00807 },
      certain: false,
    },
  ],
  flame: [
    { parent: -1, function: 'parse', file: 'src/parser.ts', line: 17, base: 0.0115, head: 0.01231 },
    { parent: 0, function: 'tokenize', file: 'src/lexer.ts', line: 88, base: 0.0024, head: 0.00311 },
    {
      parent: 0,
      function: 'merge',
      file: 'node_modules/lodash/merge.js',
      line: 9,
      base: 0.001,
      head: 0.00113,
    },
    { parent: -1, function: '(garbage collector)', base: 0.0006, head: 0.00066 },
  ],
}
