import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: [
      'architecture.test.ts',
      'src/**/*.test.{ts,tsx}',
      'tests/**/*.test.{ts,tsx}',
      'db/**/*.test.ts',
      'bench/**/*.test.ts',
      'docs/**/*.test.ts',
    ],
    exclude: ['tests/journeys/**', 'node_modules/**', 'data/**', 'dist/**'],
    globalSetup: ['tests/support/database-server.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    // Loading the program anew for each file would take longer than most files; what is kept in memory is kept per database.
    isolate: false,
  },
} as never)
