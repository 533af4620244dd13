// Lets git push with the step's token where the checkout kept none, as `persist-credentials: false` has it. The header
// travels in variables of that one git process: no argument list and no file ever shows it.
import type { GitCommand } from '../node/git-command.ts'

export interface TokenCredentials {
  readonly token: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
}

/** @returns variables for one call of git; none where the checkout has credentials, as two would be refused */
export function tokenCredentials({ token, env }: TokenCredentials) {
  return async (git: GitCommand, url: string): Promise<Readonly<Record<string, string>>> => {
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com'
    // Never to another host than the one that made the token.
    if (token === undefined || !url.startsWith(`${server}/`)) return {}
    if (await git.answer('config', '--get-urlmatch', 'http.extraheader', url)) return {}
    const given = Number(env.GIT_CONFIG_COUNT ?? 0) || 0
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
    return {
      GIT_CONFIG_COUNT: String(given + 1),
      [`GIT_CONFIG_KEY_${given}`]: `http.${server}/.extraheader`,
      [`GIT_CONFIG_VALUE_${given}`]: `AUTHORIZATION: basic ${basic}`,
    }
  }
}
