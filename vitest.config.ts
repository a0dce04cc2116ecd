import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** What is about the embedded database itself: on a server it would only be run twice. */
const EMBEDDED_ONLY = process.env.TEST_DATABASE_URL ? ['tests/integration/{embedded-database,disk-full}.test.ts'] : []

export default defineConfig({
  test: {
    // Files of one worker share their modules, and through them one database (tests/support/database.ts).
    pool: 'threads',
    isolate: false,
    // Two at least: integration tests wait more than they work.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,bench,components,db,e2e,lib,scripts,server}/**/*.test.{ts,tsx}', 'tests/{anchor-cases,anchors,faults}/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{anchor-cases,anchors,faults}/**', ...EMBEDDED_ONLY],
          globalSetup: ['tests/support/global-setup.ts'],
        },
      },
    ],
  },
})
