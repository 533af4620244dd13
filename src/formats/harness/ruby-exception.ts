// What Ruby prints when a block raises: harnesses have printed the label before, so it may stand on the same line.

export interface RubyException {
  /** What stood on the line before, trimmed. */
  readonly label: string
  /** `boom (RuntimeError)` */
  readonly reason: string
}

const raised = /^(.*?)(?:\S+\.rb|-e):\d+:in [`'].*?': (.+ \((?:\w+::)*[A-Z]\w*\))\s*$/

export function rubyException(line: string): RubyException | null {
  const found = raised.exec(line)
  return found === null ? null : { label: (found[1] ?? '').trim(), reason: found[2] ?? '' }
}
