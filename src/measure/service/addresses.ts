// Where a side's service listens. Each side gets a free port of its own, in PORT; a suite names it as `${PORT}`, or
// writes the port that the service has at home (`http://127.0.0.1:3000/`), which then stands for it in every URL.
import type { LoadSpec, ServiceSpec } from '../../model/suite/index.ts'

const loopbackPort = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]):(\d+)(?=[/?#]|$)/

/** The literal port of a URL on this machine; `null` when it has none. */
export function literalPort(url: string | undefined): number | null {
  const port = loopbackPort.exec(url ?? '')?.[1]
  return port === undefined ? null : Number(port)
}

/** The port that the suite writes for the service: of `ready`, else of the target. */
export function writtenPort(service: ServiceSpec, load: Pick<LoadSpec, 'target' | 'work'>): number | null {
  const ready = service.ready !== undefined && 'url' in service.ready ? service.ready.url : undefined
  const urls =
    load.work.kind === 'scenarios'
      ? load.work.scenarios.flatMap(({ requests }) => requests.map(({ url }) => url))
      : []
  return [ready, load.target, ...urls].map(literalPort).find((port) => port !== null) ?? null
}

/** Text with the side's port put in. */
export type PutPort = (text: string) => string

export function putPort(port: number, written: number | null): PutPort {
  return (text) => {
    const filled = text.replaceAll('${' + 'PORT}', String(port))
    if (written === null || literalPort(filled) !== written) return filled
    return filled.replace(loopbackPort, (origin) => origin.replace(/\d+$/, String(port)))
  }
}
