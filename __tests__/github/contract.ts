// GitHub's own OpenAPI description (pruned by scripts/prune-openapi.mjs) as judge of what we send and of what the fake
// answers. The emulator alone would accept misspelt fields and unknown parameters.
import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

type Schema = Readonly<Record<string, unknown>>

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: Schema
}

interface Operation {
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body?: { readonly required: boolean; readonly schema: Schema }
  readonly responses: Readonly<Record<string, Schema | null>>
}

interface Checks {
  readonly operation: Operation
  readonly pathPattern: RegExp
  readonly parameters: ReadonlyMap<
    string,
    { readonly parameter: Parameter; readonly check: ValidateFunction }
  >
  readonly body: ValidateFunction | null
  readonly responses: ReadonlyMap<string, ValidateFunction | null>
}

export interface Contract {
  /** What is wrong with a request; empty when GitHub's description allows it. */
  request(method: string, url: string, body: string): string[]
  /** What is wrong with an answer to it. */
  response(method: string, url: string, status: number, body: string): string[]
}

/** Largest page that GitHub serves; its description says so in prose only. */
const largestPage = 100

export function loadContract(file = new URL('./openapi.json', import.meta.url)): Contract {
  const { operations } = JSON.parse(readFileSync(file, 'utf8')) as { operations: readonly Operation[] }
  const bodies = withFormats(new Ajv({ allErrors: true, strict: false }))
  // Parameters arrive as text.
  const texts = withFormats(new Ajv({ allErrors: true, strict: false, coerceTypes: true }))
  const checks = operations.map(
    (operation): Checks => ({
      operation,
      pathPattern: new RegExp(`^${operation.path.replaceAll(/\{[^}]+\}/g, '([^/]+)')}$`),
      parameters: new Map(
        operation.parameters.map((parameter) => [
          `${parameter.in} ${parameter.name}`,
          { parameter, check: texts.compile({ properties: { value: parameter.schema } }) },
        ]),
      ),
      body: operation.body === undefined ? null : bodies.compile(closed(operation.body.schema)),
      responses: new Map(
        Object.entries(operation.responses).map(([status, schema]) => [
          status,
          schema === null ? null : bodies.compile(schema),
        ]),
      ),
    }),
  )
  const find = (method: string, url: string): Checks | undefined =>
    checks.find(
      ({ operation, pathPattern }) => operation.method === method && pathPattern.test(pathOf(url).pathname),
    )
  return {
    request(method, url, body) {
      const found = find(method, url)
      if (found === undefined) return [`${method} ${url}: not an operation of openapi.json`]
      return [...parameterFaults(found, url), ...bodyFaults(found, body)].map(
        (fault) => `${method} ${url}: ${fault}`,
      )
    },
    response(method, url, status, body) {
      const check = find(method, url)?.responses.get(String(status))
      if (check === undefined)
        return [`${method} ${url}: answers ${status}, which GitHub's description has not`]
      if (check === null) return []
      const value = parseJson(body)
      if (value === undefined) return [`${method} ${url}: the answer is not JSON`]
      return check(value) ? [] : messages(check.errors).map((fault) => `${method} ${url}: answer ${fault}`)
    },
  }
}

function parameterFaults({ operation, pathPattern, parameters }: Checks, url: string): string[] {
  const { pathname, searchParams } = pathOf(url)
  const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '')
  const values = [...(pathPattern.exec(pathname) ?? [])].slice(1)
  const given: [string, string][] = [
    ...names.map((name, index): [string, string] => [
      `path ${name}`,
      decodeURIComponent(values[index] ?? ''),
    ]),
    ...[...searchParams].map(([name, value]): [string, string] => [`query ${name}`, value]),
  ]
  const missing = [...parameters]
    .filter(([key, { parameter }]) => parameter.required && !given.some(([name]) => name === key))
    .map(([key]) => `missing ${key}`)
  const wrong = given.flatMap(([key, value]) => {
    const known = parameters.get(key)
    if (known === undefined) return [`unknown ${key}`]
    if (key === 'query per_page' && Number(value) > largestPage)
      return [`per_page ${value} is over ${largestPage}`]
    return known.check({ value }) ? [] : messages(known.check.errors).map((fault) => `${key}: ${fault}`)
  })
  return [...missing, ...wrong]
}

function bodyFaults({ operation, body: check }: Checks, body: string): string[] {
  if (body === '') return operation.body?.required === true ? ['missing body'] : []
  if (check === null) return ['has a body, but the operation takes none']
  const value = parseJson(body)
  if (value === undefined) return ['body is not JSON']
  return check(value) ? [] : messages(check.errors).map((fault) => `body ${fault}`)
}

/** The same schema, refusing properties that it does not name: GitHub ignores them, we want to hear of them. */
function closed(schema: Schema): Schema {
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (key === 'properties' && isRecord(value))
      return [
        key,
        Object.fromEntries(
          Object.entries(value).map(([name, part]) => [name, isRecord(part) ? closed(part) : part]),
        ),
      ]
    if (key === 'items' && isRecord(value)) return [key, closed(value)]
    return [key, value]
  })
  const open = schema.properties === undefined || schema.additionalProperties !== undefined
  return Object.fromEntries(open ? entries : [...entries, ['additionalProperties', false]])
}

function withFormats(ajv: Ajv): Ajv {
  addFormats.default(ajv)
  return ajv
}

function messages(errors: readonly ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

const pathOf = (url: string): URL => new URL(url, 'http://github.invalid')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
