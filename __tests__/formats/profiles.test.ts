// Profiles of other tools: what their text says, and what is said of text that cannot be trusted.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProfile, type StackSamples } from '../../src/formats/profiles.ts'

const frame = (functionName: string, lineNumber = 0) => ({
  functionName,
  scriptId: '1',
  url: functionName.startsWith('(') ? '' : 'file:///work/lexer.js',
  lineNumber,
  columnNumber: 4,
})

/** root → main → parse → tokenize, and garbage collection beside it. */
const profile = {
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 5, 6] },
    { id: 2, callFrame: frame('main', 1), children: [3] },
    { id: 3, callFrame: frame('parse', 10), children: [4] },
    { id: 4, callFrame: frame('', 20) },
    { id: 5, callFrame: frame('(garbage collector)') },
    { id: 6, callFrame: frame('(idle)') },
  ],
  startTime: 0,
  endTime: 6000,
  samples: [3, 4, 4, 5, 6, 3],
  timeDeltas: [100, 1000, 1000, 1000, 1000, 1000],
}

function read(text: string): StackSamples {
  const found = readProfile(text)
  if ('why' in found) throw new Error(found.why)
  return found
}

const lines = ({ stacks }: StackSamples) =>
  Object.fromEntries(
    stacks.map(({ sites, self }) => [sites.map((site) => site.function).join(';'), Number(self.toFixed(9))]),
  )

describe('.cpuprofile', () => {
  it('charges a stack with the time until the next sample; idle time is nobody’s', () => {
    const found = read(JSON.stringify(profile))
    expect(found.unit).toBe('s')
    expect(lines(found)).toEqual({
      'main;parse': 0.001,
      'main;parse;(anonymous)': 0.002,
      '(garbage collector)': 0.001,
    })
  })

  it('counts lines and columns from 1', () => {
    const [stack] = read(JSON.stringify(profile)).stacks
    expect(stack?.sites.at(-1)).toEqual({
      function: 'parse',
      url: 'file:///work/lexer.js',
      line: 11,
      column: 5,
    })
  })

  it('a gap in which the machine did other things is not charged to the function before it', () => {
    const timeDeltas = [100, 1000, 900_000, 1000, 1000, 1000]
    expect(lines(read(JSON.stringify({ ...profile, timeDeltas })))['main;parse;(anonymous)']).toBe(0.011)
  })

  it('clocks that step back are no time', () => {
    const timeDeltas = [100, 1000, -5000, 1000, 1000, 1000]
    expect(lines(read(JSON.stringify({ ...profile, timeDeltas })))['main;parse;(anonymous)']).toBe(0.001)
  })

  it('of runtimes that only count hits: shares of the whole time', () => {
    const nodes = profile.nodes.map((node) => ({
      ...node,
      hitCount: node.id === 4 ? 3 : node.id === 3 ? 1 : 0,
    }))
    const found = read(JSON.stringify({ nodes, startTime: 0, endTime: 8000 }))
    expect(lines(found)).toEqual({ 'main;parse': 0.002, 'main;parse;(anonymous)': 0.006 })
  })

  it('of runtimes that name parents instead of children', () => {
    const nodes = [
      { id: 1, callFrame: frame('(root)') },
      { id: 2, callFrame: frame('main'), parent: 1 },
      { id: 3, callFrame: frame('parse'), parent: 2 },
    ]
    expect(lines(read(JSON.stringify({ ...profile, nodes, samples: [3, 3] })))).toEqual({
      'main;parse': 0.002,
    })
  })

  it('samples of calls that it does not have are left out, and a notice says so', () => {
    const found = read(JSON.stringify({ ...profile, samples: [3, 99, 99, 5, 6, 3] }))
    expect(lines(found)).toEqual({ 'main;parse': 0.001, '(garbage collector)': 0.001 })
    expect(found.notices).toMatchObject([
      { code: 'profile-incomplete', message: expect.stringContaining('2 samples') },
    ])
  })

  it('a call that is its own ancestor ends somewhere', () => {
    const nodes = [
      { id: 1, callFrame: frame('main'), children: [2] },
      { id: 2, callFrame: frame('parse'), children: [1] },
    ]
    expect(lines(read(JSON.stringify({ ...profile, nodes, samples: [2, 2] })))).toEqual({
      'main;parse': 0.002,
    })
  })
})

describe('.heapprofile', () => {
  const node = (name: string, selfSize: number, children: unknown[] = []) => ({
    callFrame: frame(name, 4),
    selfSize,
    children,
  })
  it('charges who allocated, in bytes; the root is nobody', () => {
    const head = node('(root)', 0, [node('main', 100, [node('keep', 300), node('idle', 0)])])
    const found = read(JSON.stringify({ head, samples: [{}, {}, {}, {}] }))
    expect(found.unit).toBe('B')
    expect(lines(found)).toEqual({ main: 100, 'main;keep': 300 })
    expect(found.stacks.map(({ samples }) => samples)).toEqual([1, 3])
  })
  it.each(['{"head":', '{"head":{}}', '{"head":{"callFrame":{"functionName":"f"},"selfSize":-1}}'])(
    '%s is none',
    (text) => {
      expect(readProfile(text)).toHaveProperty('why')
    },
  )
})

describe('what is no profile says why', () => {
  it.each([
    ['', 'empty'],
    ['{}', 'no V8 CPU profile'],
    ['{"nodes":[]}', 'no V8 CPU profile'],
    [JSON.stringify(profile).slice(0, -40), 'not whole JSON'],
    ['Traceback (most recent call last):', 'no folded stacks'],
  ])('%j', (text, why) => {
    expect(readProfile(text)).toEqual({ why: expect.stringContaining(why) })
  })

  it('whatever it is, it is no exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constantFrom(...'{}[];:1 \n')), (text) => {
        readProfile(text)
        readProfile(`{"nodes":[${text}]}`)
      }),
      { seed: 5 },
    )
  })
})

describe('folded stacks', () => {
  it.each([
    // perf script | stackcollapse-perf.pl
    ['node;main;parse 42', ['node', 'main', 'parse']],
    // py-spy record --format raw
    ['<module> (main.py:12);tokenize (src/lexer.py:88) 42', ['<module>', 'tokenize']],
    // async-profiler collapsed
    [
      'java/lang/Thread.run;com/shop/Cart.total_[j];__libc_read_[k] 42',
      ['java/lang/Thread.run', 'com/shop/Cart.total', '__libc_read'],
    ],
    // rbspy
    ['block in parse - lexer.rb:7;each - (unknown) 42', ['block in parse -', 'each - (unknown)']],
  ])('%s', (text, functions) => {
    const found = read(`${text}\n`)
    expect(found.unit).toBe('samples')
    expect(found.stacks).toMatchObject([{ self: 42, samples: 42 }])
    expect(found.stacks[0]?.sites.map((site) => site.function)).toEqual(functions)
  })

  it('places that a tool wrote', () => {
    const [stack] = read('tokenize (src/lexer.py:88) 3').stacks
    expect(stack?.sites).toEqual([{ function: 'tokenize', url: 'src/lexer.py', line: 88 }])
  })

  it('lines that are none are left out, and a notice says so', () => {
    const found = read('main;parse 3\nhalf a li\n')
    expect(found.stacks).toHaveLength(1)
    expect(found.notices).toMatchObject([{ code: 'profile-incomplete' }])
  })
})
