class Entry {
  constructor(id) {
    this.id = id
    this.price = id * 1.5
    this.name = null
  }
}
const recent = new Map()
function remember(entry) {
  recent.set(entry.id % 10, entry)
}
let next = 0
export function add() {
  for (let i = 0; i < 50; i++) remember(new Entry(next++))
  return recent.size
}
