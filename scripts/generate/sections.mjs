// The generated parts of docs and action.yml, as lines.
import { commands, flagsOf, optionNames, optionOf, outputs, writtenName } from '../../src/config/options.ts'
import { rules } from '../../src/judge/advice/registry.ts'
import { adviceRules } from '../../src/model/advice.ts'
import { metricKinds } from '../../src/model/metric.ts'
import { writePercent } from '../../src/model/suite/quantity.ts'
import { jsonSchemas } from './json-schemas.mjs'

/** Name of the part → its lines. */
export function sections() {
  const suite = jsonSchemas()['perf-gate']
  const { task, command, files, load, budget, gate, baseline } = suite.$defs
  const shared = Object.keys(task.properties).filter(
    (key) => JSON.stringify(task.properties[key]) === JSON.stringify(command.properties[key]),
  )
  const own = (part) => Object.keys(part.properties).filter((key) => !shared.includes(key))
  const { stress } = load.properties.load.properties
  return {
    'suite-keys': keyTable(suite, Object.keys(suite.properties), suite.$defs),
    'task-keys': keyTable(task, own(task)),
    'command-keys': keyTable(command, own(command)),
    'program-keys': keyTable(task, shared),
    'service-keys': keyTable(load.properties.service, Object.keys(load.properties.service.properties)),
    'load-keys': keyTable(load.properties.load, Object.keys(load.properties.load.properties)),
    'stress-keys': keyTable(stress, Object.keys(stress.properties)),
    'condition-keys': keyTable(
      stress.properties.until.items,
      Object.keys(stress.properties.until.items.properties),
    ),
    'files-keys': keyTable(files, Object.keys(files.properties)),
    'budget-keys': keyTable(budget, Object.keys(budget.properties)),
    'gate-keys': keyTable(gate, Object.keys(gate.properties)),
    'baseline-keys': keyTable(baseline, Object.keys(baseline.properties)),
    metrics: metricTable(),
    advice: adviceTable(),
    flags: flagTable(),
    'input-table': inputTable(),
    'output-table': table(
      ['output', 'is'],
      Object.entries(outputs).map(([name, help]) => [code(name), help]),
    ),
    inputs: inputLines(),
    outputs: Object.entries(outputs).flatMap(([name, help]) => [
      `${name}:`,
      `  description: ${quoted(help)}`,
    ]),
  }
}

/** Every rule, the most urgent first. */
function adviceTable() {
  return table(
    ['rule', 'fires when', 'why it matters', 'what to try', 'where to look'],
    adviceRules.map((name) => {
      const { title, when, why, attempt, look } = rules[name]
      return [title, when, why, attempt, look]
    }),
  )
}

const code = (text) => `\`${text}\``
const quoted = (text) => JSON.stringify(text)

const length = (text) => [...text].length

/** Padded, as the formatter wants it. */
function table(head, rows) {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))
  const widths = head.map((title, column) =>
    Math.max(...[title, ...cells.map((row) => row[column])].map(length)),
  )
  const line = (row) =>
    `| ${row.map((cell, column) => cell + ' '.repeat(widths[column] - length(cell))).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)]
}

function keyTable(part, keys, definitions = {}) {
  const required = new Set(part.required)
  return table(
    ['key', 'takes', 'default', 'meaning'],
    keys.map((key) => {
      const property = part.properties[key]
      const target = property.$ref === undefined ? property : definitions[property.$ref.split('/').at(-1)]
      return [
        code(key),
        takes(property),
        required.has(key) ? 'required' : defaultText(property.default),
        target?.description ?? property.description,
      ]
    }),
  )
}

function defaultText(value) {
  if (value === undefined) return ''
  return typeof value === 'object' && Object.keys(value).length === 0 ? '' : code(String(value))
}

/** What may be written for a key, in a few words. */
function takes(property) {
  if (property.enum !== undefined) return property.enum.map(code).join(', ')
  if (['duration', 'percentage', 'amount'].includes(property.title)) return property.title
  if (property.$ref !== undefined) return `[keys](#${property.$ref.split('/').at(-1)})`
  if (property.anyOf !== undefined) return alternatives(property.anyOf)
  switch (property.type) {
    case 'string':
      return 'text'
    case 'boolean':
      return `${code('true')}, ${code('false')}`
    case 'array':
      return `list of ${property.items.enum?.map(code).join(', ') ?? 'keys'}`
    case 'object':
      return 'name: value'
    case 'integer':
      return 'whole number'
    case undefined:
      return 'anything'
    default:
      return 'number'
  }
}

function alternatives(options) {
  const words = [...new Set(options.map((option) => (option.type === 'array' ? 'a list' : takes(option))))]
  return words.join(' or ')
}

function metricTable() {
  return table(
    ['metric', 'is', 'value of a trial', 'regression', 'ignore-below', 'gated without `budgets`'],
    Object.entries(metricKinds).map(([name, kind]) => [
      code(name),
      kind.describes,
      kind.statistic,
      writePercent(kind.regression),
      writePercent(kind.ignoreBelow),
      kind.gatedByDefault ? 'yes' : 'no',
    ]),
  )
}

function flagTable() {
  const flags = new Map()
  for (const command of commands)
    for (const flag of flagsOf(command)) {
      const key = `${flag.flags}\n${flag.help}`
      flags.set(key, { flag, commands: [...(flags.get(key)?.commands ?? []), command] })
    }
  return table(
    ['flag', 'of', 'default', 'meaning'],
    [...flags.values()].map(({ flag, commands }) => [
      code(flag.flags),
      commands.join(', '),
      flag.required ? 'required' : flag.default === undefined ? '' : code(flag.default),
      flag.help,
    ]),
  )
}

const inputNames = optionNames.filter((name) => optionOf(name).input)

/** The default as action.yml has it; expressions are the runner's to evaluate. */
function inputDefault({ default: fixed, inputDefault }) {
  return inputDefault === undefined ? fixed : `\${{ ${inputDefault} }}`
}

function inputTable() {
  return table(
    ['input', 'default', 'meaning'],
    inputNames.map((name) => {
      const option = optionOf(name)
      const value = inputDefault(option)
      return [code(writtenName(name)), value === undefined ? '' : code(value), option.help]
    }),
  )
}

function inputLines() {
  return inputNames.flatMap((name) => {
    const option = optionOf(name)
    const value = inputDefault(option)
    return [
      `${writtenName(name)}:`,
      `  description: ${quoted(option.help)}`,
      '  required: false',
      ...(value === undefined ? [] : [`  default: ${quoted(value)}`]),
    ]
  })
}
