// Which exports of a module are tasks, and how what goes wrong in them is told.

export type Task = () => unknown

/** A fault of the task, worded for the person who wrote it. */
export class TaskError extends Error {
  override readonly name = 'TaskError'
  readonly code: string
  constructor(code: string, reason: string) {
    super(reason)
    this.code = code
  }
}

/** Calling a class throws, and calling a generator runs none of it. */
function callable(value: unknown): value is Task {
  if (typeof value !== 'function') return false
  const kind = Object.prototype.toString.call(value)
  return !/Generator/.test(kind) && !/^class\b/.test(Function.prototype.toString.call(value))
}

function functionsOf(exported: object): [string, Task][] {
  return Object.entries(exported).filter((entry): entry is [string, Task] => callable(entry[1]))
}

/**
 * Export name → function, `default` for the default export. The functions of an object that is exported by default
 * count as exports, because that is what `module.exports = { … }` looks like from outside.
 * @throws TaskError when nothing can be called
 */
export function tasksIn(exported: unknown): ReadonlyMap<string, Task> {
  const module: Readonly<Record<string, unknown>> =
    typeof exported === 'object' && exported !== null ? { ...exported } : {}
  const { default: standard, 'module.exports': _wholeModule, ...named } = module
  const tasks = new Map<string, Task>()
  if (callable(standard)) tasks.set('default', standard)
  else if (typeof standard === 'object' && standard !== null)
    for (const [name, task] of functionsOf(standard)) tasks.set(name, task)
  for (const [name, task] of functionsOf(named)) tasks.set(name, task)
  if (tasks.size === 0) {
    const found = Object.keys(module)
    throw new TaskError(
      'nothing-to-call',
      `it exports no function${found.length === 0 ? '' : ` (found: ${found.join(', ')})`}`,
    )
  }
  return tasks
}

/** Name, message and the first lines of the stack of whatever was thrown. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `${typeof error} ${String(error)}`
  const code = 'code' in error && typeof error.code === 'string' ? ` [${error.code}]` : ''
  return `${error.name}${code}: ${error.message}`
}

/** Where it was thrown, for the tail of the output. */
export function stackOf(error: unknown): string {
  return error instanceof Error && typeof error.stack === 'string' ? error.stack : ''
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    (typeof value === 'object' || typeof value === 'function') &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  )
}
