// `npm run screenshots`: starts the built product with the sample workspace and writes docs/screenshots/<screen>-<width>-<scheme>.png.
// `npm run screenshots -- reader home` takes only screens whose names have one of these words.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { inviteLink } from '#/e2e/support/invite.ts'
import { createWorkspace, joinByLink, signIn, signUp, workspaceIdOf } from '#/e2e/support/person.ts'
import { sampleSignIn } from '#/e2e/support/sample.ts'
import { startProduct } from '#/tests/support/start-product.ts'
import { findChromium } from './programs.mjs'
import { DESKTOP, joinDocument, SCREENS, type Size } from './screenshots/screens.ts'

const folder = join(import.meta.dirname, '../docs/screenshots')
const words = process.argv.slice(2)
const isWanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word))
type Account = ReturnType<typeof sampleSignIn>
type Options = BrowserContextOptions & { colorScheme: 'light' | 'dark' }

async function take(page: Page, name: string, { width }: Size, scheme: string): Promise<void> {
  await page.mouse.move(1, 1) // nothing hovered
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`), animations: 'disabled', caret: 'hide' })
  console.log(`${name}-${width}-${scheme}.png`)
}

/** What there is to see before and after signing in as the owner of the sample workspace. */
async function takeAll(browser: Browser, options: Options, account: Account): Promise<void> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const sizes = [DESKTOP, { width: 390, height: 844 }]
  for (const [name, path] of [
    ['08a-signin', '/sign-in'],
    ['sign-up', '/sign-up'],
  ] as const) {
    if (!isWanted(name)) continue
    await page.goto(path)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await take(page, name, size, options.colorScheme)
    }
  }
  await signIn(page, account.email, account.password)
  const workspace = `/w/${workspaceIdOf(page)}`
  for (const { name, sizes, open } of SCREENS.filter((screen) => isWanted(screen.name)))
    for (const size of sizes) {
      await page.setViewportSize(size)
      await open(page, workspace)
      await take(page, name, size, options.colorScheme)
    }
  await context.close()
}

/** Somebody's first look at a workspace of their own. */
async function takeEmpty(browser: Browser, options: Options): Promise<void> {
  const newcomer = await signUp(await browser.newContext(options), 'Ines Okafor')
  await createWorkspace(newcomer, 'Aleppo team')
  for (const size of [DESKTOP, { width: 390, height: 844 }]) {
    await newcomer.page.setViewportSize(size)
    await take(newcomer.page, '08b-empty', size, options.colorScheme)
  }
}

/** A colleague who is in the document. */
async function letColleagueIn(browser: Browser, baseURL: string, account: Account): Promise<void> {
  const owner = await (await browser.newContext({ baseURL })).newPage()
  await signIn(owner, account.email, account.password)
  const link = await inviteLink({ ...account, name: '', page: owner, context: owner.context() }, workspaceIdOf(owner), 'editor')
  await owner.context().close()
  const { page } = await joinByLink(await browser.newContext({ baseURL, viewport: DESKTOP }), 'Tomas Vrba', link)
  await joinDocument(page)
}

const executablePath = findChromium()
if (!executablePath) throw new Error('There is no Chromium on this machine: see CONTRIBUTING.md')
mkdirSync(folder, { recursive: true })
for (const file of readdirSync(folder)) if (file.endsWith('.png') && isWanted(file)) rmSync(join(folder, file))
const product = await startProduct()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const account = sampleSignIn(product.log())
  await letColleagueIn(browser, product.url, account)
  for (const colorScheme of ['light', 'dark'] as const) {
    const options = { baseURL: product.url, viewport: DESKTOP, colorScheme, locale: 'en-GB', reducedMotion: 'reduce' } as const
    await takeAll(browser, options, account)
    if (isWanted('08b-empty')) await takeEmpty(browser, options)
  }
} finally {
  await browser.close()
  await product.stop()
}
