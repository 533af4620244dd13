import { defineConfig } from 'vitest/config'

// What a test concludes from times runs after everything else and one file at a time: a measurement that shares its two
// cores with other tests would test their load.
const timing = [
  '__tests__/e2e/{calibrate,dist,load}.test.ts',
  '__tests__/measure/drivers/**/*.test.ts',
  '__tests__/measure/load/driver.test.ts',
]

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
          exclude: timing,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'timing', include: timing, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
