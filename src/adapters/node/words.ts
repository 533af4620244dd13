// A shell costs half a millisecond of CPU per command. A command line that is nothing but words needs none.

/** Commands that shells carry out themselves; some exist as programs too, but need not. */
const shellWords = new Set(
  `. : [ alias bg break builtin case cd command continue declare do done echo elif else esac eval exec exit export
  false fc fg fi for function getopts hash if in jobs kill let local printf pwd read readonly return select set shift
  source test then time times trap true type typeset ulimit umask unalias unset until wait while`.split(
    /\s+/,
  ),
)

/**
 * The words of a command line that a shell would run as one program with these very arguments, or `null` when only a
 * shell knows (quotes, variables, globs, pipes, assignments, builtins).
 */
export function plainWords(commandLine: string): [string, ...string[]] | null {
  if (!/^[\w@%+=:,./ -]+$/.test(commandLine)) return null
  const [program, ...rest] = commandLine.split(' ').filter((word) => word !== '')
  if (program === undefined || /^[-%]|=/.test(program) || shellWords.has(program)) return null
  return [program, ...rest]
}
