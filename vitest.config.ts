import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Files of one worker share their modules, and through them one database (tests/support/database.ts).
    pool: 'threads',
    isolate: false,
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
          exclude: ['tests/{anchor-cases,anchors,faults}/**'],
          globalSetup: ['tests/support/global-setup.ts'],
        },
      },
    ],
  },
})
