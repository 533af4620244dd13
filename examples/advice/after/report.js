// Keeps a record of every step before it adds them up.
const steps = []
for (let i = 0; i < 400_000; i++) steps.push({ step: i, left: [i % 7], text: `step ${i}` })
console.log(steps.reduce((sum, { left }) => sum + left[0], 0))
