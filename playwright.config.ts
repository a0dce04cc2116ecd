import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/programs.mjs'

const executablePath = findChromium()
if (!executablePath)
  throw new Error(
    'There is no Chromium on this machine. On Debian: apt-get install --no-install-recommends chromium. Elsewhere: CHROMIUM=/path/to/it',
  )

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  globalSetup: './e2e/support/global-setup.ts',
  // The journeys share one server, each with people and a workspace of its own; waits of one are work for the other.
  workers: 2,
  // A journey that needed its second try is named at the end of `npm test`.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu'] },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
  },
})
