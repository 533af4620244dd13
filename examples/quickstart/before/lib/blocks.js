// Markdown source → blocks: headings, lists, code, quotes, paragraphs.

export function parse(source) {
  const blocks = []
  const lines = source.split('\n')
  let paragraph = []
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ type: 'paragraph', text: paragraph.join(' ') })
    paragraph = []
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line)
    if (heading !== null) {
      endParagraph()
      blocks.push({ type: 'heading', depth: heading[1].length, text: heading[2] })
    } else if (line.startsWith('```')) {
      endParagraph()
      const start = at + 1
      do at += 1
      while (at < lines.length && !lines[at].startsWith('```'))
      blocks.push({ type: 'code', language: line.slice(3).trim(), text: lines.slice(start, at).join('\n') })
    } else if (/^\s*[-*]\s+/.test(line)) {
      endParagraph()
      const items = []
      for (; at < lines.length && /^\s*[-*]\s+/.test(lines[at]); at += 1)
        items.push(lines[at].replace(/^\s*[-*]\s+/, ''))
      at -= 1
      blocks.push({ type: 'list', items })
    } else if (line.startsWith('>')) {
      endParagraph()
      blocks.push({ type: 'quote', text: line.replace(/^>\s?/, '') })
    } else if (line.trim() === '') endParagraph()
    else paragraph.push(line.trim())
  }
  endParagraph()
  return blocks
}
