/** The first ten products whose names hold `text`. */
export function search(products, text) {
  const found = []
  for (const product of products) {
    if (matches(product.name, text)) found.push(product)
    if (found.length === 10) break
  }
  return found
}

// Also finds names in capital letters.
function matches(name, text) {
  return new RegExp(text, 'i').test(name)
}
