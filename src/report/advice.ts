// Advice in words, the same in every format: what was seen, why it matters, what to try, where to look.
import type { Advice, Seen } from '../model/advice.ts'
import { amount } from './amounts.ts'
import { clip, harmless } from './foreign.ts'
import { counted, multiple, none } from './numbers.ts'
import { asSentence, type Phrase, paragraph, shortList } from './phrase.ts'
import { nameOf } from './words.ts'

/** A handful: whoever mends these will see the next ones. */
export const adviceShown = 5

const placesShown = 4
const longestWords = 200
const longestSentence = 500

/** What was seen where it is clearest, with the other benchmarks named. */
function seenPhrase({ seen }: Advice): Phrase {
  const [clearest, ...others] = seen
  if (clearest === undefined) return []
  const names = shortList([...new Set(others.map(nameOf))], placesShown)
  const also = names === '' ? '.' : `; likewise ${names}.`
  return joined([`${nameOf(clearest)}: `, ...clearest.words.map(inWords), also])
}

/**
 * Neighbouring strings as one, and code never beside code: what is escaped piece by piece could be markup when it stands
 * together. A saved report may bring any parts.
 */
function joined(phrase: Phrase): Phrase {
  const parts: Phrase[number][] = []
  for (const part of phrase) {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else if (typeof part !== 'string' && last !== undefined && typeof last !== 'string') parts.push(' ', part)
    else parts.push(part)
  }
  return parts
}

function inWords(part: Seen): Phrase[number] {
  if (typeof part === 'string') return shortened(part)
  if ('code' in part) return { code: clip(harmless(part.code), longestWords) }
  if ('times' in part) return Number.isFinite(part.times) ? multiple(part.times) : none
  return amount(part.amount, part.unit)
}

/** Spaces at its ends are those of the sentence. */
function shortened(words: string): string {
  return words.length <= longestWords ? words : clip(harmless(words), longestWords)
}

const told = (sentence: string): Phrase => asSentence(clip(harmless(sentence), longestSentence))

/** One entry: title, figures, and what to make of them. */
export function advicePhrase(advice: Advice): Phrase {
  const { why, attempt, look } = advice
  return [
    { strong: titleOf(advice) },
    '. ',
    ...paragraph(seenPhrase(advice), told(why), told(`Try: ${attempt}`), told(`Look at: ${look}`)),
  ]
}

/** At most `most` entries, and a line that counts the rest by name. */
export function advicePhrases(advice: readonly Advice[], most = adviceShown): Phrase[] {
  const rest = advice.slice(most)
  const shown = advice.slice(0, most).map(advicePhrase)
  if (rest.length === 0) return shown
  const titles = shortList(
    rest.map((each) => lowered(titleOf(each))),
    placesShown,
  )
  return [...shown, [`And ${counted(rest.length, 'more piece', 'more pieces')} of advice: ${titles}.`]]
}

/** `Advice: errors, GC heavy`: what is behind a line that is closed. */
export function adviceTitle(advice: readonly Advice[]): string {
  const titles = advice.map((each) => lowered(titleOf(each)))
  return `Advice: ${shortList(titles, adviceShown)}`
}

function titleOf({ title }: Advice): string {
  return clip(harmless(title), longestWords) || 'Advice'
}

/** Inside a sentence; abbreviations stay as they are. */
function lowered(title: string): string {
  return /^\p{Lu}\p{Lu}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)
}
