// A step that stores, or finds and reads, artifacts with the real client; run by the fake runner, because the client
// takes its address and its token from the process' environment.
import { githubArtifacts } from '../../../../src/adapters/github/artifacts.ts'
import { createClient } from '../../../../src/adapters/github/client.ts'
import { setOutputs } from '../../../../src/adapters/github/commands.ts'
import { readEvent } from '../../../../src/adapters/github/event.ts'
import { readInput } from '../../../../src/adapters/github/inputs.ts'
import { nodeFiles } from '../../../../src/adapters/node/files.ts'

const { env } = process
const files = nodeFiles(process.cwd(), env.RUNNER_TEMP)
const token = readInput(env, 'token')
const warnings: string[] = []
const artifacts = githubArtifacts({
  env,
  token,
  files,
  event: () => readEvent(env, files.read),
  client: async () =>
    createClient({
      token: token ?? '',
      baseUrl: env.GITHUB_API_URL ?? '',
      env,
      version: '0',
      warn: (message) => warnings.push(message),
      second: 1,
    }),
  warn: (message) => warnings.push(message),
})

const name = readInput(env, 'name') ?? ''
const content = readInput(env, 'content')
if (content === undefined) {
  const { found, ...absence } = await artifacts.find({ name, branch: readInput(env, 'branch') ?? 'main' })
  const read = []
  for (const artifact of found) read.push(await artifacts.download(artifact))
  setOutputs(env, { result: JSON.stringify({ found, absence, read, warnings }) })
} else {
  const receipt = await artifacts.upload(name, { 'run.json': content })
  setOutputs(env, {
    result: JSON.stringify({ receipt, left: await files.glob(['artifact-*/**'], env.RUNNER_TEMP ?? '') }),
  })
}
