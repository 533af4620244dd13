// What was written on the command line or in a workflow → typed values, or all that is wrong with it at once.
import { didYouMean } from '../model/nearest.ts'
import type { Notice } from '../model/notice.ts'
import type { ShardPlace } from '../model/shard.ts'
import { parseDuration } from '../model/suite/quantity.ts'
import { found, oneOf } from './explain.ts'
import { configError } from './fault.ts'
import {
  type Command,
  type FlagName,
  type InputName,
  type Option,
  type OptionName,
  type Options,
  optionNames,
  optionOf,
  writtenName,
} from './options.ts'

type Typed<Entry extends Option> = Entry extends { readonly type: 'choice' }
  ? Entry['choices'][number]
  : Entry extends { readonly type: 'list' | 'files' }
    ? readonly string[]
    : Entry extends { readonly type: 'seed' | 'duration' | 'count' }
      ? number
      : Entry extends { readonly type: 'shard' }
        ? ShardPlace
        : Entry extends { readonly type: 'switch' }
          ? boolean
          : string

type Certain = { readonly default: string } | { readonly required: true }

/** What has a default or is required is always there. A switch is false when it is not given. */
export type OptionValues = {
  readonly [Name in OptionName]:
    | Typed<Options[Name]>
    | (Options[Name] extends Certain
        ? never
        : Options[Name] extends { readonly type: 'switch'; readonly negated?: never }
          ? never
          : undefined)
}

export type Inputs = Pick<OptionValues, InputName>
export type Flags<Of extends Command> = Pick<OptionValues, FlagName<Of>>

/**
 * The action's inputs; `get` is given an input's name and returns what was written, empty for nothing.
 * @throws ConfigError with all that is wrong
 */
export function readInputs(get: (name: string) => string): Inputs {
  const names = optionNames.filter((name) => optionOf(name).input)
  return read(
    names,
    (name) => get(writtenName(name)),
    (name) => `input "${name}"`,
  ) as Inputs
}

/**
 * The flags of `command`; `written` holds what an argument parser found: text, a list for what repeats, true or false.
 * Its keys are the flags in camelCase.
 * @throws ConfigError with all that is wrong
 */
export function readFlags<Of extends Command>(
  command: Of,
  written: Readonly<Record<string, unknown>>,
): Flags<Of> {
  const names = optionNames.filter((name) => optionOf(name).commands.includes(command))
  const camelCase = (name: OptionName) =>
    writtenName(name).replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
  return read(
    names,
    (name) => written[camelCase(name)],
    (name) => `--${name}`,
  ) as Flags<Of>
}

function read(
  names: readonly OptionName[],
  written: (name: OptionName) => unknown,
  label: (written: string) => string,
): Partial<Record<OptionName, unknown>> {
  const faults: Notice[] = []
  const fault = (name: OptionName, message: string) =>
    faults.push({ code: 'bad-option', where: label(writtenName(name)), message })
  const values: Partial<Record<OptionName, unknown>> = {}
  for (const name of names) {
    const option = optionOf(name)
    const text = given(written(name)) ?? option.default
    if (text === undefined) {
      if (option.required) fault(name, 'is missing')
      if (option.type === 'switch' && !option.negated) values[name] = false
      continue
    }
    const value = parse(option, text)
    if ('value' in value) values[name] = value.value
    else fault(name, `${value.expected}, found ${found(value.text)}${value.hint}`)
  }
  if (faults.length > 0) throw configError(faults)
  return values
}

type Raw = string | boolean | readonly string[]

/** Empty is as good as not given: a workflow passes an empty text for an input it has no value for. */
function given(written: unknown): Raw | undefined {
  if (typeof written === 'boolean') return written
  const texts = (Array.isArray(written) ? written : [written]).flatMap((text: unknown) =>
    typeof text === 'string' && text.trim() !== '' ? [text.trim()] : [],
  )
  if (texts.length === 0) return undefined
  return Array.isArray(written) ? texts : texts[0]
}

type Parsed =
  | { readonly value: unknown }
  | { readonly expected: string; readonly text: string; readonly hint: string }

function parse(option: Option, raw: Raw): Parsed {
  const texts = typeof raw === 'boolean' ? [] : typeof raw === 'string' ? [raw] : raw
  // The last one counts when a flag that does not repeat is given twice.
  const text = texts.at(-1) ?? ''
  const wrong = (expected: string, hint = ''): Parsed => ({ expected: `expected ${expected}`, text, hint })
  switch (option.type) {
    case 'switch':
      return { value: raw === true }
    case 'text':
      return { value: text }
    case 'files':
      return { value: texts }
    case 'list':
      return { value: texts.flatMap((one) => one.split(/[,\n]/).flatMap((name) => name.trim() || [])) }
    case 'seed': {
      const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
      return seed < 2 ** 32 ? { value: seed } : wrong('a whole number from 0 to 4294967295')
    }
    case 'shard': {
      const [index, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).slice(1).map(Number)
      const fits = index !== undefined && count !== undefined && index >= 1 && index <= count
      return fits ? { value: { index, count } } : wrong('a shard such as "2/5", the second of five')
    }
    case 'duration': {
      const seconds = parseDuration(text)
      return seconds !== null && seconds > 0 ? { value: seconds } : wrong('a duration such as "90s" or "5m"')
    }
    case 'count': {
      const count = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
      return count >= option.least && count <= option.most
        ? { value: count }
        : wrong(`a whole number from ${option.least} to ${option.most}`)
    }
    case 'choice':
      return option.choices.includes(text)
        ? { value: text }
        : wrong(oneOf(option.choices), didYouMean(text, option.choices))
  }
}
