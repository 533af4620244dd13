// Sentences before they are Markdown, HTML or plain text. Whatever a benchmark, a branch or a file is called only ever
// travels as a string in here, and each renderer escapes all strings: nothing can be forgotten.

export type Part =
  | string
  | { readonly strong: string }
  /** Something to type or to look up, word for word. */
  | { readonly code: string }
  | { readonly link: string; readonly url: string }

export type Phrase = readonly Part[]

/** The words alone. */
export function plain(phrase: Phrase): string {
  return phrase
    .map((part) => {
      if (typeof part === 'string') return part
      if ('strong' in part) return part.strong
      return 'code' in part ? part.code : part.link
    })
    .join('')
}

/** A message of another stage: what stands between backticks in it is code. */
export function prose(message: string): Phrase {
  return message.split(/(`[^`]+`)/).flatMap((piece): Part[] => {
    if (piece === '') return []
    return /^`[^`]+`$/.test(piece) ? [{ code: piece.slice(1, -1) }] : [piece]
  })
}

/** The same as a sentence: capital letter, full stop. */
export function asSentence(message: string): Phrase {
  const trimmed = message.trim()
  return prose(ended(trimmed.charAt(0).toUpperCase() + trimmed.slice(1)))
}

/** With a full stop, unless it ends in some other way. */
export function ended(message: string): string {
  const trimmed = message.trim()
  return trimmed === '' || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`
}

/** `a, b and c`. */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** As `list`, but never longer than `most` items: `a, b and 10 more`. */
export function shortList(items: readonly string[], most: number): string {
  if (items.length <= most) return list(items)
  return list([...items.slice(0, most - 1), `${items.length - most + 1} more`])
}

/** Sentences with a space between them; empty ones are left out. */
export function paragraph(...sentences: readonly Phrase[]): Phrase {
  const said = sentences.filter((phrase) => phrase.some((part) => part !== ''))
  return said.flatMap((phrase, index) => (index === 0 ? [...phrase] : [' ', ...phrase]))
}
