// What happens to the comment over the life of a pull request, on the built action: several jobs at the same time, jobs
// that are silent, slow or fail.
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tokens } from '../github/fake-github.ts'
import { eachWithPullRequest, sizeSuite } from './pull-request.ts'

const pull = eachWithPullRequest()

describe('one comment', { timeout: 240_000 }, () => {
  test('for all legs of a matrix, also when they write at the same moment', async () => {
    pull.larger()
    const id = pull.nextRun()
    const legs = ['linux', 'macos', 'windows']
    const ended = await Promise.all(legs.map((name) => pull.gate({ name }, { id })))
    expect(ended.map(({ exitCode }) => exitCode)).toEqual([1, 1, 1])
    expect(await pull.comments()).toHaveLength(1)
    expect(Object.keys(await pull.sections()).sort()).toEqual(legs)
  })

  test('keeps both legs when they forgot to take different names, and removes duplicates', async () => {
    const id = pull.nextRun()
    await pull.gate({}, { id })
    // And a duplicate, as two jobs may leave that found no comment at the same moment.
    await pull.github.comment(pull.number, (await pull.comments())[0] ?? '', tokens.write)
    await pull.gate({}, { id })
    expect(await pull.comments()).toHaveLength(1)
    expect(Object.keys(await pull.sections())).toEqual(['perf-gate', 'perf-gate (2)'])
  })

  test('an older run that ends last does not overwrite the newer result', async () => {
    const [older, newer] = [pull.nextRun(), pull.nextRun()]
    pull.larger()
    await pull.gate({}, { id: newer })
    const before = await pull.comments()
    await pull.gate({}, { id: older })
    expect(await pull.comments()).toEqual(before)
  })

  test('says that it is out of date while the next commit is measured, and when that fails', async () => {
    await pull.gate()
    const seen = join(realpathSync(mkdtempSync(join(tmpdir(), 'seen-'))), 'comments.json')
    const look = `node -e "fetch('${pull.github.origin}/repos/octo/app/issues/${pull.number}/comments').then((r) => r.text()).then((t) => require('fs').writeFileSync('${seen}', t))"`
    const commit = pull.push({ 'perf-gate.yml': sizeSuite(`setup: ${JSON.stringify(look)}\n`) })
    const id = pull.nextRun()
    await pull.gate({}, { id })
    const meanwhile = readFileSync(seen, 'utf8')
    rmSync(seen)
    expect(meanwhile).toContain('Out of date')
    expect(meanwhile).toContain(commit.slice(0, 7))
    expect(meanwhile).toContain(`actions/runs/${id}`)
    expect((await pull.comments())[0]).not.toContain('Out of date')

    pull.push({ 'perf-gate.yml': sizeSuite('setup: exit 7\n') })
    const failed = await pull.gate()
    expect(failed.exitCode).toBe(3)
    const [body = '', ...more] = await pull.comments()
    expect(more).toEqual([])
    expect(body).toContain('could not be measured')
    expect(body).toContain('✅')
  })

  test('on-failure and on-change are silent until there is something to say, and then follow up', async () => {
    await pull.gate({ comment: 'on-change' })
    await pull.gate({ comment: 'on-failure' })
    expect(await pull.comments()).toEqual([])
    pull.push({ 'a.js': 'x'.repeat(500) })
    await pull.gate({ comment: 'on-failure' })
    expect(await pull.comments()).toEqual([])
    await pull.gate({ comment: 'on-change' })
    expect(await pull.comments()).toHaveLength(1)
    pull.push({ 'a.js': 'x'.repeat(1000) })
    await pull.gate({ comment: 'on-failure' })
    expect((await pull.comments())[0]).not.toContain('smaller')
  })

  test('deleted between being listed, on the second page, and being updated: there is one again', async () => {
    for (let remark = 0; remark < 101; remark++) await pull.github.comment(pull.number, `remark ${remark}`)
    const { id } = await pull.commentOfEarlierRun()
    pull.larger()
    // The first edit says that it is out of date; the second is the new result.
    const edit = { method: 'PATCH', path: /comments/, times: 1 }
    pull.github.faults.push({ ...edit, before: () => {} })
    pull.github.faults.push({ ...edit, before: () => pull.github.deleteComment(id) })
    const { exitCode, stdout } = await pull.gate()
    expect(exitCode, stdout).toBe(1)
    expect(pull.github.faults.map(({ times }) => times)).toEqual([0, 0])
    const ours = (await pull.github.comments(pull.number)).filter(({ body }) =>
      body.startsWith('<!-- perf-gate'),
    )
    expect(ours).toHaveLength(1)
    expect(ours[0]?.id).not.toBe(id)
    expect(ours[0]?.body).toContain('2 times as large')
  })

  test('never: none, and the verdict stands', async () => {
    pull.larger()
    const { exitCode, outputs } = await pull.gate({ comment: 'never' })
    expect({ exitCode, verdict: outputs.verdict }).toEqual({ exitCode: 1, verdict: 'fail' })
    expect(await pull.comments()).toEqual([])
  })
})
