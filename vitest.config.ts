import { defineConfig } from 'vitest/config'

const isolated = { pool: 'forks' as const, environment: 'node' as const }

export default defineConfig({
  test: {
    // Two cores: a third worker only makes all of them slower.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...isolated,
          name: 'tests',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'bin/**/*.test.ts'],
          globalSetup: 'src/platform/testing/postgres-for-tests.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...isolated,
          name: 'journeys',
          include: ['test/journeys/**/*.journey.ts'],
          // A journey starts the whole of Daqiao and a browser; one at a time keeps both quick.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
