// A step that uses every port of the host once; run by the fake runner.
import { githubHost } from '../../../../src/adapters/github/host.ts'
import { readInput } from '../../../../src/adapters/github/inputs.ts'

const { env } = process
const host = githubHost({
  env,
  cwd: process.cwd(),
  version: '1.2.3',
  token: readInput(env, 'token'),
  progressLine: (event) => (event.kind === 'note' ? event.message : null),
})
const { forge, artifacts, files, git, processes, log } = host
log.progress({ kind: 'note', message: 'a pair was measured' })
const child = await processes.run({
  argv: [process.execPath, '-p', 'JSON.stringify(Object.keys(process.env))'],
  cwd: host.cwd,
})
const event = await forge.event()
const comment = await forge.upsertComment('<!-- perf-gate host -->', () => '<!-- perf-gate host -->\ntext')
const stored = await artifacts.upload('host', { 'run.json': '{}' })
const { found } = await artifacts.find({ name: 'host', branch: 'main' })
const result = {
  event,
  comment,
  stored,
  found: found.length,
  root: await git.root(),
  config: await files.read('perf-gate.yml'),
  child: JSON.parse(child.stdout) as unknown,
  size: await host.compression.compressedSize(new Uint8Array(1000), 'gzip'),
}
await forge.setOutputs({ result: JSON.stringify(result) })
await forge.writeSummary('# done')
await forge.annotate([{ level: 'notice', title: 'perf-gate', message: 'done' }])
