// `npm run screenshots`: starts the built product with the sample workspace and writes docs/screenshots/<page>-<scheme>.png.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { inviteLink } from '#/e2e/support/invite.ts'
import { createWorkspace, joinByLink, type Person, signIn, signUp, workspaceIdOf } from '#/e2e/support/person.ts'
import { chooseMode, clickAfter, documentText, dragOver, expectSaved, openDocument, tagPopover } from '#/e2e/support/reader.ts'
import { sampleSignIn } from '#/e2e/support/sample.ts'
import { startProduct } from '#/tests/support/start-product.ts'
import { findChromium } from './programs.mjs'

const folder = join(import.meta.dirname, '../docs/screenshots')
const DESKTOP = { width: 1440, height: 900 }
const SCHEMES = ['light', 'dark'] as const
type Scheme = (typeof SCHEMES)[number]
const ENGLISH = 'The phone line that keeps two militaries apart over Syria'
const ARABIC = 'حلب في أسبوع'

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(1, 1) // nothing hovered
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  console.log(`${name}.png  ${Math.round(statSync(path).size / 1024)} KB`)
}

/** A document in a window of another size, loaded anew in it. */
async function takeAt(page: Page, size: { width: number; height: number }, name: string, there = documentText(page)): Promise<void> {
  await page.setViewportSize(size)
  await page.reload()
  await there.waitFor()
  await take(page, name)
  await page.setViewportSize(DESKTOP)
}

async function takeReader(page: Page, at: string, scheme: Scheme): Promise<void> {
  await page.goto(`${at}/documents`)
  await openDocument(page, ENGLISH)
  await take(page, `reader-${scheme}`)
  await dragOver(page, 'It is a working telephone')
  await tagPopover(page).getByRole('combobox').fill('rus')
  await take(page, `reader-tagging-${scheme}`)
  await takeAt(page, { width: 1280, height: 800 }, `reader-1280x800-${scheme}`)
  await takeAt(page, { width: 390, height: 844 }, `reader-390x844-${scheme}`)
  await page.goto(`${at}/documents`)
  await openDocument(page, ARABIC)
  await take(page, `reader-arabic-${scheme}`)
}

/** An actor in its drawer, and on its page. */
async function takeActor(page: Page, at: string, scheme: Scheme): Promise<void> {
  await page.goto(`${at}/actors`)
  await page.getByRole('button', { name: 'HTS', exact: true }).click()
  await take(page, `actor-drawer-${scheme}`)
  await page.getByRole('complementary', { name: 'Actor: HTS' }).getByRole('link', { name: 'Open page' }).click()
  await page.getByRole('heading', { level: 1, name: 'HTS' }).waitFor()
  await take(page, `actor-${scheme}`)
}

/** The first statement with everything that can be said of it. */
async function takeStatement(page: Page, at: string, scheme: Scheme): Promise<void> {
  await page.goto(`${at}/documents`)
  await openDocument(page, ENGLISH)
  await documentText(page).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('f')
  await page.getByRole('dialog').getByLabel('Certainty').waitFor()
  await take(page, `reader-statement-${scheme}`)
}

const CORRECTED = ', staffed around the clock'

async function correct(page: Page): Promise<void> {
  await chooseMode(page, 'Edit text')
  await clickAfter(page, 'It is a working telephone')
  await page.keyboard.type(' line')
  await dragOver(page, CORRECTED)
  await page.keyboard.press('Delete')
  await expectSaved(page)
  await chooseMode(page, 'Tag')
}

/** A source that was corrected and looked through since it was imported: beside its original, and its history. */
async function takePast(page: Page, at: string, scheme: Scheme): Promise<void> {
  await page.goto(`${at}/documents`)
  await openDocument(page, ENGLISH)
  if ((await documentText(page).textContent())?.includes(CORRECTED)) await correct(page)
  await page.getByRole('button', { name: 'Original', exact: true }).click()
  await page.getByRole('complementary', { name: 'Original' }).getByRole('button', { name: 'Next difference' }).click()
  await take(page, `reader-original-${scheme}`)
  await page.goto(`${new URL(page.url()).pathname}/history`)
  await page.getByRole('radio', { name: 'Changes' }).click()
  await page.getByRole('main').getByRole('insertion').first().waitFor()
  await take(page, `history-changes-${scheme}`)
  await page.getByRole('radio', { name: 'Playback' }).click()
  await page.getByRole('slider', { name: 'Moment' }).press('End')
  await take(page, `history-playback-${scheme}`)
  await takeAt(page, { width: 390, height: 844 }, `history-390x844-${scheme}`, page.getByRole('heading', { level: 1 }))
}

/** Pages before and after signing in as the owner of the sample workspace. */
async function takeAll(context: BrowserContext, scheme: Scheme, account: { email: string; password: string }): Promise<void> {
  const page = await context.newPage()
  await page.goto('/sign-up')
  await take(page, `sign-up-${scheme}`)
  await page.goto('/sign-in')
  await take(page, `sign-in-${scheme}`)
  await signIn(page, account.email, account.password)
  const at = `/w/${workspaceIdOf(page)}`
  for (const name of ['documents', 'excerpts', 'actors', 'themes', 'claims', 'memos', 'mentions', 'codebook', 'settings', 'audit', 'bin']) {
    await page.goto(`${at}/${name}`)
    await take(page, `${name}-${scheme}`)
  }
  await page.goto('/account')
  await take(page, `account-${scheme}`)
  await takeActor(page, at, scheme)
  await takeReader(page, at, scheme)
  await takeStatement(page, at, scheme)
  await takePast(page, at, scheme)
}

/** A colleague who is in the document, with the caret at some words. */
async function colleague(browser: Browser, baseURL: string, account: { email: string; password: string }): Promise<Person> {
  const owner = await (await browser.newContext({ baseURL })).newPage()
  await signIn(owner, account.email, account.password)
  const link = await inviteLink({ ...account, name: '', page: owner, context: owner.context() }, workspaceIdOf(owner), 'editor')
  await owner.context().close()
  const person = await joinByLink(await browser.newContext({ baseURL, viewport: DESKTOP }), 'Tomas Vrba', link)
  await openDocument(person.page, ENGLISH)
  await chooseMode(person.page, 'Edit text')
  await clickAfter(person.page, 'since forces of both countries')
  return person
}

const executablePath = findChromium()
if (!executablePath) throw new Error('There is no Chromium on this machine: see CONTRIBUTING.md')
mkdirSync(folder, { recursive: true })
for (const file of readdirSync(folder)) if (file.endsWith('.png')) rmSync(join(folder, file))
const product = await startProduct()
try {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const account = sampleSignIn(product.log())
  await colleague(browser, product.url, account)
  for (const colorScheme of SCHEMES) {
    const options = { baseURL: product.url, viewport: DESKTOP, colorScheme, locale: 'en-GB', reducedMotion: 'reduce' } as const
    await takeAll(await browser.newContext(options), colorScheme, account)
    const newcomer = await signUp(await browser.newContext(options), 'Ines Okafor')
    await createWorkspace(newcomer, 'Aleppo team')
    await take(newcomer.page, `empty-workspace-${colorScheme}`)
  }
  await browser.close()
} finally {
  await product.stop()
}
