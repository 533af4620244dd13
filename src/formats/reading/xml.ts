// XML as a tree of elements, by fast-xml-parser.
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { ReadError } from '../../errors.ts'
import { isRecord } from './shape.ts'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** Text directly inside, trimmed. */
  readonly text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: true,
  allowBooleanAttributes: true,
})

/** The root elements. Throws `ReadError` with the line where it is not whole XML. */
export function xmlOf(text: string): readonly Element[] {
  const from = text.indexOf('<')
  const document = from === -1 ? '' : text.slice(from)
  const valid = document === '' ? null : XMLValidator.validate(document, { allowBooleanAttributes: true })
  if (valid !== true) {
    const skipped = text.slice(0, Math.max(0, from)).split('\n').length - 1
    throw new ReadError(
      `line ${(valid?.err.line ?? 1) + skipped}: it is not whole XML (${valid?.err.msg ?? 'no element'})`,
    )
  }
  try {
    const parsed: unknown = parser.parse(document)
    return elementsOf(parsed)
  } catch (error) {
    throw new ReadError(
      `it is not XML that can be read (${error instanceof Error ? error.message : String(error)})`,
    )
  }
}

/** All elements of one of these names, at any depth, in document order. */
export function descendants(elements: readonly Element[], ...names: readonly string[]): Element[] {
  return elements.flatMap((element) => [
    ...(names.includes(element.name) ? [element] : []),
    ...descendants(element.children, ...names),
  ])
}

export function child(element: Element, name: string): Element | undefined {
  return element.children.find((one) => one.name === name)
}

function elementsOf(nodes: unknown): Element[] {
  if (!Array.isArray(nodes)) return []
  return nodes.filter(isRecord).flatMap((node): Element[] => {
    const name = Object.keys(node).find((key) => key !== ':@')
    if (name === undefined || name.startsWith('#') || name.startsWith('?')) return []
    const inside = node[name]
    const attributes = isRecord(node[':@']) ? node[':@'] : {}
    const texts = Array.isArray(inside) ? inside.filter(isRecord).map((one) => one['#text'] ?? '') : []
    return [
      {
        name,
        attributes: Object.fromEntries(
          Object.entries(attributes).map(([key, value]) => [key, String(value)]),
        ),
        children: elementsOf(inside),
        text: texts.map(String).join('').trim(),
      },
    ]
  })
}
