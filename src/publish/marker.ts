// The hidden first line by which a suite's comment is found again, and the room that is left for the comment itself.

/** What the marker and the footer may take; the renderers stay below the forge's limits by as much. */
const reserved = 4096

/** Characters that a rendered comment may have. */
export const commentRoom = (limits: { readonly comment: number }): number => limits.comment - reserved

/** Bytes that a rendered summary may have. */
export const summaryRoom = (limits: { readonly summary: number }): number => limits.summary - reserved

/** Starts the comment of `suite`; names are encoded, so that none can end the HTML comment or look like another's. */
export function markerOf(suite: string): string {
  return `<!-- perf-gate ${encodeURIComponent(suite).replaceAll('-', '%2D')} -->`
}

/** Marker, comment and footer; cut at a line as the last resort, for a comment that was not rendered to size. */
export function fitComment(marker: string, comment: string, footer: string, limit: number): string {
  const whole = `${marker}\n${comment.trimEnd()}\n${footer}`
  if (whole.length <= limit) return whole
  const note = '\n\n_Cut here: no longer comment is taken. The job summary has all of it._\n'
  const closing = '\n</details>'
  const cut = comment.slice(0, limit - marker.length - 1 - note.length - closing.length)
  const lines = cut.slice(0, Math.max(cut.lastIndexOf('\n'), 0))
  const open = lines.lastIndexOf('<details>') > lines.lastIndexOf('</details>')
  return `${marker}\n${lines}${open ? closing : ''}${note}`
}
