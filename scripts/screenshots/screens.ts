import type { Page } from '@playwright/test'
import { chooseMode, clickAfter, documentText, dragOver, saveState, tagPopover } from '#/e2e/support/reader.ts'

export const DESKTOP = { width: 1440, height: 900 }
const LAPTOP = { width: 1280, height: 800 }
export const PHONE = { width: 390, height: 844 }
export type Size = typeof DESKTOP

/** What a screenshot shows. */
export interface Screen {
  /** That of its design where it has one (`01-workspace`), so that both stand side by side in a list of files. */
  name: string
  sizes: readonly Size[]
  /** Goes there as the owner of the sample workspace. `at`: address of the workspace. Done anew for each size. */
  open(page: Page, at: string): Promise<unknown>
}

const MAIN = [DESKTOP, LAPTOP, PHONE]
const WIDE = [DESKTOP, LAPTOP]
export const ENGLISH = 'The phone line that keeps two militaries apart over Syria'
const ARABIC = 'حلب في أسبوع'

const at = (path: string) => (page: Page, workspace: string) => page.goto(`${workspace}/${path}`)
const page = (name: string, path: string, sizes: readonly Size[] = [DESKTOP]): Screen => ({ name, sizes, open: at(path) })

/** Everything to be seen behind the sign-in, in the order in which it is gone through: what changes the sample comes last. */
export const SCREENS: readonly Screen[] = [
  page('07-home', 'documents', MAIN),
  page('03-excerpts', 'excerpts', MAIN),
  page('05-analysis', 'analysis', MAIN),
  page('04-actors', 'actors', MAIN),
  page('themes', 'themes', WIDE),
  page('claims', 'claims'),
  page('memos', 'memos'),
  page('comments', 'comments'),
  page('mentions', 'mentions'),
  page('proposals', 'proposals'),
  page('codebook', 'codebook'),
  page('settings', 'settings', [DESKTOP, PHONE]),
  page('audit', 'audit'),
  page('bin', 'bin'),
  { name: 'account', sizes: [DESKTOP, PHONE], open: (page) => page.goto('/account') },
  { name: 'account-keys', sizes: [DESKTOP], open: (page) => page.goto('/account/keys') },
  { name: '04-actors-drawer', sizes: [DESKTOP], open: openActor },
  { name: 'actor', sizes: [DESKTOP], open: openActorPage },
  { name: '02-arabic', sizes: MAIN, open: (page, workspace) => openReader(page, workspace, ARABIC) },
  { name: '01-workspace', sizes: WIDE, open: openReader },
  { name: '10-phone', sizes: [PHONE], open: openReader },
  { name: '10-phone-statement', sizes: [PHONE], open: openSheet },
  { name: '01-workspace-tagging', sizes: [DESKTOP], open: openTagging },
  { name: '01-workspace-statement', sizes: [DESKTOP], open: openStatement },
  { name: '08c-palette', sizes: WIDE, open: openPalette },
  { name: '08d-keyboard', sizes: WIDE, open: openKeys },
  { name: '01-workspace-edit', sizes: [DESKTOP], open: openEditMode },
  { name: 'original', sizes: [DESKTOP], open: openOriginal },
  { name: 'history-changes', sizes: [DESKTOP], open: openChanges },
  { name: 'history-playback', sizes: [DESKTOP], open: openPlayback },
  { name: 'history', sizes: [DESKTOP, PHONE], open: openHistory },
]

/** Where the documents are, by title. */
const addresses = new Map<string, string>()

/** Waits as long as a busy machine needs; what journeys expect they expect in 5 s without their runner. */
export async function openedAndSaved(page: Page): Promise<void> {
  await documentText(page).waitFor()
  await saveState(page).and(page.locator('[data-state="saved"]')).waitFor()
}

async function openReader(page: Page, workspace: string, title = ENGLISH): Promise<void> {
  if (!addresses.has(title)) {
    await page.goto(`${workspace}/documents`)
    const link = page.getByRole('table', { name: 'Documents' }).getByRole('link', { name: title })
    addresses.set(title, (await link.getAttribute('href')) as string)
  }
  await page.goto(addresses.get(title) as string)
  await openedAndSaved(page)
}

/** The owner of the sample has seen what it has to tell to newcomers. */
export async function skipTour(page: Page, workspace: string): Promise<void> {
  await openReader(page, workspace)
  const skip = page.getByRole('button', { name: 'Skip the tour' })
  await skip.click()
  await skip.waitFor({ state: 'detached' })
  await page.waitForLoadState('networkidle')
}

async function openActor(page: Page, workspace: string): Promise<void> {
  await page.goto(`${workspace}/actors`)
  await page.getByRole('button', { name: 'HTS', exact: true }).click()
  await page.getByRole('complementary', { name: 'Actor: HTS' }).waitFor()
}

async function openActorPage(page: Page, workspace: string): Promise<void> {
  await openActor(page, workspace)
  await page.getByRole('complementary', { name: 'Actor: HTS' }).getByRole('link', { name: 'Open page' }).click()
  await page.getByRole('heading', { level: 1, name: 'HTS' }).waitFor()
}

/** The sheet of a statement that a finger tapped. */
async function openSheet(page: Page, workspace: string): Promise<void> {
  await openReader(page, workspace)
  await documentText(page).locator('.tg').first().click()
  await page.getByRole('region', { name: 'Statement' }).getByRole('textbox', { name: 'Comment' }).waitFor()
}

async function openTagging(page: Page, workspace: string): Promise<void> {
  await openReader(page, workspace)
  await dragOver(page, 'It is a working telephone')
  await tagPopover(page).getByRole('combobox').fill('rus')
}

/** The first statement with everything that can be said of it. */
async function openStatement(page: Page, workspace: string): Promise<void> {
  await openReader(page, workspace)
  await documentText(page).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('f')
  await page.getByRole('dialog').getByLabel('Certainty').waitFor()
}

async function openPalette(page: Page, workspace: string): Promise<void> {
  await openReader(page, workspace)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or type a command' }).fill('rus')
  await page.getByRole('option').first().waitFor()
}

async function openKeys(page: Page, workspace: string): Promise<void> {
  await openReader(page, workspace)
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await page.getByRole('dialog').waitFor()
}

async function openEditMode(page: Page, workspace: string): Promise<void> {
  await openReader(page, workspace)
  await chooseMode(page, 'Edit text')
}

const CORRECTED = ', staffed around the clock'

/** A source that was corrected since it was imported, beside its original. */
async function openOriginal(page: Page, workspace: string): Promise<void> {
  await openReader(page, workspace)
  if ((await documentText(page).textContent())?.includes(CORRECTED)) await correct(page)
  await page.getByRole('button', { name: 'Original', exact: true }).click()
  await page.getByRole('complementary', { name: 'Original' }).getByRole('button', { name: 'Next difference' }).click()
}

async function correct(page: Page): Promise<void> {
  await chooseMode(page, 'Edit text')
  await clickAfter(page, 'It is a working telephone')
  await page.keyboard.type(' line')
  await dragOver(page, CORRECTED)
  await page.keyboard.press('Delete')
  await openedAndSaved(page)
  await chooseMode(page, 'Tag')
}

async function openHistory(page: Page, workspace: string): Promise<void> {
  await openReader(page, workspace)
  await page.goto(`${new URL(page.url()).pathname}/history`)
}

async function openChanges(page: Page, workspace: string): Promise<void> {
  await openHistory(page, workspace)
  await page.getByRole('radio', { name: 'Changes' }).click()
  await page.getByRole('main').getByRole('insertion').first().waitFor()
}

async function openPlayback(page: Page, workspace: string): Promise<void> {
  await openHistory(page, workspace)
  await page.getByRole('radio', { name: 'Playback' }).click()
  await page.getByRole('slider', { name: 'Moment' }).press('End')
}
