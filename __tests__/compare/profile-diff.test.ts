// What grew between two profiles: known stacks, edited files, functions that share a name, and too few samples.
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/compare/profile-diff.ts'
import { matchFrames } from '../../src/compare/profile-match.ts'
import type { Frame, Profile } from '../../src/model/profile.ts'

const at = (name: string, line: number, self: number, parts: Partial<Frame> = {}): Frame => ({
  function: name,
  file: 'src/lexer.js',
  line,
  self,
  total: self,
  own: self,
  ...parts,
})

const profile = (frames: readonly Frame[], parts: Partial<Profile> = {}): Profile => ({
  benchmark: 'parse',
  kind: 'cpu',
  unit: 's',
  iterations: 100,
  samples: 10_000,
  frames: [...frames],
  stacks: frames.map(({ self }, index) => ({ frames: [index], self })),
  ...parts,
})

const between = (
  base: Profile,
  head: Profile,
  row = { base: null as number | null, head: null as number | null },
) =>
  explain([{ benchmark: 'parse', of: 'cpu', ...row }], {
    base: { profiles: [base] },
    head: { profiles: [head] },
  })[0]

const growth = (explanation: ReturnType<typeof between>) =>
  explanation?.functions.map((each) => [
    each.function,
    each.line,
    Number((each.own.head - each.own.base).toFixed(6)),
  ])

describe('functions', () => {
  const base = profile([at('parse', 1, 1), at('tokenize', 10, 1)])

  it('per iteration, most grown first, placed where head has them', () => {
    const head = profile([at('parse', 5, 0.5), at('tokenize', 14, 4)], { iterations: 200 })
    const found = between(base, head)
    expect(growth(found)).toEqual([
      ['tokenize', 14, 0.01],
      ['parse', 5, -0.0075],
    ])
    expect(found?.total).toEqual({ base: 0.02, head: 0.0225 })
  })

  it('scaled to what was measured, because profiling costs time', () => {
    const head = profile([at('parse', 1, 1), at('tokenize', 10, 3)])
    expect(between(base, head, { base: 0.01, head: 0.02 })?.total).toEqual({ base: 0.01, head: 0.02 })
  })

  it('profilers that only count samples need what was measured', () => {
    const counted = { unit: 'samples', iterations: undefined } as const
    const [a, b] = [profile([at('f', 1, 10)], counted), profile([at('f', 1, 30)], counted)]
    expect(between(a, b)).toBeUndefined()
    expect(growth(between(a, b, { base: 1, head: 3 }))).toEqual([['f', 1, 2]])
  })

  it('new and gone ones count with all they take', () => {
    const head = profile([at('parse', 1, 1), at('normalize', 30, 2)])
    expect(growth(between(base, head))).toEqual([
      ['normalize', 30, 0.02],
      ['tokenize', 10, -0.01],
    ])
  })

  it('a change that a few samples make by chance is not certain', () => {
    const few = { samples: 40 }
    const head = profile([at('parse', 1, 1), at('tokenize', 10, 1.3)], few)
    expect(between({ ...base, ...few }, head)?.functions).toMatchObject([
      { function: 'tokenize', certain: false },
    ])
    expect(between(base, { ...head, samples: 10_000 })?.functions[0]).toMatchObject({ certain: true })
  })

  it('a function of a dependency names who called it', () => {
    const frames = (self: number) => [
      at('render', 3, 0),
      at('merge', 9, self, { file: 'node_modules/lodash/merge.js' }),
    ]
    const stacks = (self: number) => [{ frames: [0, 1], self }]
    const found = between(
      profile(frames(1), { stacks: stacks(1) }),
      profile(frames(2), { stacks: stacks(2) }),
    )
    expect(found?.functions[0]).toMatchObject({ function: 'merge', caller: { function: 'render', line: 3 } })
  })

  it('no profile on a side, no explanation', () => {
    const runs = { base: { profiles: [] }, head: { profiles: [base] } }
    expect(explain([{ benchmark: 'parse', of: 'cpu', base: 1, head: 2 }], runs)).toEqual([])
  })

  it('profiles without any time explain nothing and divide by nothing', () => {
    const empty = profile([])
    expect(between(empty, empty, { base: 1, head: 2 })).toBeUndefined()
    expect(between(empty, empty)?.functions).toEqual([])
  })
})

describe('which function is which', () => {
  it('one name, one file: the same function, however it was edited', () => {
    expect(matchFrames([at('f', 3, 1, { text: 'f(a) {' })], [at('f', 9, 1, { text: 'f(a, b) {' })])).toEqual([
      { base: 0, head: 0 },
    ])
  })

  it('several of one name: by the line of their definition, wherever it moved to', () => {
    const anonymous = (line: number, text: string) => at('(anonymous)', line, 1, { text })
    const base = [anonymous(3, 'a.map((x) => x + 1)'), anonymous(7, 'b.map((x) => x * 2)')]
    const head = [
      anonymous(4, 'new.map((x) => 0)'),
      anonymous(8, 'b.map((x) => x * 2)'),
      anonymous(6, 'a.map((x) => x + 1)'),
    ]
    expect(matchFrames(base, head)).toEqual([{ base: 0, head: 2 }, { base: 1, head: 1 }, { head: 0 }])
  })

  it('the same name in another file is another function', () => {
    expect(matchFrames([at('f', 1, 1)], [at('f', 1, 1, { file: 'src/other.js' })])).toEqual([
      { base: 0 },
      { head: 0 },
    ])
  })
})

describe('constructors', () => {
  const heap = (constructors: Profile['constructors']) =>
    profile([at('keep', 1, 100)], { kind: 'heap', unit: 'B', ...(constructors ? { constructors } : {}) })
  const found = (base: Profile, head: Profile) =>
    explain([{ benchmark: 'parse', of: 'heap', base: null, head: null }], {
      base: { profiles: [base] },
      head: { profiles: [head] },
    })[0]?.constructors

  it('those that take more, most grown first; new ones count from nothing, small changes not at all', () => {
    const base = heap([
      { name: 'Entry', count: 10, bytes: 1000 },
      { name: 'Map', count: 1, bytes: 50_000 },
      { name: '(system)', count: 5, bytes: 1000 },
    ])
    const head = heap([
      { name: 'Entry', count: 500, bytes: 50_000 },
      { name: 'Node', count: 900, bytes: 90_000 },
      { name: 'Map', count: 1, bytes: 40_000 },
      { name: '(system)', count: 6, bytes: 2000 },
    ])
    expect(found(base, head)).toEqual([
      { name: 'Node', count: { base: 0, head: 900 }, bytes: { base: 0, head: 90_000 } },
      { name: 'Entry', count: { base: 10, head: 500 }, bytes: { base: 1000, head: 50_000 } },
    ])
  })

  it('unknown where a side has no picture of its heap', () => {
    expect(found(heap(undefined), heap([]))).toBeUndefined()
  })
})

describe('rows that a profile covers', () => {
  it('are explained by it, once', () => {
    const covers = ['parse/large', 'parse/small']
    const [base, head] = [1, 3].map((self) => profile([at('parse', 1, self)], { covers }))
    if (base === undefined || head === undefined) throw new Error('two profiles')
    const rows = covers.map((benchmark) => ({ benchmark, of: 'cpu' as const, base: null, head: null }))
    const explanations = explain(rows, { base: { profiles: [base] }, head: { profiles: [head] } })
    expect(explanations).toHaveLength(1)
    expect(explanations[0]).toMatchObject({ benchmark: 'parse', covers })
  })
})

describe('flame graph', () => {
  it('joins both sides stack by stack, parents before children', () => {
    const frames = [at('main', 1, 0), at('parse', 5, 0), at('tokenize', 9, 0)]
    const base = profile(frames, { stacks: [{ frames: [0, 1], self: 1 }], iterations: 1 })
    const head = profile(frames, {
      stacks: [
        { frames: [0, 1], self: 1 },
        { frames: [0, 2], self: 2 },
      ],
      iterations: 1,
    })
    const boxes = between(base, head)?.flame.map(({ function: name, parent, ...both }) => [
      name,
      parent,
      both.base,
      both.head,
    ])
    expect(boxes).toEqual([
      ['main', -1, 1, 3],
      ['tokenize', 0, 0, 2],
      ['parse', 0, 1, 1],
    ])
  })
})
