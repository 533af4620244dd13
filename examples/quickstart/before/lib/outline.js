// Blocks → table of contents, every heading with a link target that no other heading has.

export function outline(blocks) {
  const taken = new Map()
  const entries = []
  for (const node of blocks) {
    if (node.type !== 'heading') continue
    const slug = node.text
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\s-]/gu, '')
      .trim()
      .replace(/\s+/g, '-')
    const count = taken.get(slug) ?? 0
    taken.set(slug, count + 1)
    entries.push({ depth: node.depth, text: node.text, id: count === 0 ? slug : `${slug}-${count}` })
  }
  return entries
}
