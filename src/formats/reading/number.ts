// Numbers as tools write them: with thousands separators, as strings, with a k, M or G behind them.

/** A finite number, or `null`: NaN, null, `"N/A"` and the like are for the caller to name as failures. */
export function figure(written: unknown): number | null {
  if (typeof written === 'number') return Number.isFinite(written) ? written : null
  if (typeof written !== 'string') return null
  const text = written.trim().replace(/(?<=\d)[,_'\u00a0\u202f](?=\d{3})/g, '')
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}

/** `value × scale`, by division where the scale is a small unit's: 1000 is exact and 0.001 is not. */
export function scaleBy(value: number, scale: number): number {
  const inverse = Math.round(1 / scale)
  return scale < 1 && Math.abs(scale * inverse - 1) < 1e-9 ? value / inverse : value * scale
}

const scales: Readonly<Record<string, number>> = {
  '': 1,
  a: 1e-18,
  f: 1e-15,
  p: 1e-12,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  G: 1e9,
  T: 1e12,
  Q: 1e15,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
}

/** `1.346M`, `30.995k`, `42` → a number; `null` when it is none. Suffixes count in thousands unless `thousand` says 1024. */
export function scaledFigure(written: string, thousand: 1000 | 1024 = 1000): number | null {
  const match = /^([+-]?[\d.,]+(?:e[+-]?\d+)?)\s*([A-Za-z]{0,2})$/i.exec(written.trim())
  const value = figure(match?.[1])
  const suffix = match?.[2] ?? ''
  const scale = Object.hasOwn(scales, suffix) ? scales[suffix] : undefined
  if (value === null || scale === undefined) return null
  return value * (thousand === 1024 && scale >= 1000 ? 1024 ** Math.round(Math.log10(scale) / 3) : scale)
}
