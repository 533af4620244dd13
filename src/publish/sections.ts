// The one comment of a pull request, shared by all suites and matrix legs: each writes its own section and leaves the
// others as they are. Everything is in the comment itself, so that any job can take over from any other.

/** When a section was measured: the later of two stamps is the one to keep. */
export interface Stamp {
  /** Number of the workflow run. */
  readonly run: number
  readonly attempt: number
  /** Milliseconds; tells the legs of one run apart. */
  readonly at: number
}

export interface Section {
  /** The suite's name, with ` (2)` behind it for another leg of the same name. */
  readonly key: string
  readonly stamp: Stamp
  /** Markdown above the section, shown when there are several. */
  readonly heading: string
  /** Markdown on its result: that it is out of date. */
  readonly note: string
  readonly body: string
}

export interface OwnSection {
  readonly suite: string
  readonly stamp: Stamp
  readonly heading: string
  /** Markdown of at most so many characters. */
  readonly render: (room: number) => string
}

/** First line of the comment. */
export const commentMarker = '<!-- perf-gate -->'

const opening = '<!-- perf-gate section '
const bodyLine = '<!-- perf-gate body -->'
const closing = '<!-- perf-gate end -->'
const sectionPattern = new RegExp(
  `^${opening}(\\S+) (\\d+)\\.(\\d+)\\.(\\d+) "(\\S*)" "(\\S*)" -->\\n[\\s\\S]*?^${bodyLine}\\n([\\s\\S]*?)\\n${closing}$`,
  'gm',
)

/** Below this much room for a section, others are shortened. */
const leastRoom = 24_000

/** All sections of these comments; of one that is there twice, the later. */
export function readSections(comments: readonly string[]): Section[] {
  const sections = new Map<string, Section>()
  for (const comment of comments)
    for (const [, key, run, attempt, at, heading, note, body] of comment
      .replaceAll('\r\n', '\n')
      .matchAll(sectionPattern)) {
      const section: Section = {
        key: decoded(key),
        stamp: { run: Number(run), attempt: Number(attempt), at: Number(at) },
        heading: decoded(heading),
        note: decoded(note),
        body: body ?? '',
      }
      const known = sections.get(section.key)
      if (known === undefined || compareStamps(section.stamp, known.stamp) >= 0)
        sections.set(section.key, section)
    }
  return [...sections.values()]
}

export function writeSections(sections: readonly Section[]): string {
  const ordered = sections.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const blocks = ordered.map(({ key, stamp, heading, note, body }) => {
    const { run, attempt, at } = stamp
    return [
      `${opening}${encoded(key)} ${run}.${attempt}.${at} "${encoded(heading)}" "${encoded(note)}" -->`,
      ...(sections.length > 1 ? [`## ${heading}`, ''] : []),
      ...(note === '' ? [] : [note, '']),
      bodyLine,
      body,
      closing,
    ].join('\n')
  })
  return [commentMarker, ...blocks].join('\n')
}

/**
 * The comment with `own` in it.
 * @param limit characters of the whole comment; sections of others give way by their folded parts first, then by all
 * but their headline
 */
export function withSection(existing: readonly string[], own: OwnSection, limit: number): string {
  const sections = readSections(existing)
  const slot = slotFor(sections, own)
  if (slot === null) return existing.length === 1 ? (existing[0] ?? '') : writeSections(sections)
  const present = sections.find(({ key }) => key === slot)
  if (present !== undefined && compareStamps(present.stamp, own.stamp) === 0 && present.note === '')
    return existing.length === 1 ? (existing[0] ?? '') : writeSections(sections)
  const { stamp, heading } = own
  const empty: Section = { key: slot, stamp, heading, note: '', body: '' }
  const others = sections.filter(({ key }) => key !== slot)
  const room = (of: readonly Section[]) => limit - writeSections([...of, empty]).length - 1
  const kept = shortened(others, (of) => room(of) >= Math.min(leastRoom, limit / 2))
  const body = harmlessToUs(own.render(room(kept))).trimEnd()
  return writeSections([...kept, { ...empty, body }])
}

/** The comment with all results of this suite (of all, for `null`) marked as out of date; `null` when there are none. */
export function withNote(
  existing: readonly string[],
  { suite, stamp }: { readonly suite: string | null; readonly stamp: Stamp },
  note: string,
): string | null {
  const sections = readSections(existing)
  const isStale = (section: Section) =>
    (suite === null || isOf(section, suite)) && compareRuns(section.stamp, stamp) < 0 && section.note !== note
  if (!sections.some(isStale)) return null
  return writeSections(sections.map((section) => (isStale(section) ? { ...section, note } : section)))
}

/** Whether this suite has a section there already. */
export function hasSection(existing: readonly string[], suite: string): boolean {
  return readSections(existing).some((section) => isOf(section, suite))
}

const isOf = ({ key }: Section, suite: string): boolean =>
  key === suite || (key.startsWith(`${suite} (`) && /^\(\d+\)$/.test(key.slice(suite.length + 1)))

/**
 * The key to write under: the suite's own, unless another leg of the same run has just written there; `null` when a
 * later run has written already.
 */
function slotFor(sections: readonly Section[], { suite, stamp }: OwnSection): string | null {
  const ofSuite = sections.filter((section) => isOf(section, suite))
  if (ofSuite.some((section) => compareRuns(section.stamp, stamp) > 0)) return null
  const mine = ofSuite.find((section) => compareStamps(section.stamp, stamp) === 0)
  if (mine !== undefined) return mine.key
  for (let number = 1; ; number++) {
    const key = number === 1 ? suite : `${suite} (${number})`
    const taken = ofSuite.find((section) => section.key === key)
    if (taken === undefined || compareRuns(taken.stamp, stamp) < 0) return key
  }
}

/** Sections that leave enough room: folded parts go first, then everything but the headline; the longest first. */
function shortened(sections: readonly Section[], fits: (sections: readonly Section[]) => boolean): Section[] {
  let kept = [...sections]
  const steps = [withoutFolds, headlineOnly]
  for (const step of steps)
    for (const { key } of kept.toSorted((a, b) => b.body.length - a.body.length)) {
      if (fits(kept)) return kept
      kept = kept.map((section) => (section.key === key ? { ...section, body: step(section.body) } : section))
    }
  return kept
}

const shortenedNote = '_Shortened to make room for other suites: the job summary has all of it._'

const withoutFolds = (body: string): string => {
  const open = body.replace(/\n*<details>[\s\S]*<\/details>\n*/g, '\n\n').trimEnd()
  return open === body.trimEnd() || open.includes(shortenedNote) ? open : `${open}\n\n${shortenedNote}`
}

const headlineOnly = (body: string): string =>
  `${body.trimStart().split('\n\n')[0] ?? ''}\n\n${shortenedNote}`

function compareRuns(a: Stamp, b: Stamp): number {
  return a.run - b.run || a.attempt - b.attempt
}

function compareStamps(a: Stamp, b: Stamp): number {
  return compareRuns(a, b) || a.at - b.at
}

/** What a program printed may look like our own marks: it must not end a section. */
const harmlessToUs = (markdown: string): string =>
  markdown.replaceAll('<!-- perf-gate', '<\u2060!-- perf-gate')

/** No space, no quote, and no `--`, which would end an HTML comment. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
    .replaceAll('-', '%2D')
    .replaceAll("'", '%27')

function decoded(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '')
  } catch {
    return text ?? ''
  }
}
