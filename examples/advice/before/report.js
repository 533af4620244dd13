// Adds up as it goes.
let sum = 0
for (let i = 0; i < 2_000_000; i++) sum += i % 7
console.log(sum)
