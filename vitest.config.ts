import { defineConfig } from 'vitest/config'

// What measures for real runs after everything else and one file at a time: a measurement that shares its two cores
// with other tests would test their load.
const measuring = ['__tests__/e2e/**/*.test.ts', '__tests__/measure/drivers/**/*.test.ts']

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['__tests__/**/*.test.ts'],
          exclude: measuring,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'measuring', include: measuring, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
