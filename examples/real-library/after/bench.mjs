import qs from 'qs'

const order = {
  items: Array.from({ length: 50 }, (_, id) => ({
    id,
    name: `article ${id}`,
    tags: ['new', 'sale', { group: id }],
  })),
}

export function stringify() {
  return qs.stringify(order).length
}
