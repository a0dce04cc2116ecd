// `npm run screenshots`: starts the built product with the sample workspace and writes docs/screenshots/<page>-<scheme>.png.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { sampleSignIn } from '#/e2e/support/sample.ts'
import { startProduct } from '#/tests/support/start-product.ts'
import { findChromium } from './programs.mjs'

const folder = join(import.meta.dirname, '../docs/screenshots')
const DESKTOP = { width: 1440, height: 900 }
const SCHEMES = ['light', 'dark'] as const
type Scheme = (typeof SCHEMES)[number]

/** What is shown: a file name and how to get there. `at`: the workspace's address. */
interface Shot {
  name: string
  size?: { width: number; height: number }
  open(page: Page, at: string): Promise<void>
}

const place = (name: string): Shot => ({ name, open: async (page, at) => void (await page.goto(`${at}/${name}`)) })

/** Opens a document by what its row in the list says, and waits until its text and statements are there. */
async function openDocument(page: Page, at: string, row: string): Promise<void> {
  await page.goto(`${at}/documents`)
  await page.getByRole('table', { name: 'Documents' }).getByRole('row').filter({ hasText: row }).getByRole('link').first().click()
  await page.getByRole('status', { name: 'Save state' }).getByText('Saved').waitFor()
}

const ENGLISH = 'hotline'
const SHOTS: readonly Shot[] = [
  place('documents'),
  place('excerpts'),
  place('actors'),
  place('themes'),
  place('settings'),
  { name: 'reader', open: (page, at) => openDocument(page, at, ENGLISH) },
  { name: 'reader-1280x800', size: { width: 1280, height: 800 }, open: (page, at) => openDocument(page, at, ENGLISH) },
  { name: 'reader-390x844', size: { width: 390, height: 844 }, open: (page, at) => openDocument(page, at, ENGLISH) },
  { name: 'reader-arabic', open: (page, at) => openDocument(page, at, 'Arabic') },
]

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
  console.log(`${name}.png  ${Math.round(statSync(join(folder, `${name}.png`)).size / 1024)} KB`)
}

async function takeAll(browser: Browser, url: string, scheme: Scheme, account: { email: string; password: string }): Promise<void> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: DESKTOP,
    colorScheme: scheme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await take(page, `sign-in-${scheme}`)
  await page.getByLabel('Work email').fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/w\/[^/]+\/documents/)
  const at = page.url().replace(/\/documents.*/, '')
  for (const { name, size, open } of SHOTS) {
    await page.setViewportSize(size ?? DESKTOP)
    await open(page, at)
    await take(page, `${name}-${scheme}`)
  }
  await context.close()
}

const executablePath = findChromium()
if (!executablePath) throw new Error('There is no Chromium on this machine: see CONTRIBUTING.md')
mkdirSync(folder, { recursive: true })
for (const file of readdirSync(folder)) if (file.endsWith('.png')) rmSync(join(folder, file))
const product = await startProduct()
try {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  for (const scheme of SCHEMES) await takeAll(browser, product.url, scheme, sampleSignIn(product.log()))
  await browser.close()
} finally {
  await product.stop()
}
