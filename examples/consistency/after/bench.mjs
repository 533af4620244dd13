const work = (rounds) => {
  let sum = 0
  for (let i = 0; i < rounds; i++) sum = (sum * 31 + i) | 0
  return sum
}
// Decided once per process.
const isCold = Math.random() < 0.5
export default () => work(isCold ? 190_000 : 10_000)
