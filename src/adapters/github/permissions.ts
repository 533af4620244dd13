// GitHub's refusals in the words of the person who can lift them: which permission is missing, and the YAML to add.
import type { ForgeEvent } from '../../ports/forge.ts'

/** The parts of a Receipt that say what became of a request. */
export interface Refusal {
  readonly status: 'skipped' | 'failed'
  readonly why: string
  readonly fix?: string
  readonly refused?: true
}

/** What was tried: the permission it needs and how it is called in a sentence. */
export interface Need {
  /** "write the pull request comment" */
  readonly what: string
  /** The key and value of `permissions:` */
  readonly permission: string
}

export const commentNeed: Need = {
  what: 'write the pull request comment',
  permission: 'pull-requests: write',
}
export const artifactNeed: Need = { what: 'look up earlier artifacts', permission: 'actions: read' }

export const pullRequestNeed: Need = { what: 'look up the pull request', permission: 'pull-requests: read' }
export const checkNeed: Need = { what: 'write the check or commit status', permission: 'checks: write' }

/** `contents: read` comes along, because naming one permission takes all others away, also that of the checkout. */
const permissionLines = (need: Need): string => `permissions:\n  ${need.permission}\n  contents: read`

const tokenLines = `with:\n  token: \${{ github.token }}`

export const noToken = (need: Need): Refusal => ({
  status: 'skipped',
  why: `There is no token to ${need.what} with.`,
  fix: `${tokenLines}\n${permissionLines(need)}`,
})

/** An error of octokit, or anything else that was thrown, as an answer. */
export function refusalOf(error: unknown, need: Need, event: ForgeEvent): Refusal {
  const status = statusOf(error)
  const message = messageOf(error)
  if (status === 401)
    return {
      status: 'failed',
      why: `GitHub does not know the token (401: ${message}).`,
      fix: tokenLines,
    }
  if (isRateLimit(error))
    return { status: 'failed', why: `GitHub's rate limit stopped the attempt to ${need.what}: ${message}` }
  if ((status === 403 && /locked/i.test(message)) || status === 410)
    return { status: 'skipped', why: `The conversation of the pull request takes no comments: ${message}` }
  if (status === 403 || status === 404) {
    if (event.fromFork === true)
      return {
        status: 'skipped',
        refused: true,
        why: `A pull request from a fork gets a read-only token, whatever \`permissions\` say: it cannot ${need.what} (${status}: ${message}). The job summary has the same table.`,
      }
    return {
      status: 'skipped',
      why: `The token may not ${need.what} (${status}: ${message}).`,
      fix: permissionLines(need),
    }
  }
  if (status === 422) return { status: 'failed', why: `GitHub refused to ${need.what}: ${message}` }
  return { status: 'failed', why: `GitHub could not be reached to ${need.what}: ${message}` }
}

/** True when the request may have been carried out although no good answer came. */
export function isUncertain(error: unknown): boolean {
  const status = statusOf(error)
  return status === undefined || status >= 500
}

export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined
}

export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  // Octokit appends the link to its documentation.
  return message.replace(/ - https:\/\/docs\.github\.com\/\S*$/, '').trim()
}

function isRateLimit(error: unknown): boolean {
  return statusOf(error) === 429 || (statusOf(error) === 403 && /rate limit/i.test(messageOf(error)))
}
