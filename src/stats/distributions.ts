// Student's t and the normal distribution: what two-sample tests of imported results need, and no maths library of
// ours has. Everything rests on two continued fractions and one series.

const tiny = 1e-300
const converged = 1e-16

/** ln Γ(x) for x > 0. Lanczos' approximation with g = 7 and nine terms; relative error about 1e-15. */
export function logGamma(x: number): number {
  const coefficients = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  const z = x - 1
  const t = z + 7.5
  const sum = coefficients.reduce((total, c, k) => (k === 0 ? c : total + c / (z + k)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

/**
 * Regularised incomplete beta function I_x(a, b), 0 ≤ x ≤ 1, a and b > 0: the continued fraction DLMF 8.17.22,
 * evaluated by Lentz' method on the side of the mean where it converges fast (DLMF 8.17.4 for the other side).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front =
    Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  let c = 1
  let d = 0
  let fraction = 1
  for (let k = 1; k < 1000; k++) {
    const m = Math.floor(k / 2)
    const numerator = k % 2 === 0 ? m * (b - m) * x : -(a + m) * (a + b + m) * x
    const coefficient = numerator / ((a + k - 1) * (a + k))
    d = 1 / nonZero(1 + coefficient * d)
    c = nonZero(1 + coefficient / c)
    fraction *= c * d
    if (Math.abs(c * d - 1) < converged) break
  }
  return Math.min(1, front / fraction)
}

function nonZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value
}

/** P(T ≤ t) for Student's t with `degrees` > 0 degrees of freedom, not necessarily whole. Abramowitz & Stegun 26.7.1. */
export function studentCdf(t: number, degrees: number): number {
  if (t === 0) return 0.5
  // The tail directly, not 1 minus the body: small p-values keep their digits.
  const tail = 0.5 * incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5)
  return t > 0 ? 1 - tail : tail
}

/** t with P(T ≤ t) = p, 0 < p < 1, by bisection of `studentCdf`. */
export function studentQuantile(p: number, degrees: number): number {
  if (p === 0.5) return 0
  if (p > 0.5) return -studentQuantile(1 - p, degrees)
  let low = -1
  while (studentCdf(low, degrees) > p && low > -1e300) low *= 2
  let high = 0
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (studentCdf(middle, degrees) > p) high = middle
    else low = middle
  }
  return (low + high) / 2
}

/**
 * P(Z ≤ z) for the standard normal: the series Abramowitz & Stegun 26.2.11 near the middle, the continued fraction
 * 26.2.14 in the tails, so that small p-values keep their digits.
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z)
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  if (x < 3) {
    let term = x
    let sum = x
    for (let k = 3; Math.abs(term) > converged * Math.abs(sum); k += 2) {
      term *= (x * x) / k
      sum += term
    }
    return z >= 0 ? 0.5 + density * sum : 0.5 - density * sum
  }
  let fraction = 0
  for (let k = 200; k >= 1; k--) fraction = k / (x + fraction)
  const tail = density / (x + fraction)
  return z > 0 ? 1 - tail : tail
}

/** The z with P(Z ≤ z) = `p`, 0 < p < 1: bisection, then Newton's steps on `normalCdf`. */
export function normalQuantile(p: number): number {
  let low = -40
  let high = 40
  while (high - low > 1e-3) {
    const middle = (low + high) / 2
    if (normalCdf(middle) < p) low = middle
    else high = middle
  }
  let z = (low + high) / 2
  for (let step = 0; step < 4; step += 1)
    z -= (normalCdf(z) - p) / (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI))
  return z
}
