// The requests of a scenario, compiled once: what is fixed is ready to be sent, the rest is filled in per request.
import type { RequestSpec, ScenarioSpec } from '../../model/suite/index.ts'
import { type Hosts, refusalOf } from './allowed.ts'
import { type Extractor, extractorOf, type Judge, judgeOf } from './answers.ts'
import {
  type Lookup,
  MissingVariable,
  type Template,
  templateOf,
  writeInHeader,
  writeInJson,
} from './template.ts'
import type { WireRequest } from './transport.ts'

export interface CompiledRequest {
  /** Ready to be sent, but for cookies; `null` when it has variables. */
  readonly fixed: WireRequest | null
  /** @throws MissingVariable, ForbiddenTarget, TypeError for what is no URL */
  fill(lookup: Lookup): WireRequest
  readonly judge: Judge
  readonly extract: readonly (readonly [string, Extractor])[]
  /** After its answer. */
  readonly thinkTime: RequestSpec['thinkTime']
  /** Bytes of the body, where it is fixed. */
  readonly sent: number
}

export class ForbiddenTarget extends Error {
  override readonly name = 'ForbiddenTarget'
}

export interface Targets extends Hosts {
  readonly base: string | null
}

export function compileRequest(
  spec: RequestSpec,
  { tags, thinkTime }: Pick<ScenarioSpec, 'tags' | 'thinkTime'>,
  { base, ...hosts }: Targets,
): CompiledRequest {
  const url = templateOf(spec.url)
  const isJson = Object.entries(spec.headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && /json/.test(value),
  )
  const body = spec.body === undefined ? null : templateOf(spec.body, isJson ? writeInJson : undefined)
  const headers = [
    ...Object.entries(spec.headers),
    ...Object.entries(tags).map(([tag, value]) => [`perf-gate-${tag}`, value] as const),
  ].map(([name, value]) => [name, templateOf(value, writeInHeader)] as const)
  const { check, extract } = spec
  const wants = {
    wantsBody:
      check.contains !== undefined ||
      check.matches !== undefined ||
      Object.values(extract).some(({ header }) => header === undefined),
    wantsHeaders:
      Object.keys(check.header).length > 0 ||
      Object.values(extract).some(({ header }) => header !== undefined),
  }
  const checked = new Set<string>()

  function fill(lookup: Lookup): WireRequest {
    const text = (template: Template) => template.fixed ?? template.fill(lookup)
    const target = new URL(text(url), base ?? undefined)
    if (!checked.has(target.origin)) {
      if (!/^https?:$/.test(target.protocol))
        throw new ForbiddenTarget(`${target.protocol} is not http or https`)
      const refusal = refusalOf(target, hosts)
      if (refusal !== null) throw new ForbiddenTarget(refusal)
      checked.add(target.origin)
    }
    return {
      origin: target.origin,
      path: target.pathname + target.search,
      method: spec.method,
      headers: headers.flatMap(([name, value]) => [name, text(value)]),
      body: body === null ? null : text(body),
      ...wants,
    }
  }

  const isFixed = [url, ...(body === null ? [] : [body]), ...headers.map(([, value]) => value)].every(
    ({ fixed }) => fixed !== null,
  )
  const fixed = isFixed
    ? fill((name) => {
        throw new MissingVariable(name)
      })
    : null
  return {
    fixed,
    fill,
    judge: judgeOf(check),
    extract: Object.entries(extract).map(([name, where]) => [name, extractorOf(where)] as const),
    thinkTime: spec.thinkTime ?? thinkTime,
    sent: bytesOf(fixed?.body ?? null),
  }
}

/** Bytes of a body. */
export function bytesOf(body: string | null): number {
  return body === null ? 0 : new TextEncoder().encode(body).byteLength
}
