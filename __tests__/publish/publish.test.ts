// The report gets out by every way that is open, and each closed one is named where its reader looks.
import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { Receipt } from '../../src/model/receipt.ts'
import type { Report } from '../../src/model/report.ts'
import {
  commentMarker,
  describeReceipts,
  type Publication,
  publish as publishTo,
  receiptsFooter,
} from '../../src/publish/index.ts'
import { fakeArtifacts } from '../fakes/artifacts.ts'
import { fakeForge } from '../fakes/forge.ts'

const report: Report = {
  format: 'perf-gate/report',
  version: 1,
  suite: 'parse',
  createdAt: '2026-11-23T10:00:00.000Z',
  verdict: 'pass',
  comparisons: [],
  recorded: [],
  failures: [],
  notices: [],
  explanations: [],
  advice: [],
  change: { base: {}, head: {}, reason: 'merge-base' },
  measured: { mode: 'paired', alpha: 0.01, family: 1, pairs: 5 },
}
const rendered = {
  comment: () => '### ✅ unchanged\n',
  heading: 'parse',
  title: 'unchanged',
  summary: '# unchanged\n',
  annotations: [],
  outputs: { verdict: 'pass' },
}
const publish = ({
  host,
  ...rest
}: Omit<Publication, 'host'> & { host: Pick<Publication['host'], 'forge'> }) =>
  publishTo({ ...rest, host: { ...host, artifacts: fakeArtifacts() } })
const refused: Receipt = {
  publisher: 'comment',
  status: 'skipped',
  why: 'The token may not write the pull request comment (403: no).',
  fix: 'permissions:\n  pull-requests: write\n  contents: read',
}

describe('publish', () => {
  test('outputs, annotations, comment, and the summary last', async () => {
    const forge = fakeForge()
    const receipts = await publish({ report, rendered, host: { forge } })
    expect(forge.calls).toEqual(['outputs', 'annotations', 'comment', 'outputs', 'summary'])
    expect(receipts.map(({ publisher, status }) => `${publisher} ${status}`)).toEqual([
      'outputs done',
      'annotations done',
      'comment done',
      'summary done',
    ])
    const [[marker, body = ''] = []] = [...forge.comments]
    expect(marker).toBe(commentMarker)
    expect(body.startsWith(`${commentMarker}\n`)).toBe(true)
    expect(body).toContain('\n### ✅ unchanged\n')
    expect(forge.outputs).toEqual({
      verdict: 'pass',
      'comment-url': 'https://github.com/octo/app/pull/7#issuecomment-1',
    })
  })

  test('a refused comment is said in the summary, with the lines to add', async () => {
    const forge = fakeForge({ upsertComment: async () => refused })
    await publish({ report, rendered, host: { forge } })
    expect(forge.summaries[0]).toContain('pull-requests: write')
  })

  test('what went wrong before is said in the comment', async () => {
    const forge = fakeForge()
    const earlier: Receipt[] = [{ publisher: 'baseline', status: 'failed', why: 'The service is away.' }]
    await publish({ report, rendered, host: { forge }, earlier })
    expect([...forge.comments.values()][0]).toContain('- **baseline** failed: The service is away.')
  })

  test('a publisher that throws stops no other', async () => {
    const forge = fakeForge({
      setOutputs: () => Promise.reject(new Error('disk full')),
      upsertComment: () => Promise.reject(new Error('socket hang up')),
    })
    const receipts = await publish({ report, rendered, host: { forge } })
    expect(receipts).toMatchObject([
      { publisher: 'outputs', status: 'failed', why: 'disk full' },
      { publisher: 'annotations', status: 'done' },
      { publisher: 'comment', status: 'failed', why: 'socket hang up' },
      // Left for a job that can write.
      { publisher: 'report', status: 'done' },
      { publisher: 'summary', status: 'done' },
    ])
  })

  test('comments can be turned off, which needs no attention', async () => {
    const forge = fakeForge()
    const receipts = await publish({ report, rendered, host: { forge }, options: { comment: 'never' } })
    expect(forge.comments.size).toBe(0)
    expect(receiptsFooter(receipts)).toBe('')
  })
})

describe('the room of a comment', () => {
  test('a comment that fills its room is published whole, with marks and footer', async () => {
    const forge = fakeForge()
    const comment = (limit: number) => `${'x'.repeat(limit - 4)}\nend`
    await publish({ report, rendered: { ...rendered, comment }, host: { forge }, earlier: [refused] })
    const [body = ''] = forge.comments.values()
    expect(body.length).toBeLessThanOrEqual(forge.limits.comment)
    expect(body).toContain('\nend\n')
    expect(body).toContain('1 not published')
  })

  test('one that was not rendered to size is cut at a line, closed, and says so', async () => {
    const forge = fakeForge()
    const comment = () => `### ❌\n<details><summary>all</summary>\n${'| a row |\n'.repeat(20_000)}</details>`
    await publish({ report, rendered: { ...rendered, comment }, host: { forge } })
    const [body = ''] = forge.comments.values()
    expect(body.length).toBeLessThanOrEqual(forge.limits.comment)
    expect(body).toMatch(/\| a row \|\n<\/details>\n\n_Cut here: .*_\n<!-- perf-gate end -->$/)
  })
})

test('receipts in words', async () => {
  const receipts: Receipt[] = [
    { publisher: 'outputs', status: 'done' },
    { publisher: 'comment', status: 'done', url: 'https://github.com/octo/app/pull/7#issuecomment-1' },
    {
      publisher: 'baseline',
      status: 'skipped',
      why: 'Baselines are stored by runs of the default branch main only.',
    },
    refused,
    { publisher: 'artifact', status: 'failed', why: 'The artifact could not be uploaded: 503' },
    {
      publisher: 'baseline',
      status: 'failed',
      why: 'The name is taken.',
      fix: 'Give each leg its own suite name.',
    },
  ]
  await matchesGolden('receipts.txt', `${describeReceipts(receipts).join('\n')}\n`)
  await matchesGolden('receipts.md', receiptsFooter(receipts))
})

async function matchesGolden(name: string, text: string): Promise<void> {
  const file = new URL(`./golden/${name}`, import.meta.url)
  if (process.env.UPDATE_GOLDEN === '1') await writeFile(file, text)
  expect(text).toBe(await readFile(file, 'utf8'))
}
