// `npm run screenshots`: starts the built product with the sample workspace and writes docs/screenshots/<screen>-<width>-<scheme>.png.
// `npm run screenshots -- reader home` takes only screens whose names have one of these words.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { inviteLink } from '#/e2e/support/invite.ts'
import { createWorkspace, type Person, signIn, signUp, workspaceIdOf } from '#/e2e/support/person.ts'
import { sampleSignIn } from '#/e2e/support/sample.ts'
import { startProduct } from '#/tests/support/start-product.ts'
import { findChromium } from './programs.mjs'
import { DESKTOP, PHONE, SCREENS, type Size, skipTour } from './screenshots/screens.ts'
import { letTeamIn, throwAway } from './screenshots/team.ts'

const folder = join(import.meta.dirname, '../docs/screenshots')
const words = process.argv.slice(2)
const isWanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word))
const SCHEMES = ['light', 'dark'] as const

/** What the page shows now, in both colour schemes. */
async function take(page: Page, name: string, { width }: Size): Promise<void> {
  await page.mouse.move(1, 1) // nothing hovered
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const file = `${name}-${width}-${colorScheme}.png`
    await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' })
    console.log(file)
  }
}

/** The same address in several sizes. */
async function takePath(page: Page, name: string, path: string): Promise<void> {
  if (!isWanted(name)) return
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size)
    await page.goto(path)
    await take(page, name, size)
  }
}

/** What is behind the sign-in, as the owner of the sample workspace. */
async function takeWorkspace(page: Page): Promise<void> {
  const workspace = `/w/${workspaceIdOf(page)}`
  if (SCREENS.some(({ name }) => isWanted(name))) await skipTour(page, workspace)
  for (const { name, sizes, open } of SCREENS.filter((screen) => isWanted(screen.name)))
    for (const size of sizes) {
      await page.setViewportSize(size)
      await open(page, workspace)
      await take(page, name, size)
    }
}

/** Somebody's first look at a workspace of their own. */
async function takeEmpty(browser: Browser): Promise<void> {
  const newcomer = await signUp(await browser.newContext(options), 'Ines Okafor')
  await createWorkspace(newcomer, 'Aleppo team')
  await takePath(newcomer.page, '08b-empty', newcomer.page.url())
}

const executablePath = findChromium()
if (!executablePath) throw new Error('There is no Chromium on this machine: see CONTRIBUTING.md')
mkdirSync(folder, { recursive: true })
for (const file of readdirSync(folder)) if (file.endsWith('.png') && isWanted(file)) rmSync(join(folder, file))
const product = await startProduct()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const options = { baseURL: product.url, viewport: DESKTOP, locale: 'en-GB', reducedMotion: 'reduce' } as const
try {
  const account = sampleSignIn(product.log())
  const stranger = await (await browser.newContext(options)).newPage()
  await takePath(stranger, '08a-signin', '/sign-in')
  await takePath(stranger, 'sign-up', '/sign-up')
  await takePath(stranger, 'forgot', '/forgot')
  const context = await browser.newContext(options)
  const owner: Person = { ...account, name: '', context, page: await context.newPage() }
  await signIn(owner.page, account.email, account.password)
  const workspace = workspaceIdOf(owner.page)
  await takePath(stranger, 'invitation', await inviteLink(owner, workspace, 'coder'))
  await letTeamIn(browser, options, owner)
  await throwAway(owner, `/w/${workspace}`)
  await takeWorkspace(owner.page)
  if (isWanted('08b-empty')) await takeEmpty(browser)
} finally {
  await browser.close()
  await product.stop()
}
