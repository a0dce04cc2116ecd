import type { Page } from '@playwright/test'
import { openDesk, TEXT } from './support/desk.ts'
import {
  chooseMode,
  clickAfter,
  documentText,
  dragOver,
  expectSaved,
  readText,
  showNew,
  statementCard,
  tagPassage,
} from './support/reader.ts'
import { expect, test } from './support/test.ts'

const versions = (page: Page) => page.getByRole('complementary', { name: 'Versions' })
const pastText = (page: Page, name: RegExp) => page.getByRole('main').getByRole('article', { name })

/** Names the document as it is now, in the reader. */
async function nameNow(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'History', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Name this version…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Name this version' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
}

test('two people edit and tag; their history compares, plays and restores while both keep working', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'editor' }] })
  const { page } = owner
  const other = people[0]!.page
  await tagPassage(page, { from: 'around the clock' }, [{ name: 'Hotline', create: 'theme' }])
  await chooseMode(page, 'Edit text')
  await clickAfter(page, 'on Monday')
  await page.keyboard.type(' morning')
  const before = TEXT.replace('on Monday', 'on Monday morning')
  await expectSaved(page)
  await nameNow(page, 'Before review')
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('Version saved: Before review')

  // The other one deletes tagged words, writes and tags some of his own.
  await expect.poll(() => readText(other)).toBe(before)
  await showNew(other)
  await chooseMode(other, 'Edit text')
  await dragOver(other, 'around the clock')
  await other.keyboard.press('Delete')
  await clickAfter(other, 'every call')
  await other.keyboard.type(' at once')
  await chooseMode(other, 'Tag')
  await tagPassage(other, { from: 'Moscow said' }, [{ name: 'Denial', create: 'theme' }])
  await expectSaved(other)
  const after = before.replace('around the clock', '').replace('every call', 'every call at once')
  await expect.poll(() => readText(page)).toBe(after)

  await page.getByRole('button', { name: 'History', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Versions and changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()

  // Comparing the named point with now.
  const named = versions(page).getByRole('button', { name: /^Before review/ })
  await named.click()
  await expect(pastText(page, /^Text at Before review/)).toContainText('hotline with Russia is open around the clock.')
  await page.getByRole('radio', { name: 'Changes' }).click()
  await page.getByRole('combobox', { name: 'Compared with' }).selectOption({ label: 'now' })
  const changes = pastText(page, /^Changes from Before review/)
  await expect(changes.getByRole('deletion')).toHaveText(['around the clock'])
  await expect(changes.getByRole('insertion')).toHaveText(['at once'])
  await expect(page.getByText('+1 passage')).toContainText(/2 words added, 3 words removed/)
  const changed = page.getByRole('list', { name: 'Changed statements' })
  await expect(changed.getByRole('article', { name: 'Its words were deleted: Hotline, neutral' })).toBeVisible()
  await expect(changed.getByRole('article', { name: 'New: Denial, neutral' })).toContainText('Moscow said')

  // Playing it, with the keyboard: the last step is the other one's, and going back takes it back.
  await page.getByRole('radio', { name: 'Playback' }).click()
  const moment = page.getByRole('slider', { name: 'Moment' })
  await moment.press('End')
  await expect(moment).toHaveAttribute('aria-valuetext', /Tomas Vrba/)
  const played = pastText(page, /^Text at this step/)
  await expect(played).toContainText('every call at once')
  await moment.press('Home')
  await expect(moment).toHaveAttribute('aria-valuetext', 'The beginning')
  await expect(played).not.toContainText('morning')
  await expect(async () => {
    await moment.press('ArrowRight')
    await expect(played.getByRole('insertion').filter({ hasText: 'morning' })).toHaveCount(1, { timeout: 500 })
  }).toPass()
  await expect(moment).toHaveAttribute('aria-valuetext', /Maren Solberg/)

  // Restoring says what it will do, and does it in front of the other one, who goes on writing.
  await chooseMode(other, 'Edit text')
  await page.getByRole('button', { name: 'Restore this version' }).click()
  const restore = page.getByRole('dialog', { name: 'Restore this version' })
  await expect(restore).toContainText('3 words come back, 2 words go.')
  await expect(restore).toContainText('Nothing is lost')
  await restore.getByRole('button', { name: 'Restore' }).click()
  await expect(restore).toHaveCount(0)
  await expect.poll(() => readText(other)).toBe(before)
  await expect(other.getByRole('textbox', { name: 'Document text' })).toBeVisible()
  await clickAfter(other, 'every call')
  await other.keyboard.type(' again')
  await expectSaved(other)
  await chooseMode(other, 'Tag')
  await expect(statementCard(other, 'Hotline, neutral').locator('.card__q')).toHaveText('“around the clock”')
  await expect(statementCard(other, 'Denial, neutral')).toHaveCount(0)

  // What was played stays as it was opened until one asks for what has come since.
  const news = page.getByRole('button', { name: 'The document has changed since. Show' })
  await expect(async () => {
    // The restoration and what was written after it may be told one after the other.
    await news.click({ timeout: 4000 }).catch(() => {})
    await moment.press('End')
    await expect(played).toContainText('every call again', { timeout: 1000 })
  }).toPass({ timeout: 30_000 })

  // The present before it stays in the history, and what was written since is there too.
  await expect(versions(page).getByRole('button', { name: /^Before/ })).toHaveCount(2)
  await page.getByRole('link', { name: 'Back to the document' }).click()
  await expect(documentText(page)).toBeVisible()
  await expect.poll(() => readText(page)).toBe(before.replace('every call', 'every call again'))
  await statementCard(page, 'Hotline, neutral').waitFor()
})

test('a restore is taken back with everything it had put aside', async ({ newBrowser }) => {
  const { owner } = await openDesk(newBrowser)
  const { page } = owner
  await nameNow(page, 'As imported')
  await tagPassage(page, { from: 'around the clock' }, [{ name: 'Hotline', create: 'theme' }])
  await chooseMode(page, 'Edit text')
  await clickAfter(page, 'on Monday')
  await page.keyboard.type(' morning')
  await expectSaved(page)
  const reader = page.url()
  await nameNow(page, 'Before the restore')
  await page.getByRole('button', { name: 'Open history' }).last().click()
  await versions(page)
    .getByRole('button', { name: /^As imported/ })
    .click()
  await page.getByRole('button', { name: 'Restore this version' }).click()
  const restore = page.getByRole('dialog', { name: 'Restore this version' })
  await expect(restore).toContainText('1 word goes')
  await expect(restore).toContainText('1 statement made since then is put aside')
  await restore.getByRole('button', { name: 'Restore' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('The document is as it was before.')).toBeVisible()
  await page.goto(reader)
  await expect.poll(() => readText(page)).toBe(TEXT.replace('on Monday', 'on Monday morning'))
  await expect(statementCard(page, 'Hotline, neutral').locator('.card__q')).toHaveText('“around the clock”')
})

test('the list of versions is worked with the keyboard, and names can be changed and deleted', async ({ newBrowser }) => {
  const { owner, documentPath } = await openDesk(newBrowser)
  const { page } = owner
  await page.goto(`${documentPath}/history`)
  const list = versions(page)
  const imported = list.getByRole('button', { name: /^Imported/ })
  await imported.focus()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'Name this version' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('As it came')
  await page.keyboard.press('Enter')
  const named = list.getByRole('button', { name: /^As it came/ })
  await named.focus()
  await page.keyboard.press('F2')
  await page.getByRole('dialog', { name: 'Rename the version' }).getByRole('textbox', { name: 'Name' }).fill('The source')
  await page.keyboard.press('Enter')
  const renamed = list.getByRole('button', { name: /^The source/ })
  await renamed.waitFor()
  await page.reload()
  await renamed.focus()
  await page.keyboard.press('Delete')
  await expect(renamed).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(renamed).toBeVisible()
})

test('a viewer sees every version and is told who restores them', async ({ newBrowser }) => {
  const { owner, people, documentPath } = await openDesk(newBrowser, { members: [{ name: 'Ines Okafor', role: 'viewer' }] })
  await nameNow(owner.page, 'Before review')
  const { page } = people[0]!
  await page.getByRole('button', { name: 'History', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Name this version…' })).toHaveCount(0)
  await page.goto(`${documentPath}/history`)
  await versions(page)
    .getByRole('button', { name: /^Before review/ })
    .click()
  await expect(pastText(page, /^Text at/)).toContainText('around the clock')
  await expect(page.getByText('Owners and editors name and restore them.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Restore|Name this version|Rename/ })).toHaveCount(0)
})

test('on a phone the list comes first, then the version', async ({ newBrowser }) => {
  const { owner, documentPath } = await openDesk(newBrowser)
  const { page } = owner
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${documentPath}/history`)
  const imported = versions(page).getByRole('button', { name: /^Imported/ })
  await imported.click()
  await expect(pastText(page, /^Text at/)).toContainText('around the clock')
  await expect(imported).toBeHidden()
  await page.getByRole('button', { name: 'All versions' }).click()
  await expect(imported).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing is wider than the screen').toBeLessThanOrEqual(390)
  await imported.click()
  await expect(pastText(page, /^Text at/)).toBeVisible()
})
