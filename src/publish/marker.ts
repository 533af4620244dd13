// The room that is left for what is published, beside what publishing itself adds.

/** What the marks and the footer may take; the renderers stay below the forge's limits by as much. */
const reserved = 4096

/** Bytes that a rendered summary may have. */
export const summaryRoom = (limits: { readonly summary: number }): number => limits.summary - reserved

/** Comment and footer; cut at a line as the last resort, for a comment that was not rendered to size. */
export function fitComment(render: (limit: number) => string, footer: string, limit: number): string {
  const comment = render(limit - footer.length - 2)
  const whole = `${comment.trimEnd()}\n${footer}`
  if (whole.length <= limit) return whole
  const note = '\n\n_Cut here: no longer comment is taken. The job summary has all of it._\n'
  const closing = '\n</details>'
  const cut = comment.slice(0, Math.max(limit - note.length - closing.length, 0))
  const lines = cut.slice(0, Math.max(cut.lastIndexOf('\n'), 0))
  const open = lines.lastIndexOf('<details>') > lines.lastIndexOf('</details>')
  return `${lines}${open ? closing : ''}${note}`
}
