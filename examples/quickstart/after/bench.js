// Every exported function is a benchmark.
import { outline as makeOutline, parse as parseMarkdown, render as renderHtml } from './lib/index.js'

const section = (n) => `
## Section ${n}: how *fast* is it?

Some **bold** claims need \`numbers\`, and [numbers](https://example.com/${n}) need a second look :eyes: before
anybody ships them. Is ${n} < ${n + 1} & "certain"? Then ship it :rocket: and see what happens.

- measure **twice**
- cut \`once\`
- read [the manual](https://example.com/manual#${n})

> It was faster yesterday.

\`\`\`js
if (n < ${n}) console.log("slow & steady")
\`\`\`

### Notes on ${n}

Plain text costs time as well, even when there is nothing in it to replace or to escape at all.
`
const source = Array.from({ length: 40 }, (_, n) => section(n)).join('\n')
const blocks = parseMarkdown(source)

export const parse = () => parseMarkdown(source)
export const render = () => renderHtml(blocks)
export const outline = () => makeOutline(blocks)
