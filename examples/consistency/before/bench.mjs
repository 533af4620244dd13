const work = (rounds) => {
  let sum = 0
  for (let i = 0; i < rounds; i++) sum = (sum * 31 + i) | 0
  return sum
}
export default () => work(100_000)
