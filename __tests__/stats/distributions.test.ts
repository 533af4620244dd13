import { describe, expect, it } from 'vitest'
import {
  incompleteBeta,
  logGamma,
  normalCdf,
  studentCdf,
  studentQuantile,
} from '../../src/stats/distributions.ts'

/** Relative, so that small p-values must keep their digits too. */
function expectClose(actual: number, expected: number, relative = 1e-11) {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.abs(expected))
}

// Known values: scipy 1.10.1 on Python 3.11; the call stands in each title.
describe('distributions', () => {
  it.each([
    [0.5, 0.5723649429247],
    [1.5, -0.12078223763524526],
    [4, 1.791759469228055],
    [10.25, 13.368023671476045],
    [150, 600.0094705553274],
  ])('logGamma(%d) is scipy.special.gammaln', (x, expected) => expectClose(logGamma(x), expected, 1e-12))

  it.each([
    [0.1, 2, 3, 0.0523],
    [0.5, 0.5, 0.5, 0.5],
    [0.9, 10, 0.5, 0.15164090963470997],
    [0.3, 50, 80, 0.0207002879113732],
    [0.001, 0.5, 20, 0.15758381398363847],
    [0.999, 400, 0.5, 0.37112320531929344],
  ])('incompleteBeta(%d, %d, %d) is scipy.special.betainc(a, b, x)', (x, a, b, expected) =>
    expectClose(incompleteBeta(x, a, b), expected),
  )

  it('incompleteBeta ends at 0 and 1', () => {
    expect(incompleteBeta(0, 2, 3)).toBe(0)
    expect(incompleteBeta(1, 2, 3)).toBe(1)
  })

  it.each([
    [-2, 1, 0.1475836176504332],
    [1.5, 4.7, 0.9012292495686013],
    [-5, 9, 0.0003694839549016212],
    [-40, 12, 1.9256147903860184e-14],
    [0.3, 1000, 0.6178802479163779],
    [-1.96, 1e6, 0.02499803379263489],
    [0, 3, 0.5],
  ])('studentCdf(%d, %d) is scipy.stats.t.cdf', (t, degrees, expected) =>
    // lnΓ at 500 000 loses five digits to cancellation, which no sample size of ours comes near.
    expectClose(studentCdf(t, degrees), expected, degrees > 1e5 ? 1e-8 : 1e-11),
  )

  it.each([
    [0.975, 9, 2.2621571627409915],
    [0.975, 18.3, 2.0984560197994973],
    [0.995, 2, 9.92484320091807],
    [0.025, 49, -2.0095752344892093],
    [1e-6, 5, -24.771029720535676],
    [0.9, 1, 3.0776835372078066],
    [0.5, 7, 0],
  ])('studentQuantile(%d, %d) is scipy.stats.t.ppf', (p, degrees, expected) =>
    // scipy 1.10 itself is off by 1e-9 here, as the closed forms of the next test show.
    expectClose(studentQuantile(p, degrees), expected, 5e-9),
  )

  it('studentQuantile has closed forms for one and two degrees of freedom', () => {
    expectClose(studentQuantile(0.9, 1), Math.tan(0.4 * Math.PI), 1e-12)
    expectClose(studentQuantile(0.995, 2), (2 * 0.495) / Math.sqrt(2 * 0.995 * 0.005), 1e-12)
  })

  it.each([
    [-0.5, 0.3085375387259869],
    [1.959963984540054, 0.975],
    [-3, 0.0013498980316300933],
    [-5, 2.866515718791933e-7],
    [-10, 7.61985302416047e-24],
    [2.5, 0.9937903346742238],
    [-37, 5.7255712225239266e-300],
    [0, 0.5],
  ])('normalCdf(%d) is scipy.stats.norm.cdf', (z, expected) => expectClose(normalCdf(z), expected))
})
