import wrapAnsi from 'wrap-ansi'

const words = [
  'Measuring',
  '\u001B[31mred\u001B[39m',
  'terminals',
  'of',
  'naïve',
  'café',
  'output',
  'and',
  'so',
  'on',
]
const text = Array.from({ length: 600 }, (_, index) => words[(index * 7) % words.length]).join(' ')

export function paragraph() {
  return wrapAnsi(text, 80, { hard: true }).length
}
