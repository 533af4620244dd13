import { expect, it } from 'vitest'
import { fitUsl, uslThroughput } from '../../src/stats/usl.ts'

const levels = [1, 2, 4, 8, 16, 32, 64]
const pointsOf = (law: { lambda: number; sigma: number; kappa: number }) =>
  levels.map((concurrency) => ({ concurrency, throughput: uslThroughput(law, concurrency) }))

it.each([
  { lambda: 20, sigma: 0.05, kappa: 0.0005 },
  { lambda: 1000, sigma: 0, kappa: 0.001 },
  { lambda: 3, sigma: 0.2, kappa: 0 },
  { lambda: 7, sigma: 0, kappa: 0 },
])('finds the law that made the points: %j', (law) => {
  const fit = fitUsl(pointsOf(law))
  expect(fit?.lambda).toBeCloseTo(law.lambda, 6)
  expect(fit?.sigma).toBeCloseTo(law.sigma, 6)
  expect(fit?.kappa).toBeCloseTo(law.kappa, 6)
})

it('its peak is where throughput is highest: N = √((1 − σ) / κ)', () => {
  const fit = fitUsl(pointsOf({ lambda: 20, sigma: 0.05, kappa: 0.0005 }))
  expect(fit?.peak?.concurrency).toBeCloseTo(Math.sqrt(0.95 / 0.0005), 4)
  const peak = fit?.peak?.throughput ?? 0
  for (const { throughput } of pointsOf({ lambda: 20, sigma: 0.05, kappa: 0.0005 }))
    expect(peak).toBeGreaterThanOrEqual(throughput)
})

// Gunther's ray tracer on 1 to 64 processors, "Guerrilla Capacity Planning", table 5.1.
it('is close to the published fit of a ray tracer', () => {
  const processors = [1, 4, 8, 12, 16, 20, 24, 28, 32, 48, 64]
  const rays = [20, 78, 130, 170, 190, 200, 210, 230, 260, 280, 310]
  const fit = fitUsl(processors.map((concurrency, index) => ({ concurrency, throughput: rays[index] ?? 0 })))
  expect(fit?.sigma).toBeCloseTo(0.05, 1)
  expect(fit?.kappa).toBeLessThan(1e-3)
})

it('says nothing of fewer than three levels, or of nothing', () => {
  expect(
    fitUsl([
      { concurrency: 1, throughput: 1 },
      { concurrency: 2, throughput: 2 },
    ]),
  ).toBeNull()
  expect(fitUsl([1, 2, 3].map((concurrency) => ({ concurrency, throughput: 0 })))).toBeNull()
})
