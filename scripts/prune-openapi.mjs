// Cuts GitHub's OpenAPI description (385 MB as a package, so never a dependency) down to the operations perf-gate
// calls, as plain JSON Schema, for the contract check of the tests. Run by hand when an operation is added:
//   npm install --prefix /tmp/openapi @octokit/openapi@23.0.2
//   node scripts/prune-openapi.mjs /tmp/openapi/node_modules/@octokit/openapi/generated/api.github.com.deref.json
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const operations = [
  'GET /user',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'GET /repos/{owner}/{repo}/actions/artifacts',
  'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
  'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
  'GET /repos/{owner}/{repo}/pulls',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'POST /repos/{owner}/{repo}/check-runs',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'POST /repos/{owner}/{repo}/statuses/{sha}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
]

/** Formats that ajv-formats knows; GitHub also writes some that only its own tools do. */
const formats = new Set(['date-time', 'date', 'uri', 'email', 'int32', 'int64'])
const subschemas = ['items', 'not', 'additionalProperties']
const subschemaLists = ['allOf', 'anyOf', 'oneOf']
const kept = [
  'type',
  'enum',
  'required',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
]

/** An OpenAPI 3.0 schema without prose, as JSON Schema: `nullable` becomes a type. */
function toJsonSchema(schema) {
  const result = {}
  for (const key of kept) if (schema[key] !== undefined) result[key] = schema[key]
  if (formats.has(schema.format)) result.format = schema.format
  if (schema.properties !== undefined) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [name, toJsonSchema(property)]),
    )
  }
  for (const key of subschemas) {
    if (schema[key] !== undefined)
      result[key] = typeof schema[key] === 'boolean' ? schema[key] : toJsonSchema(schema[key])
  }
  for (const key of subschemaLists) if (schema[key] !== undefined) result[key] = schema[key].map(toJsonSchema)
  if (schema.nullable !== true) return result
  if (result.type === undefined) return { anyOf: [result, { type: 'null' }] }
  return {
    ...result,
    type: [result.type, 'null'],
    ...(result.enum === undefined ? {} : { enum: [...result.enum, null] }),
  }
}

const bodyOf = (content) => content?.['application/json']?.schema

function prune(description, operation) {
  const [method, path] = operation.split(' ')
  const found = description.paths[path]?.[method.toLowerCase()]
  if (found === undefined) throw new Error(`${operation}: not in GitHub's description; was it renamed?`)
  const requestBody = bodyOf(found.requestBody?.content)
  return {
    method,
    path,
    parameters: [...(description.paths[path].parameters ?? []), ...(found.parameters ?? [])]
      .filter((parameter) => parameter.in === 'path' || parameter.in === 'query')
      .map((parameter) => ({
        name: parameter.name,
        in: parameter.in,
        required: parameter.required === true,
        schema: toJsonSchema(parameter.schema),
      })),
    ...(requestBody === undefined
      ? {}
      : { body: { required: found.requestBody.required === true, schema: toJsonSchema(requestBody) } }),
    responses: Object.fromEntries(
      Object.entries(found.responses).map(([status, response]) => {
        const schema = bodyOf(response.content)
        return [status, schema === undefined ? null : toJsonSchema(schema)]
      }),
    ),
  }
}

const source = process.argv[2]
if (source === undefined) {
  console.error('usage: node scripts/prune-openapi.mjs PATH/TO/api.github.com.deref.json')
  process.exit(2)
}
const description = JSON.parse(await readFile(source, 'utf8'))
const target = fileURLToPath(new URL('../__tests__/github/openapi.json', import.meta.url))
const pruned = {
  source: `@octokit/openapi ${description.info.version}, api.github.com (MIT)`,
  operations: operations.map((operation) => prune(description, operation)),
}
await writeFile(target, JSON.stringify(pruned))
spawnSync('biome', ['format', '--write', target], { stdio: 'inherit', shell: process.platform === 'win32' })
