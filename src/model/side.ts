// The two programs that are compared.
export const sides = ['base', 'head'] as const
export type Side = (typeof sides)[number]
