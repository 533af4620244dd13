// Blocks → HTML.
import { emoji } from './emoji.js'

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text) => text.replace(/[&<>"]/g, (character) => entities[character])

function withEmoji(text, custom = {}) {
  const table = Object.assign(Object.create(null), emoji, custom)
  return text.replace(/:(\w+):/g, (written, code) => table[code] ?? written)
}

function inline(text) {
  return withEmoji(escapeHtml(text))
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\*([^*]+)\*/g, '<em>$1</em>')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>')
}

function block(node) {
  switch (node.type) {
    case 'heading':
      return `<h${node.depth}>${inline(node.text)}</h${node.depth}>`
    case 'code':
      return `<pre><code class="language-${node.language}">${escapeHtml(node.text)}</code></pre>`
    case 'list':
      return `<ul>${node.items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`
    case 'quote':
      return `<blockquote>${inline(node.text)}</blockquote>`
    default:
      return `<p>${inline(node.text)}</p>`
  }
}

export function render(blocks) {
  return blocks.map(block).join('\n')
}
