// All ports of a workflow step together, in a process of their own: the runner's, with a token, on a checkout.
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createRepository } from '../../e2e/repository.ts'
import { checkOutPullRequest } from '../../github/fake-checkout.ts'
import { fakeGitHub, tokens, workflowRun } from '../../github/fake-github.ts'
import { runStep } from '../../github/fake-runner.ts'

test('a step has everything, and its children have no secrets', async () => {
  const github = await fakeGitHub()
  const origin = createRepository()
  origin.commit({ 'perf-gate.yml': 'benchmarks: {}' }, 'first')
  origin.git('branch', 'feature')
  const { workspace, event, dispose } = checkOutPullRequest(
    origin,
    await github.openPullRequest('feature'),
    'feature',
  )
  const step = await runStep(fileURLToPath(new URL('./steps/host.ts', import.meta.url)), {
    github,
    workspace,
    event,
    run: workflowRun(),
    with: { token: tokens.write },
    env: { MY_OWN_COPY: tokens.write, KEPT: 'yes' },
  })
  expect(step).toMatchObject({ exitCode: 0, stderr: '', summary: '# done\n\n' })
  const result = JSON.parse(step.outputs.result ?? '{}')
  expect(result).toMatchObject({
    event: { kind: 'pull_request', pullRequest: 1, targetBranch: 'main', branch: 'feature', fromFork: false },
    comment: { publisher: 'comment', status: 'done' },
    stored: { publisher: 'artifact', status: 'done' },
    found: 1,
    root: workspace,
    config: 'benchmarks: {}',
  })
  expect(result.size).toBeLessThan(50)
  expect(result.child).toContain('KEPT')
  for (const secret of ['MY_OWN_COPY', 'INPUT_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'GITHUB_OUTPUT'])
    expect(result.child).not.toContain(secret)
  const commands = step.commands.map(({ command, message }) => `${command} ${message}`)
  const own = commands.filter((line) => !/^(add-mask|debug) /.test(line))
  expect(own).toEqual(['group Measuring', 'endgroup ', 'group Artifacts', 'endgroup ', 'notice done'])
  expect((await github.comments(1)).map(({ body }) => body)).toEqual(['<!-- perf-gate host -->\ntext'])
  dispose()
  origin.dispose()
  await github.close()
})
