// Folded stacks: `main;parse;tokenize 42`, what flame graph tools of all languages exchange (perf through
// stackcollapse, py-spy, rbspy, async-profiler, dtrace).
import type { CallSite, ReadStacks, Stack } from './profile-stacks.ts'

const line = /^(.+?)\s+(\d+(?:\.\d+)?)$/

/** `tokenize (src/lexer.py:88)`, `tokenize src/lexer.rb:88`, `tokenize_[j]`, `libc.so.6!malloc`: names as tools write them. */
function siteOf(written: string): CallSite {
  const text = written.trim()
  const located = /^(.*?)\s*[([]?((?:[A-Za-z]:)?[^\s()[\]:;]+\.[A-Za-z]\w{0,4}):(\d+)[)\]]?$/.exec(text)
  const [, name = '', url, at] = located ?? []
  if (url !== undefined) return { function: name === '' ? '(anonymous)' : name, url, line: Number(at) }
  return { function: text.replace(/_\[[a-z]\]$/, '') || '(anonymous)' }
}

export function readFolded(text: string): ReadStacks {
  const stacks: Stack[] = []
  let wrong = 0
  for (const each of text.split('\n')) {
    const trimmed = each.trim()
    if (trimmed === '' || trimmed.startsWith('#')) continue
    const [, path, count] = line.exec(trimmed) ?? []
    const samples = Number(count)
    if (path === undefined || !Number.isFinite(samples)) wrong += 1
    else if (samples > 0) stacks.push({ sites: path.split(';').map(siteOf), self: samples, samples })
  }
  if (stacks.length === 0) return { why: 'it holds no folded stacks (`main;parse 42`)' }
  const notices =
    wrong === 0
      ? []
      : [
          {
            code: 'profile-incomplete',
            message: `${wrong === 1 ? '1 line of a profile is' : `${wrong} lines of a profile are`} no folded stack (\`main;parse 42\`): left out.`,
          },
        ]
  return { unit: 'samples', stacks, notices }
}
