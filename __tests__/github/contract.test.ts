// The judge of the other tests, judged: each kind of mistake that GitHub's description forbids is seen.
import { describe, expect, test } from 'vitest'
import { loadContract } from './contract.ts'

const contract = loadContract()
const comments = '/repos/octo/app/issues/7/comments'

describe('requests', () => {
  test.each([
    ['GET', `${comments}?per_page=100&page=2`, ''],
    ['POST', comments, '{"body":"text"}'],
    ['PATCH', '/repos/octo/app/issues/comments/3', '{"body":"text"}'],
    ['DELETE', '/repos/octo/app/issues/comments/3', ''],
    ['GET', '/repos/octo/app/actions/artifacts?name=a%20b&per_page=100', ''],
  ])('%s %s is allowed', (method, url, body) => {
    expect(contract.request(method, url, body)).toEqual([])
  })

  test.each([
    ['an unknown path', 'GET', '/repos/octo/app/issues/7/remarks', '', 'not an operation'],
    ['an unknown method', 'PUT', comments, '{"body":"text"}', 'not an operation'],
    [
      'a path parameter of another type',
      'GET',
      '/repos/octo/app/issues/seven/comments',
      '',
      'must be integer',
    ],
    ['an unknown query key', 'GET', `${comments}?perpage=100`, '', 'unknown query perpage'],
    ['a query value of another type', 'GET', `${comments}?page=first`, '', 'must be integer'],
    ['a page that is too large', 'GET', `${comments}?per_page=200`, '', 'over 100'],
    ['a missing body', 'POST', comments, '', 'missing body'],
    ['a missing field', 'POST', comments, '{}', "must have required property 'body'"],
    [
      'a misspelt field',
      'POST',
      comments,
      '{"body":"text","bdoy":"text"}',
      'must NOT have additional properties',
    ],
    ['a field of another type', 'POST', comments, '{"body":7}', 'must be string'],
    ['a body that is no JSON', 'POST', comments, '{"body"', 'not JSON'],
    ['a body where none is taken', 'DELETE', '/repos/octo/app/issues/comments/3', '{}', 'takes none'],
  ])('%s is not', (_, method, url, body, fault) => {
    expect(contract.request(method, url, body).join('\n')).toContain(fault)
  })
})

describe('answers', () => {
  test('must have the status and the fields of the description', () => {
    const url = '/repos/octo/app/actions/artifacts'
    expect(contract.response('GET', url, 200, '{"total_count":0,"artifacts":[]}')).toEqual([])
    expect(contract.response('GET', url, 200, '{"artifacts":[]}').join()).toContain('total_count')
    expect(contract.response('GET', url, 200, '{"total_count":1,"artifacts":[{"id":1}]}').join()).toContain(
      'expires_at',
    )
    expect(contract.response('GET', url, 200, '<html>').join()).toContain('not JSON')
    expect(contract.response('GET', url, 201, '{}').join()).toContain('answers 201')
    expect(contract.response('DELETE', '/repos/octo/app/issues/comments/3', 204, '')).toEqual([])
  })
})
