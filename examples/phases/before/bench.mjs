const lines = Array.from({ length: 2000 }, (_, i) => `${i},${(i * 7919) % 1000},name ${i % 97}`)

// Outside of perf-gate a phase is just its function.
const phase = globalThis.perfGate?.phase ?? ((_name, work) => work())

export default function report() {
  const rows = phase('parse', () => lines.map((line) => line.split(',')))
  const sums = phase('sum', () => {
    const byName = new Map()
    for (const [, amount, name] of rows) byName.set(name, (byName.get(name) ?? 0) + Number(amount))
    return byName
  })
  return phase('print', () => [...sums].map(([name, sum]) => `${name}: ${sum}`).join('\n'))
}
