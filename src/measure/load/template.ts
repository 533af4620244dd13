// Text with variables, `/items/${id}`: cut into parts once, filled for each request.

/** The variables of one virtual user, in order of precedence. */
export type Lookup = (name: string) => string | undefined

export interface Template {
  /** The text itself when it has no variables. */
  readonly fixed: string | null
  readonly variables: readonly string[]
  /** @throws MissingVariable */
  fill(lookup: Lookup): string
}

export class MissingVariable extends Error {
  override readonly name = 'MissingVariable'
  readonly variable: string
  constructor(variable: string) {
    super(`there is no variable "${variable}"`)
    this.variable = variable
  }
}

/** @param write how a value is put into the text */
export function templateOf(text: string, write: (value: string) => string = (value) => value): Template {
  // Odd parts are names.
  const parts = text.split(/\$\{(\w+)\}/)
  const variables = parts.filter((_, index) => index % 2 === 1)
  return {
    fixed: variables.length === 0 ? text : null,
    variables,
    fill(lookup) {
      let filled = ''
      for (const [index, part] of parts.entries()) {
        if (index % 2 === 0) {
          filled += part
          continue
        }
        const value = lookup(part)
        if (value === undefined) throw new MissingVariable(part)
        filled += write(value)
      }
      return filled
    },
  }
}

/** Inside of a JSON string. */
export const writeInJson = (value: string): string => JSON.stringify(value).slice(1, -1)

/** In a header: no line may begin there. */
export const writeInHeader = (value: string): string => value.replace(/[\r\n]+/g, ' ')
