// What Node processes say of themselves, and how they are made to.
import { type RuntimeFigures, readRuntimeFigures } from '../../model/resources.ts'
import type { Files } from '../../ports/files.ts'
import { preloading } from '../preload.ts'

/** Environment for a program whose Node processes are to leave their figures in `directory`. */
export function runtimeMonitoring(
  directory: string,
  monitorHost: string,
  env: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return { ...preloading(monitorHost, env), PERF_GATE_MONITOR_DIRECTORY: directory }
}

/** Figures of all processes together; `null` when there was no Node process, or none that could end by itself. */
export async function readRuntime(
  files: Pick<Files, 'glob' | 'read'>,
  directory: string,
): Promise<RuntimeFigures | null> {
  const found: RuntimeFigures[] = []
  for (const path of await files.glob(['*.json'], directory)) {
    const figures = readRuntimeFigures((await files.read(`${directory}/${path}`)) ?? '')
    if (figures !== null) found.push(figures)
  }
  if (found.length === 0) return null
  const sum = (value: (figures: RuntimeFigures) => number) =>
    found.reduce((all, each) => all + value(each), 0)
  const most = (value: (figures: RuntimeFigures) => number) => Math.max(...found.map(value))
  return {
    heapUsed: sum((each) => each.heapUsed),
    heapTotal: sum((each) => each.heapTotal),
    external: sum((each) => each.external),
    pauses: found.flatMap(({ pauses }) => pauses),
    loopDelay: most((each) => each.loopDelay),
    loopUtilization: most((each) => each.loopUtilization),
  }
}
