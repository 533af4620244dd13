// Heap snapshots, read in pieces of any size; and what is none, or not whole.
import { describe, expect, it } from 'vitest'
import { readHeapSnapshot } from '../../src/formats/heap-snapshot.ts'

const fields = ['type', 'name', 'id', 'self_size', 'edge_count', 'detachedness']
const types = [
  'hidden',
  'array',
  'string',
  'object',
  'code',
  'closure',
  'regexp',
  'number',
  'native',
  'concatenated string',
]
const strings = ['', 'Entry', 'Ent\u0072y', 'say "\\"', 'system / ArrayBufferData', 'not a constructor]']
const nodes = [
  [3, 1, 1, 40, 0, 0],
  [3, 2, 3, 40, 0, 0],
  [3, 3, 5, 8, 0, 0],
  [8, 4, 7, 1000, 0, 0],
  [1, 5, 9, 64, 0, 0],
  [2, 5, 11, 32, 0, 0],
  [9, 5, 13, 16, 0, 0],
  [0, 5, 15, 4, 0, 0],
]

function snapshot(meta: object = { node_fields: fields, node_types: [types, 'string', 'number'] }): string {
  return [
    `{"snapshot":{"meta":${JSON.stringify(meta)},"node_count":8,"edge_count":0},`,
    `"nodes":[${nodes.map((node) => node.join()).join('\n,')}],`,
    '"edges":[],',
    '"trace_function_infos":[],"trace_tree":[],"samples":[],"locations":[0,1,2,3],',
    `"strings":[${strings.map((each) => JSON.stringify(each)).join(',\n')}]}`,
  ].join('\n')
}

async function* inPieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

describe('a heap snapshot', () => {
  it.each([1, 7, 64, 100_000])('by constructor, in pieces of %i characters', async (size) => {
    expect(await readHeapSnapshot(inPieces(snapshot(), size))).toEqual({
      constructors: [
        { name: 'system / ArrayBufferData', count: 1, bytes: 1000 },
        { name: 'Entry', count: 2, bytes: 80 },
        { name: '(array)', count: 1, bytes: 64 },
        { name: '(string)', count: 2, bytes: 48 },
        { name: 'say "\\"', count: 1, bytes: 8 },
        { name: '(system)', count: 1, bytes: 4 },
      ],
    })
  })

  it.each([
    ['nothing', '', 'it is no V8 heap snapshot'],
    ['a CPU profile', '{"nodes":[{"id":1}]}', 'it is no V8 heap snapshot'],
    ['no JSON', 'hello', 'it is no V8 heap snapshot'],
    ['a header without an end', 'x'.repeat(200_000), 'it is no V8 heap snapshot'],
    [
      'another version',
      snapshot({ node_fields: ['kind', 'name'], node_types: [types] }),
      'it is of a version of V8 that names its fields otherwise',
    ],
    ['cut among the nodes', snapshot().slice(0, 400), 'it ends in the middle'],
    ['cut before the names', snapshot().slice(0, snapshot().indexOf('"strings"')), 'it ends in the middle'],
    ['cut within a name', snapshot().slice(0, -30), 'it ends in the middle'],
  ])('that is %s', async (_title, text, why) => {
    expect(await readHeapSnapshot(inPieces(text, 1000))).toEqual({ why })
  })
})
